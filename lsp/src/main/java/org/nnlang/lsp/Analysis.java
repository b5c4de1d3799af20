package org.nnlang.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.language.Machine;
import org.nnlang.language.Outline;
import org.nnlang.language.Value;
import org.nnlang.network.Cancellation;
import org.nnlang.render.TextPrinter;
import org.nnlang.session.Session;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Digits;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * What is wrong with a script, and what it shows: it is checked as a whole, and then run up to its first error, for at most two
 * seconds. Used by one thread.
 */
final class Analysis {
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_NUMBERS = 6;
    private static final int WIDTH = 90;

    /** The session after a statement. */
    private record Moment(Machine.Checkpoint checkpoint, Outline outline) {}

    private final TextFile file;
    private final Session session = new Session(new QuietHost());
    private final Map<List<Object>, Diagnostic> diagnostics = new LinkedHashMap<>();
    private final NavigableMap<Integer, Moment> moments = new TreeMap<>();
    private final Map<Integer, String> values = new TreeMap<>();
    private long bytes;
    private Preview preview;

    private Analysis(TextFile file) {
        this.file = file;
    }

    /** Finds the errors of a script without running it. */
    static Analysis checked(TextFile file) {
        Analysis analysis = new Analysis(file);
        analysis.session.check(file.source(), analysis::report);
        return analysis;
    }

    /** Runs the script, until it is outdated. */
    void run(BooleanSupplier outdated) {
        long end = System.nanoTime() + MOST_NANOS;
        Cancellation limit = () -> outdated.getAsBoolean() || System.nanoTime() - end > 0;
        moments.put(0, moment());
        preview = new Preview(limit);
        session.runEach(file.source(), this::on, limit, this::done);
    }

    private Moment moment() {
        return new Moment(session.checkpoint(), session.outline());
    }

    private void on(Event event) {
        if (event instanceof Event.Reported(Diagnostic end) && end.problem() == Problem.INTERRUPTED) {
            return;
        }
        preview.add(event);
        if (event.span().source() != file.source()) {
            return; // from an included script, which has its own page
        }
        switch (event) {
            case Event.Shown shown -> value(shown.span(), shown.value(), shown.digits());
            case Event.Printed printed -> {
                String line = printed.text().strip();
                boolean computed = event.span().text().indexOf('{') >= 0 && line.indexOf('\n') < 0;
                if (computed) {
                    values.put(event.span().end(), line);
                }
            }
            default -> report(event);
        }
    }

    private void report(Event event) {
        if (event instanceof Event.Reported(Diagnostic diagnostic)
                && diagnostic.span().source() == file.source()) {
            Span span = diagnostic.span();
            diagnostics.putIfAbsent(List.of(span.start(), span.end(), diagnostic.problem()), diagnostic);
        }
    }

    private void done(Span statement) {
        Moment last = moments.lastEntry().getValue();
        Moment now = moment();
        moments.put(statement.end(), now);
        bytes += last.checkpoint.bytes(now.checkpoint);
        while (bytes > MOST_BYTES && moments.size() > 2) {
            Moment dropped = moments.pollFirstEntry().getValue();
            bytes -= dropped.checkpoint.bytes(moments.firstEntry().getValue().checkpoint);
        }
        if (statement.text().startsWith("let ")) {
            names(statement);
        }
    }

    /** Notes the value of a name, unless it is written there. */
    private void names(Span let) {
        String text = let.text();
        int sign = text.indexOf('=');
        String name = text.substring("let ".length(), sign).strip();
        String written = text.substring(sign + 1).strip();
        quietly("show " + name, event -> {
            if (event instanceof Event.Shown shown
                    && !written.startsWith("[")
                    && !written.equals(text(shown.value(), shown.digits()))) {
                value(let, shown.value(), shown.digits());
            }
        });
    }

    private void value(Span span, Value value, int digits) {
        values.put(span.end(), "= " + text(value, digits));
    }

    private static String text(Value value, int digits) {
        if (value instanceof Value.Truth truth) {
            return Boolean.toString(truth.value());
        }
        double[] numbers = value.values();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(numbers.length, MOST_NUMBERS); i++) {
            texts.add(Digits.format(numbers[i], digits));
        }
        String all = String.join(", ", texts) + (numbers.length > MOST_NUMBERS ? ", …" : "");
        return numbers.length == 1 ? all : "[" + all + "]";
    }

    private void quietly(String script, Listener listener) {
        session.run(new Source("editor", script), listener, Cancellation.NONE);
    }

    // -------------------------------------------------------------------------------------------------------- results

    TextFile file() {
        return file;
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics.values());
    }

    /** The values to show, by the offset after which they belong. */
    Map<Integer, String> values() {
        return values;
    }

    /** A page with all that the script shows. */
    String preview() {
        return preview.page();
    }

    /** The names that exist before an offset. */
    Outline outline(int offset) {
        var before = moments.floorEntry(offset);
        return before == null ? Outline.EMPTY : before.getValue().outline;
    }

    /** How a quantity is derived after the statement at an offset, or what it is; empty if it has no value there. */
    String explanation(String quantity, int offset) {
        if (moments.isEmpty()) {
            return "";
        }
        var after = moments.ceilingEntry(offset);
        Moment end = moments.lastEntry().getValue();
        session.restore((after == null ? end : after.getValue()).checkpoint);
        long limit = System.nanoTime() + MOST_NANOS;
        Cancellation cancellation = () -> System.nanoTime() - limit > 0;
        StringBuilder text = new StringBuilder();
        TextPrinter printer = new TextPrinter(WIDTH, cancellation);
        Listener listener = event -> text.append(printer.print(event));
        session.explain(new Source("editor", quantity), false, DerivationFormat.TEXT, listener, cancellation);
        if (text.isEmpty()) {
            session.run(new Source("editor", "show " + quantity), listener, cancellation);
        }
        session.restore(end.checkpoint);
        return text.toString().stripTrailing();
    }
}
