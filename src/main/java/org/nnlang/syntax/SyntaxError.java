package org.nnlang.syntax;

import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

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
