package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.text.Span;

/** Where the parameters of a layer start. */
public sealed interface StartSpec {
    /** Where it stands. */
    Span span();

    /** From values. */
    record Values(Expr value) implements StartSpec {
        @Override
        public Span span() {
            return value.span();
        }
    }

    /** By an initialiser. */
    record Drawn(Spec initializer) implements StartSpec {
        @Override
        public Span span() {
            return initializer.span();
        }
    }

    /** {@code none}. */
    record None(Span span) implements StartSpec {}
}
