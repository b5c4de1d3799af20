package org.nnlang.language;

import org.nnlang.text.Span;

/** The listener has stopped the script. */
final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final boolean training;

    Interruption(Span span, boolean training) {
        super(null, null, false, false);
        this.span = span;
        this.training = training;
    }

    Span span() {
        return span;
    }

    boolean training() {
        return training;
    }
}
