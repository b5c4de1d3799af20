package org.nnlang.jupyter;

import static org.nnlang.jupyter.Content.object;
import static org.nnlang.jupyter.Content.with;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.nnlang.assist.Choice;
import org.nnlang.assist.Completions;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.LazyHelp;
import org.nnlang.assist.Place;
import org.nnlang.assist.Pointed;
import org.nnlang.cli.ProgressLine;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.language.Listener;
import org.nnlang.language.Outline;
import org.nnlang.network.Cancellation;
import org.nnlang.prompt.Conversation;
import org.nnlang.prompt.ConversationView;
import org.nnlang.session.Result;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;

/** A notebook's conversation with nn: runs its cells, and answers what a front end asks about them. One thread at a time. */
final class Notebook {
    private static final int HELP_WIDTH = 80;

    /** How long a derivation may take that a front end shows while one types. */
    private static final long MOST_NANOS = 2_000_000_000L;

    /** Receives what a cell shows. */
    interface Outlet {
        void publish(String type, JsonObject content);
    }

    private final Conversation conversation;
    private final View view = new View();
    private final List<String> cells = new ArrayList<>();
    private volatile boolean interrupted;

    /** A notebook whose scripts use the host's files. */
    Notebook(Host host) {
        conversation = new Conversation(host, view);
    }

    /** Stops the cell that runs; any thread may call it. */
    void interrupt() {
        interrupted = true;
    }

    // -------------------------------------------------------------------------------------------------------- running

    /** Runs the cell of an {@code execute_request}, and returns the answer. */
    JsonObject execute(Message request, Outlet outlet) {
        interrupted = false;
        if (conversation.isOver()) {
            String over = "`quit` has ended this notebook's session; restart the kernel to begin again";
            return published(outlet, Content.error("QUIT", over, List.of("error: " + over)));
        }
        String code = request.text("code");
        boolean silent = request.is("silent", false);
        if (!silent && request.is("store_history", true)) {
            cells.add(code);
        }
        int count = Math.max(1, cells.size());
        if (!silent) {
            JsonObject input = object("code", code);
            input.addProperty("execution_count", count);
            outlet.publish("execute_input", input);
        }
        Output output = new Output(silent ? (_, _) -> {} : outlet);
        view.output = output;
        Result result = conversation.say(new Source("In [" + count + "]", code));
        output.end();
        JsonObject answer = output.error(result);
        if (answer == null) {
            answer = Content.ok();
            with(answer, "user_expressions", values(request.content().get("user_expressions")));
            with(answer, "payload", conversation.isOver() ? leaving() : new JsonArray());
        } else {
            published(output.outlet, answer);
        }
        answer.addProperty("execution_count", count);
        return answer;
    }

    private static JsonObject published(Outlet outlet, JsonObject error) {
        outlet.publish("error", error.deepCopy());
        return error;
    }

    /** Asks a front end to leave, since the user typed {@code quit}. */
    private static JsonArray leaving() {
        JsonObject exit = object("source", "ask_exit");
        exit.addProperty("keepkernel", false);
        JsonArray payload = new JsonArray();
        payload.add(exit);
        return payload;
    }

    /** The values of the expressions that a front end wants to know after a cell. */
    private JsonObject values(JsonElement expressions) {
        JsonObject values = new JsonObject();
        if (expressions != null && expressions.isJsonObject()) {
            for (Map.Entry<String, JsonElement> one :
                    expressions.getAsJsonObject().entrySet()) {
                values.add(one.getKey(), value(one.getValue().getAsString()));
            }
        }
        return values;
    }

    private JsonObject value(String expression) {
        StringBuilder shown = new StringBuilder();
        Output quiet = new Output((_, _) -> {});
        Result result = conversation
                .session()
                .run(
                        new Source("expression", "show " + expression),
                        event -> {
                            shown.append(quiet.formats.text(event));
                            quiet.on(event);
                        },
                        cancellation());
        JsonObject error = quiet.error(result);
        return error != null
                ? error
                : with(
                        with(
                                Content.ok(),
                                "data",
                                object("text/plain", shown.toString().stripTrailing())),
                        "metadata",
                        new JsonObject());
    }

    private Cancellation cancellation() {
        return () -> interrupted;
    }

    /** What the conversation sees of the cell that runs. */
    private final class View implements ConversationView {
        private Output output = new Output((_, _) -> {});

        @Override
        public void on(Event event) {
            output.on(event);
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            output.progress(step, done, total, loss);
        }

        @Override
        public boolean isCancelled() {
            output.flushIfDue();
            return interrupted;
        }

        @Override
        public void print(String text) {
            output.write("stdout", text);
        }

        @Override
        public int width() {
            return Formats.WIDTH;
        }

        @Override
        public void clear() {
            output.clear();
        }

        @Override
        public List<String> history() {
            return List.copyOf(cells);
        }
    }

    /** What one cell shows. Texts that follow each other closely are published together. */
    private final class Output implements Listener {
        private static final long EVERY_NANOS = 50_000_000L;
        private static final int MOST = 1 << 16;

        private final Outlet outlet;
        private final Formats formats = new Formats(cancellation());
        private final DiagnosticRenderer renderer = new DiagnosticRenderer(true);
        private final ProgressLine progress = new ProgressLine(this::replaceLine);
        private final List<Diagnostic> errors = new ArrayList<>();
        private final StringBuilder waiting = new StringBuilder();
        private String stream = "stdout";
        private long flushed = System.nanoTime() - EVERY_NANOS;
        /** The number of the display with the progress; null before there is any. */
        private JsonObject progressId;

        Output(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void on(Event event) {
            progress.clear();
            if (event instanceof Event.Reported(Diagnostic diagnostic)) {
                if (diagnostic.severity() != Diagnostic.Severity.NOTICE
                        || diagnostic.problem() == Problem.INTERRUPTED) {
                    errors.add(diagnostic);
                } else {
                    write("stderr", renderer.render(diagnostic));
                }
                return;
            }
            JsonObject display = formats.display(event);
            if (display == null) {
                write("stdout", formats.text(event));
            } else {
                flush();
                outlet.publish("display_data", display);
            }
        }

        @Override
        public void progress(long step, long done, long total, DoubleSupplier loss) {
            progress.update(done, total, loss);
        }

        /** Shows a line of progress where the one before it was. */
        private void replaceLine(String line) {
            flush();
            JsonObject display = Content.display(object("text/plain", line), new JsonObject());
            String type = progressId == null ? "display_data" : "update_display_data";
            if (progressId == null) {
                progressId = object("display_id", UUID.randomUUID().toString());
            }
            outlet.publish(type, with(display, "transient", progressId));
        }

        void write(String name, String text) {
            if (!stream.equals(name)) {
                flush();
                stream = name;
            }
            waiting.append(text);
            if (waiting.length() > MOST) {
                flush();
            } else {
                flushIfDue();
            }
        }

        void flushIfDue() {
            if (!waiting.isEmpty() && System.nanoTime() - flushed >= EVERY_NANOS) {
                flush();
            }
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                outlet.publish("stream", with(object("name", stream), "text", new JsonPrimitive(waiting.toString())));
                waiting.setLength(0);
                flushed = System.nanoTime();
            }
        }

        void clear() {
            waiting.setLength(0);
            JsonObject now = new JsonObject();
            now.addProperty("wait", false);
            outlet.publish("clear_output", now);
        }

        void end() {
            progress.clear();
            flush();
        }

        /** The error that a run ended with, or null. */
        JsonObject error(Result result) {
            if (result == Result.FINE) {
                return null;
            }
            if (errors.isEmpty()) { // a cell that was stopped while it showed something long
                return Content.error(result.name(), "stopped", List.of("stopped"));
            }
            Diagnostic first = errors.getFirst();
            List<String> lines = renderer.render(errors).lines().toList();
            return Content.error(first.problem().name(), first.what().title(), lines);
        }
    }

    // ------------------------------------------------------------------------------------------------------- questions

    /** The words that fit at a position, which is counted in characters, not in Java's halves of them. */
    JsonObject complete(String code, int position) {
        int cursor = offset(code, position);
        int start = Place.wordStart(code, cursor);
        Place place = Place.at(code, start);
        String typed = code.substring(start, cursor);
        List<Choice> choices = place.inText()
                ? List.of()
                : new Completions(LazyHelp.get(), conversation.outline(), conversation.watched(), typed).at(place);
        int wordEnd = start < cursor ? Place.wordEnd(code, start) : cursor;
        String word = code.substring(start, wordEnd); // replaced as a whole if a choice is what it may become
        int end = choices.stream().anyMatch(choice -> choice.text().startsWith(word)) ? wordEnd : cursor;
        JsonArray described = new JsonArray();
        for (Choice choice : choices) {
            JsonObject one = object("text", choice.text());
            one.addProperty("start", position(code, start));
            one.addProperty("end", position(code, end));
            one.addProperty(
                    "type", Keywords.RESERVED.contains(choice.text().split(" ", 2)[0]) ? "keyword" : "instance");
            one.addProperty("signature", choice.meaning());
            described.add(one);
        }
        JsonObject answer = Content.ok();
        answer.add("matches", Content.texts(choices.stream().map(Choice::text).toList()));
        answer.addProperty("cursor_start", position(code, start));
        answer.addProperty("cursor_end", position(code, end));
        return with(answer, "metadata", with(new JsonObject(), "_jupyter_types_experimental", described));
    }

    /** What is at a position: a quantity with its derivation or value, or a word with its help. */
    JsonObject inspect(String code, int position) {
        Source source = new Source("", code);
        List<Token> tokens = Syntax.tokens(source).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        Outline outline = conversation.outline();
        Pointed pointed = Pointed.at(
                code, tokens, offset(code, position), word -> outline.knows(code.substring(word.start(), word.end())));
        JsonObject shown = pointed == null ? null : about(pointed);
        JsonObject answer = Content.ok();
        answer.addProperty("found", shown != null);
        answer.add("data", shown == null ? new JsonObject() : shown.get("data"));
        return with(answer, "metadata", new JsonObject());
    }

    private JsonObject about(Pointed pointed) {
        boolean value = !Keywords.RESERVED.contains(pointed.text()) || BuiltInNames.QUANTITIES.contains(pointed.text());
        for (String quantity : value ? List.of(pointed.text(), pointed.word()) : List.<String>of()) {
            JsonObject display = derived(quantity);
            if (display != null) {
                return display;
            }
        }
        String help = new HelpText(LazyHelp.get(), HELP_WIDTH).of(pointed.word());
        return help == null ? null : Content.display(object("text/plain", help.stripTrailing()), new JsonObject());
    }

    /** A quantity's derivation, or its value; null if it has none. */
    private JsonObject derived(String quantity) {
        interrupted = false;
        long limit = System.nanoTime() + MOST_NANOS;
        Cancellation cancellation = () -> interrupted || System.nanoTime() - limit > 0;
        Formats formats = new Formats(cancellation);
        List<JsonObject> found = new ArrayList<>();
        Listener listener = event -> {
            JsonObject display = formats.display(event);
            String text = formats.text(event).stripTrailing();
            if (display != null) {
                JsonObject data = display.getAsJsonObject("data");
                if (data.has("text/latex")) {
                    data.remove("text/html"); // front ends prefer HTML, but trust it only in the outputs of cells
                }
                found.add(display);
            } else if (!text.isEmpty()) {
                found.add(Content.display(object("text/plain", text), new JsonObject()));
            }
        };
        conversation
                .session()
                .explain(new Source("inspect", quantity), false, DerivationFormat.TEXT, listener, cancellation);
        if (found.isEmpty()) {
            conversation.session().run(new Source("inspect", "show " + quantity), listener, cancellation);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Whether a text can run, waits for another line, or has syntax errors. */
    static JsonObject isComplete(String code) {
        Syntax.Result parsed = Syntax.parse(new Source("", code + "\n"));
        if (parsed.ending() == Syntax.Ending.COMPLETE) {
            return object("status", parsed.diagnostics().isEmpty() ? "complete" : "invalid");
        }
        JsonObject answer = object("status", "incomplete");
        answer.addProperty("indent", "    ");
        return answer;
    }

    /** The last cells, or a range of them, or those that fit a pattern, oldest first. */
    JsonObject history(Message request) {
        int all = cells.size();
        boolean range = request.text("hist_access_type").equals("range");
        String pattern = request.text("pattern");
        int from = range ? Math.clamp(request.number("start", 1) - 1L, 0, all) : 0;
        int to = range ? Math.clamp(request.number("stop", all + 1) - 1L, from, all) : all;
        List<Integer> fitting = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!request.text("hist_access_type").equals("search") || fits(cells.get(i), pattern)) {
                fitting.add(i);
            }
        }
        if (request.is("unique", false)) { // the last of equal cells
            Map<String, Integer> last = new HashMap<>();
            fitting.forEach(i -> last.put(cells.get(i), i));
            fitting.retainAll(last.values());
        }
        int most = range ? all : Math.clamp(request.number("n", all), 0, fitting.size());
        JsonArray entries = new JsonArray();
        for (int i : fitting.subList(Math.max(0, fitting.size() - most), fitting.size())) {
            JsonArray entry = new JsonArray();
            entry.add(1);
            entry.add(i + 1);
            if (request.is("output", false)) {
                JsonArray both = new JsonArray();
                both.add(cells.get(i));
                both.add((String) null);
                entry.add(both);
            } else {
                entry.add(cells.get(i));
            }
            entries.add(entry);
        }
        return with(Content.ok(), "history", entries);
    }

    /** Whether a cell fits a pattern, in which {@code *} stands for anything and {@code ?} for a character. */
    private static boolean fits(String cell, String pattern) {
        StringBuilder expression = new StringBuilder("(?s)");
        pattern.chars()
                .forEach(c ->
                        expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return cell.matches(expression.toString());
    }

    private static int offset(String code, int position) {
        return code.offsetByCodePoints(0, Math.clamp(position, 0, code.codePointCount(0, code.length())));
    }

    private static int position(String code, int offset) {
        return code.codePointCount(0, offset);
    }
}
