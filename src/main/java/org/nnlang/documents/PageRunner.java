package org.nnlang.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.picture.PictureFile;
import org.nnlang.render.LatexNames;
import org.nnlang.render.LatexRenderer;
import org.nnlang.session.Result;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Runs the blocks and values of a page in reading order, and compares. */
final class PageRunner {
    private static final String SHOW = "show ";
    private static final String EXPLAIN = "explain ";

    /** A picture, and the block that made it. */
    private record Made(int part, Span place, PictureFile picture) {}

    private final Page page;
    private final DocumentHost host;
    private final Deadline deadline;
    private final BiConsumer<PageItem.Block, Transcript> heard;
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, DocumentSession.Place> named = new HashMap<>();
    private final Map<String, Made> pictures = new LinkedHashMap<>();
    private DocumentSession session;
    private volatile int line = 1;
    private int part;

    /** A runner for a page; the output of each block goes to {@code heard}. */
    PageRunner(Page page, DocumentHost host, Deadline deadline, BiConsumer<PageItem.Block, Transcript> heard) {
        this.page = page;
        this.host = host;
        this.deadline = deadline;
        this.heard = heard;
    }

    Page page() {
        return page;
    }

    /** Runs all. */
    void run() {
        reportProblems();
        for (PageItem next : page.parts()) {
            part++;
            line = page.source().line(PageReader.start(next));
            boolean more = runs(next);
            host.takePictures().forEach((path, picture) -> pictures.put(path, new Made(part, place(next), picture)));
            if (!more) {
                return;
            }
        }
        pictures.forEach(this::compare);
    }

    /** Compares a picture with its file; if several blocks make it, the last counts. */
    private void compare(String path, Made made) {
        PictureEdit picture = new PictureEdit(path, host.file(path), made.picture());
        if (!picture.isDone()) {
            Problem problem = picture.exists() ? Problem.PICTURE_DIFFERS : Problem.PICTURE_MISSING;
            Diagnostic diagnostic = Diagnostic.error(made.place(), problem, path);
            findings.add(new Finding(
                    page.source().name(), made.place().line(), made.part(), diagnostic, List.of(), picture));
        }
    }

    /** The pictures that the blocks have made. */
    Map<String, byte[]> pictures() {
        Map<String, byte[]> bytes = new HashMap<>();
        pictures.forEach((path, made) -> bytes.put(path, made.picture().bytes()));
        return bytes;
    }

    /** Reports syntax problems of a page; a problem with a block's words belongs to that block. */
    private void reportProblems() {
        Map<Integer, Integer> blocks = new HashMap<>();
        for (PageItem next : page.parts()) {
            blocks.put(page.source().line(PageReader.start(next)), ++part);
        }
        for (Diagnostic problem : page.problems()) {
            boolean ofBlock = switch (problem.problem()) {
                case BAD_BLOCK_WORD, UNKNOWN_BLOCK_WORD, MISSPELT_BLOCK_WORD -> true;
                default -> false;
            };
            part = ofBlock ? blocks.getOrDefault(problem.span().line(), 0) : 0;
            find(problem, List.of());
        }
        part = 0;
    }

    /** Runs a block or a value, and contains its failures; returns whether the document continues after it. */
    private boolean runs(PageItem next) {
        try {
            return switch (next) {
                case PageItem.Block block -> run(block);
                case PageItem.InlineValue value -> run(value);
                case PageItem.Explanation explanation -> run(explanation);
            };
        } catch (OutOfMemoryError full) {
            String what = switch (next) {
                case PageItem.Block _ -> "this block";
                case PageItem.InlineValue _ -> "this value";
                case PageItem.Explanation _ -> "this derivation";
            };
            find(Diagnostic.error(place(next), Problem.OUT_OF_MEMORY, what), List.of());
        } catch (RuntimeException | StackOverflowError mistake) {
            find(Diagnostic.error(place(next), Problem.INTERNAL, mistake.toString()), List.of());
        }
        return true;
    }

    private static Span place(PageItem part) {
        return switch (part) {
            case PageItem.Block block -> block.script().opening();
            case PageItem.InlineValue value -> value.asked();
            case PageItem.Explanation explanation -> explanation.asked();
        };
    }

    /** The findings so far. */
    List<Finding> findings() {
        synchronized (findings) {
            return List.copyOf(findings);
        }
    }

    /** Reports that time is up, at the running block or value. */
    Finding timedOut() {
        Span place = new Span(
                page.source(), page.source().lineStart(line), page.source().lineEnd(line));
        return new Finding(page.source().name(), line, 0, late(place), List.of());
    }

    private Diagnostic late(Span place) {
        return Diagnostic.error(place, Problem.DOCUMENT_TIMED_OUT, deadline.seconds());
    }

    private void find(Diagnostic diagnostic, List<Edit> edits) {
        boolean here = diagnostic.span().source() == page.source();
        int number = here ? diagnostic.span().line() : line;
        findings.add(new Finding(page.source().name(), number, part, diagnostic, edits));
    }

    private boolean run(PageItem.Block block) {
        String text = repeated(block);
        if (block.words().skip()) {
            return true;
        }
        String file = block.words().file();
        Source source = new Source(file == null ? DocumentHost.SCRIPT : file, text);
        session = sessionFor(block.words());
        Transcript transcript = session.run(source, deadline);
        if (block.words().name() != null) {
            named.putIfAbsent(block.words().name(), session.here());
        }
        heard.accept(block, transcript);
        return judge(block, source, transcript);
    }

    private DocumentSession sessionFor(BlockWords words) {
        DocumentSession.Place after = named.get(words.after());
        if (after != null) {
            return after.equals(session.here()) ? session : after.replay(host, deadline);
        }
        return session == null || words.fresh() ? new DocumentSession(host) : session;
    }

    /** The script of a block, or the file that it repeats. */
    private String repeated(PageItem.Block block) {
        String text = block.script().text();
        String file = block.words().file();
        if (file == null || file.isEmpty()) {
            return text;
        }
        String whole = read(file, block.script().info());
        String part = whole == null ? text : block.words().part(whole);
        if (part == null) {
            int lines = (int) whole.lines().count();
            find(Diagnostic.error(block.script().info(), Problem.NO_SUCH_LINES, file, lines), List.of());
        } else if (!part.equals(text)) {
            replace(block.script(), part.lines().toList(), Problem.BLOCK_DIFFERS.with(file));
        }
        return part == null ? text : part;
    }

    private String read(String file, Span place) {
        try {
            return host.from(host.resolve(file, DocumentHost.SCRIPT), file, host::read);
        } catch (Host.Unreadable unreadable) {
            find(Diagnostic.error(place, unreadable.problem()), List.of());
            return null;
        }
    }

    /** Checks a block; returns whether the document continues after it. */
    private boolean judge(PageItem.Block block, Source source, Transcript transcript) {
        if (transcript.result() == Result.INTERRUPTED) {
            return interrupted(block.script().opening(), transcript);
        }
        boolean failed = transcript.result() != Result.FINE;
        if (failed && !block.words().fails()) {
            transcript.diagnostics().forEach(mistake -> find(block.script().placed(mistake, source), List.of()));
            return true;
        }
        if (!failed && block.words().fails()) {
            find(Diagnostic.error(block.script().info(), Problem.BLOCK_RUNS), List.of());
        }
        if (block.output() != null) {
            compare(block.output(), transcript.text().lines().toList());
        }
        return true;
    }

    private boolean interrupted(Span place, Transcript transcript) {
        if (transcript.tooLong()) {
            find(Diagnostic.error(place, Problem.PRINTS_TOO_MUCH), List.of());
        } else if (deadline.passed()) {
            find(late(place), List.of());
        }
        return transcript.tooLong();
    }

    private void compare(Fence output, List<String> printed) {
        List<String> shown = output.text().lines().toList();
        if (!Ellipsis.matches(shown, printed)) {
            replace(output, Ellipsis.refreshed(shown, printed), Problem.OUTPUT_DIFFERS.with());
        }
    }

    /** Reports that other lines belong into a block. */
    private void replace(Fence fence, List<String> lines, Message problem) {
        boolean fits = lines.stream().noneMatch(fence::isClosedBy);
        find(
                Diagnostic.error(fence.opening(), fits ? problem : Problem.LINES_END_BLOCK.with(fence.end())),
                fits ? OutputEdit.of(fence, lines) : List.of());
    }

    private boolean run(PageItem.InlineValue value) {
        return ask(SHOW, value.asked(), (event, digits) -> {
            if (!(event instanceof Event.Shown shown)) {
                return false;
            }
            String text = digits == 0
                    ? shown.value().text(shown.digits())
                    : shown.value().padded(digits);
            compare(value.shown(), PageReader.isTex(page.source().name()) ? LatexNames.escaped(text) : text);
            return true;
        });
    }

    private boolean run(PageItem.Explanation explanation) {
        return ask(EXPLAIN, explanation.asked(), (event, digits) -> {
            if (!(event instanceof Event.Derived derived)) {
                return false;
            }
            int shown = digits == 0 ? derived.digits() : digits;
            compare(explanation, new LatexRenderer(derived.network(), shown, deadline).render(derived.derivation()));
            return true;
        });
    }

    /** Takes the answer to a question, with the digits asked for or 0; returns whether it is one that the page can show. */
    private interface Answer {
        boolean take(Event event, int digits);
    }

    /** Asks for a value or a derivation; returns whether the document continues after it. */
    private boolean ask(String command, Span asked, Answer answer) {
        InlineValue question = InlineValue.of(asked);
        if (question.expression() == null) {
            find(Diagnostic.error(asked, Problem.NOT_ONE_VALUE), List.of());
            return true;
        }
        if (session == null) {
            session = new DocumentSession(host);
        }
        Source source = new Source(DocumentHost.SCRIPT, command + question.expression());
        Transcript transcript = session.ask(source, deadline);
        if (transcript.result() == Result.INTERRUPTED) {
            return interrupted(asked, transcript);
        }
        if (transcript.result() != Result.FINE) {
            transcript
                    .diagnostics()
                    .forEach(mistake -> find(placed(mistake, source, asked, command.length()), List.of()));
        } else if (transcript.events().size() != 1
                || !answer.take(transcript.events().getFirst(), question.digits())) {
            find(Diagnostic.error(asked, Problem.NOT_ONE_VALUE), List.of());
        }
        return true;
    }

    private void compare(Span shown, String value) {
        if (!shown.text().equals(value)) {
            Message problem = Problem.VALUE_DIFFERS.with(value, shown.text().isBlank() ? "empty" : shown.text());
            find(Diagnostic.error(shown, problem), List.of(new Edit(shown, value)));
        }
    }

    /** Compares a derivation with what is shown, whatever the indentation of its lines. */
    private void compare(PageItem.Explanation explanation, String now) {
        Span shown = explanation.shown();
        String before = shown.text().strip();
        List<String> old = before.substring(before.startsWith("%") ? 1 : 0)
                .strip()
                .lines()
                .map(String::strip)
                .toList();
        if (!old.equals(now.lines().map(String::strip).toList())) {
            Problem problem = before.isEmpty() ? Problem.DERIVATION_MISSING : Problem.DERIVATION_DIFFERS;
            Edit edit = new Edit(shown, ("%\n" + now).replace("\n", lineEndAfter(shown)));
            find(Diagnostic.error(explanation.asked(), problem), List.of(edit));
        }
    }

    /** The line end of the line in which a place begins. */
    private static String lineEndAfter(Span place) {
        Source page = place.source();
        String rest = page.text().substring(page.lineEnd(page.line(place.start())));
        return rest.startsWith("\r\n") ? "\r\n" : rest.startsWith("\r") ? "\r" : "\n";
    }

    /** An error in an expression, at its position in the page. */
    private Diagnostic placed(Diagnostic mistake, Source source, Span asked, int before) {
        Span span = mistake.span();
        if (span.source() != source) {
            return mistake;
        }
        int start = Math.clamp(asked.start() + span.start() - before, asked.start(), asked.end());
        int end = Math.clamp(asked.start() + span.end() - before, start, asked.end());
        return new Diagnostic(mistake.severity(), new Span(page.source(), start, end), mistake.what());
    }
}
