package org.nnlang.cli;

import java.util.function.DoubleSupplier;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.text.Diagnostic;

/** Notes whether a problem ends a script, and drops results that nobody wants. */
final class UsageErrors implements Listener {
    private final Listener reporter;
    private final boolean quiet;
    private boolean ended;

    /** Passes events on to the reporter; if {@code quiet}, only diagnostics. */
    UsageErrors(Listener reporter, boolean quiet) {
        this.reporter = reporter;
        this.quiet = quiet;
    }

    /** Whether a problem ended the script. */
    boolean ended() {
        return ended;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            ended |= diagnostic.endsScript();
            reporter.on(event);
        } else if (!quiet) {
            reporter.on(event);
        }
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        reporter.progress(step, done, total, loss);
    }
}
