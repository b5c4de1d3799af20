package org.nnlang.syntax;

import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/** Leaves the statement that is being parsed. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    SyntaxError(Diagnostic diagnostic) {
        super(null, null, false, false);
        this.diagnostic = diagnostic;
    }

    SyntaxError(Span span, Problem problem) {
        this(Diagnostic.error(span, problem));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
