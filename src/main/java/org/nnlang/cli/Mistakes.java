package org.nnlang.cli;

import java.util.function.DoubleSupplier;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Listener;
import org.nnlang.source.Diagnostic;

/** Hears a script whose results nobody wants: what is wrong is passed on, the rest is dropped. */
final class Mistakes implements Listener {
    private final Listener reporter;
    private boolean ended;

    Mistakes(Listener reporter) {
        this.reporter = reporter;
    }

    /** Whether something ended the script. */
    boolean ended() {
        return ended;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            ended |= diagnostic.endsScript();
            reporter.on(event);
        }
    }

    @Override
    public boolean goesOn() {
        return reporter.goesOn();
    }

    @Override
    public void progress(long step, long done, long total, DoubleSupplier loss) {
        reporter.progress(step, done, total, loss);
    }
}
