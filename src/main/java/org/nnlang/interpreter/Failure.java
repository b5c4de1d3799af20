package org.nnlang.interpreter;

import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/** Ends the statement that is being checked or run. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    Failure(Span span, Problem problem) {
        super(null, null, false, false);
        this.diagnostic = Diagnostic.error(span, problem);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
