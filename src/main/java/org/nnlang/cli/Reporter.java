package org.nnlang.cli;

import java.util.function.DoubleSupplier;
import org.nnlang.explain.TextRenderer;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Listener;
import org.nnlang.session.JsonPrinter;
import org.nnlang.session.TextPrinter;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.DiagnosticRenderer;

/** Writes results to standard output, diagnostics and the progress of a training to standard error. */
final class Reporter implements Listener {
    private final Terminal terminal;
    private final Options options;
    private final Stop stop;
    private final DiagnosticRenderer diagnostics;
    private final TextPrinter text = new TextPrinter(TextRenderer.PAGE);
    private final JsonPrinter json = new JsonPrinter();
    private final ProgressLine progress;
    private boolean said;

    Reporter(Terminal terminal, Options options, Stop stop) {
        this.terminal = terminal;
        this.options = options;
        this.stop = stop;
        diagnostics = new DiagnosticRenderer(terminal.colored(options.color()));
        progress = new ProgressLine(terminal.err());
    }

    @Override
    public void on(Event event) {
        progress.clear();
        if (event instanceof Event.Reported reported) {
            terminal.out().flush();
            if (terminal.out().closed()) {
                return; // whoever stopped reading knows
            }
            terminal.err().write((said ? "\n" : "") + diagnostics.render(reported.diagnostic()));
            terminal.err().flush();
            said = true;
        } else if (!options.quiet()) {
            terminal.out().write(options.json() ? json.print(event) : text.print(event));
            if (terminal.outIsTerminal()) {
                terminal.out().flush();
            }
        }
    }

    /** A diagnostic about a whole file. */
    void withoutPlace(Diagnostic diagnostic) {
        var message = diagnostic.message();
        String label = message.label().isEmpty() ? "" : ": " + message.label();
        terminal.out().flush();
        terminal.err().write("error: " + message.title() + label + "\n");
        terminal.err().flush();
    }

    @Override
    public boolean goesOn() {
        return !stop.asked() && !terminal.out().closed();
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        if (terminal.errIsTerminal() && !options.quiet()) {
            if (progress.update(done, total, loss)) {
                terminal.out().flush();
            }
        }
    }

    /** Everything that is left goes out. */
    void end() {
        progress.clear();
        terminal.out().flush();
        terminal.err().flush();
    }
}
