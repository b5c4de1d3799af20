package org.nnlang.cli;

import java.util.function.DoubleSupplier;
import org.nnlang.draw.TextColors;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.network.Cancellation;
import org.nnlang.picture.Figure;
import org.nnlang.prompt.Pictures;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Writes results to standard output, diagnostics and training progress to standard error. */
final class Reporter implements Listener, Cancellation {
    private static final int PIECE = 1 << 16;

    private final Terminal terminal;
    private final Options options;
    private final Stop stop;
    private final DiagnosticRenderer diagnostics;
    private final TextPrinter text;
    private final JsonPrinter json = new JsonPrinter(this);
    private final ProgressLine progress;
    /** Null before the first picture. */
    private Pictures pictures;

    private boolean said;
    private boolean failed;

    Reporter(Terminal terminal, Options options, Stop stop) {
        this.terminal = terminal;
        this.options = options;
        this.stop = stop;
        text = new TextPrinter(terminal.width(), this);
        diagnostics = new DiagnosticRenderer(terminal.colored(options.color()));
        progress = new ProgressLine(this::replaceLine);
    }

    private void replaceLine(String line) {
        terminal.out().flush();
        terminal.err().write("\r\u001b[K" + line);
        terminal.err().flush();
    }

    @Override
    public void on(Event event) {
        progress.clear();
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            terminal.out().flush();
            if (diagnostic.problem() == Problem.INTERRUPTED && !stop.isCancelled()) {
                return; // output is closed: either the reader has gone, or the failure is reported at the end
            }
            terminal.err().write((said ? "\n" : "") + diagnostics.render(diagnostic));
            terminal.err().flush();
            said = true;
            failed |= diagnostic.severity() != Diagnostic.Severity.NOTICE;
        } else if (!options.quiet()) {
            write(options.json() ? json.print(event) : shown(event));
            if (terminal.outIsTerminal()) {
                terminal.out().flush();
            }
        }
    }

    /** An event as text, a picture for the terminal if there is one. */
    private String shown(Event event) {
        if (!(event instanceof Event.Pictured(Span _, Figure figure, int _))
                || !terminal.outIsTerminal() && options.pictures() != Pictures.Mode.off) {
            return text.print(event);
        }
        if (pictures == null) {
            TextColors palette = terminal.outIsTerminal() ? Pictures.palette(System.getenv()) : TextColors.NONE;
            pictures = new Pictures(options.pictures(), palette, null);
        }
        return pictures.text(figure, terminal.width(), 0);
    }

    /** Writes a text piece by piece, so that it can be cancelled. */
    private void write(String printed) {
        for (int from = 0; from < printed.length(); from += PIECE) {
            check();
            terminal.out().write(printed.substring(from, Math.min(from + PIECE, printed.length())));
        }
    }

    /** Reports a problem with a whole file. */
    void withoutPlace(Message problem) {
        String label = problem.label().isEmpty() ? "" : ": " + problem.label();
        terminal.out().flush();
        terminal.err().write((said ? "\n" : "") + "error: " + problem.title() + label + "\n");
        terminal.err().flush();
        said = true;
    }

    @Override
    public boolean isCancelled() {
        return stop.isCancelled() || terminal.out().closed();
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        if (terminal.errIsTerminal() && !options.quiet()) {
            progress.update(done, total, loss);
        }
    }

    /** Whether an error has been reported. */
    boolean failed() {
        return failed;
    }

    /** Writes all remaining output. */
    void end() {
        progress.clear();
        terminal.out().flush();
        terminal.err().flush();
    }
}
