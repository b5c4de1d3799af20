package org.nnlang.language.statement;

import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code forward}, {@code backward}, {@code update}, {@code next}. */
public record Narrate(Narration what, Span span) implements Statement {
    /** What can be narrated. */
    public enum Narration {
        FORWARD,
        BACKWARD,
        UPDATE,
        NEXT
    }
}
