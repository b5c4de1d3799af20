package org.nnlang.cli;

import java.util.function.DoubleSupplier;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Listener;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;

/** Hears a script whose results nobody wants: what is wrong is passed on, the rest is dropped. */
final class Mistakes implements Listener {
    private final Listener reporter;
    private boolean onlyExpectations = true;

    Mistakes(Listener reporter) {
        this.reporter = reporter;
    }

    /** Whether nothing was wrong but expectations, after which a script goes on. */
    boolean onlyExpectations() {
        return onlyExpectations;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Reported(Diagnostic diagnostic)) {
            boolean expectation = switch (diagnostic.problem()) {
                case Problem.ExpectedValue _, Problem.ExpectedElements _, Problem.ExpectedCondition _ -> true;
                default -> false;
            };
            onlyExpectations &= expectation;
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
