package org.nnlang.syntax;

import org.antlr.v4.runtime.RecognitionException;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Leaves the statement that is being parsed. */
final class SyntaxError extends RecognitionException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    SyntaxError(Span span, Problem problem) {
        super(null, null, null);
        this.diagnostic = Diagnostic.error(span, problem);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    /** Nobody reads it. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
