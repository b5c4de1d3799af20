package org.nnlang.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.language.Host;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Reads, runs, compares and perhaps renders one document, in a separate thread. A thread that does not end in time is
 * abandoned, so that neither a pipe without a writer nor a page that is slow to parse can hold up other documents.
 */
final class DocumentRun {
    private static final long LOOK_MILLIS = 20;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final String name;
    private final Host files;
    private final DocumentHost host;
    private final Images images;
    private final Deadline deadline;
    private volatile Source source;
    private volatile PageRunner runner;
    private volatile Documents.Rendered outcome;
    private volatile Throwable failure;

    /** A run of a file, whose scripts may read {@code root}, or everything if it is null. */
    DocumentRun(Path file, Host files, Path root, Deadline deadline) {
        this.file = file;
        this.name = file.toString().replace('\\', '/');
        this.files = files;
        this.deadline = deadline;
        Path folder = Documents.folder(file);
        host = new DocumentHost(files, folder, root);
        images = new Images(folder, root);
    }

    /**
     * Runs the document; the HTML is null without a style, or if the document can't be read.
     *
     * @param patienceMillis how long to wait for a thread that does not notice that its time is up
     */
    Documents.Rendered await(Documents.Style style, long patienceMillis) {
        Thread thread = new Thread(() -> outcome = run(style), "document");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((_, cause) -> failure = cause);
        thread.start();
        while (outcome == null && thread.isAlive() && !deadline.passedFor(patienceMillis)) {
            try {
                thread.join(LOOK_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        Documents.Rendered ended = outcome;
        return ended != null ? ended : thread.isAlive() ? timedOut() : broken();
    }

    /** The document whose thread ended with a failure. */
    private Documents.Rendered broken() {
        return broken(
                switch (failure) {
                    case Host.Unreadable unreadable -> unreadable.problem();
                    case OutOfMemoryError _ -> Problem.OUT_OF_MEMORY.with(name);
                    case StackOverflowError _ -> Problem.TOO_INTRICATE.with(name);
                    case Markdown.TooLarge _ -> Problem.TOO_INTRICATE.with(name);
                    case null, default -> Problem.INTERNAL.with(name + ": " + failure);
                });
    }

    /** A document's text, as its positions count. */
    static Source source(Host files, Path file) {
        String name = file.toString().replace('\\', '/');
        return source(name, files.from(file.toString(), name, files::read));
    }

    private static Source source(String name, String text) {
        boolean mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new Source(name, mark ? text.substring(1) : text);
    }

    private Documents.Rendered run(Documents.Style style) {
        String text = files.from(file.toString(), name, files::read);
        source = source(name, text);
        Page page = PageReader.read(source);
        Map<PageItem.Block, Transcript> transcripts = new IdentityHashMap<>();
        PageRunner scripts = new PageRunner(page, host, deadline, style == null ? (_, _) -> {} : transcripts::put);
        runner = scripts;
        scripts.run();
        List<Finding> findings = new ArrayList<>(scripts.findings());
        if (style != null && style.site() != null) {
            for (Diagnostic fault : style.site().faults(scripts.pictures())) {
                findings.add(Finding.of(
                        new Span(source, fault.span().start(), fault.span().end()), fault.what()));
            }
        }
        Checked checked = new Checked(file, text, page, findings);
        return style == null
                ? new Documents.Rendered(null, Map.of(), checked)
                : rendered(checked, transcripts, scripts.pictures(), style);
    }

    private Documents.Rendered rendered(
            Checked checked,
            Map<PageItem.Block, Transcript> transcripts,
            Map<String, byte[]> pictures,
            Documents.Style style) {
        List<Transcript> inOrder = new ArrayList<>();
        for (PageItem part : checked.page().parts()) {
            if (part instanceof PageItem.Block block) {
                inOrder.add(transcripts.get(block));
            }
        }
        Page now = PageReader.read(new Source(name, checked.edited()));
        while (inOrder.size() < now.parts().size()) { // an edit of what a value encloses may uncover blocks
            inOrder.add(null);
        }
        if (style.pictures() != null) {
            PageMarkdown markdown = new PageMarkdown(now, inOrder, style);
            String text = markdown.markdown();
            Map<String, byte[]> beside = new TreeMap<>(pictures);
            beside.putAll(markdown.pictures());
            return new Documents.Rendered(text, beside, checked);
        }
        PageHtml html = new PageHtml(now, inOrder, images.with(pictures), host.texts(), style);
        return new Documents.Rendered(html.html(), Map.of(), checked);
    }

    private Documents.Rendered broken(Message problem) {
        Source nothing = new Source(name, "");
        return withoutPage(nothing, List.of(Finding.ofDocument(new Span(nothing, 0, 0), problem)));
    }

    /** The findings so far, and that the document takes too long: in reading, in Markdown, or at a block. */
    private Documents.Rendered timedOut() {
        PageRunner scripts = runner;
        if (scripts != null) {
            List<Finding> findings = new ArrayList<>(scripts.findings());
            findings.add(scripts.timedOut());
            return new Documents.Rendered(null, Map.of(), new Checked(file, "", scripts.page(), findings));
        }
        Source read = source;
        if (read == null) {
            return broken(Problem.UNREADABLE_FILE.with(name, "nothing came from it in " + deadline.seconds() + " s"));
        }
        Diagnostic late = Diagnostic.error(new Span(read, 0, 0), Problem.DOCUMENT_TIMED_OUT, deadline.seconds());
        return withoutPage(read, List.of(new Finding(name, 1, 0, late, List.of())));
    }

    private Documents.Rendered withoutPage(Source source, List<Finding> findings) {
        Page page = new Page(source, List.of(), List.of(), List.of());
        return new Documents.Rendered(null, Map.of(), new Checked(file, "", page, findings));
    }
}
