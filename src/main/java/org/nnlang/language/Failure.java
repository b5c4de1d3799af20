package org.nnlang.language;

import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Ends the statement being checked or run. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;
    private final boolean keepsTraining;

    public Failure(Span span, Problem problem, Object... gaps) {
        this(span, problem.with(gaps));
    }

    public Failure(Span span, Message message) {
        this(span, message, false);
    }

    private Failure(Span span, Message message, boolean keepsTraining) {
        super(null, null, false, false);
        this.diagnostic = Diagnostic.error(span, message);
        this.keepsTraining = keepsTraining;
    }

    /** Ends a training run that keeps the updates before the one that failed. */
    static Failure ofTraining(Span span, Message message) {
        return new Failure(span, message, true);
    }

    /** Whether the updates that the statement has made are kept. */
    boolean keepsTraining() {
        return keepsTraining;
    }

    /** What is wrong, with its position. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
