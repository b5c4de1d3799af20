package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/**
 * A name with arguments that may be named: {@code relu}, {@code adam(beta1: 0.8)}, {@code uniform(-1, 1)}.
 *
 * @param nameSpan the position of the name
 */
public record Spec(String name, Span nameSpan, List<Argument> arguments, Span span) {
    /** The name alone. */
    public Expr.Name asName() {
        return new Expr.Name(name, nameSpan);
    }

    /** One argument; {@code name} is null if the argument is positional. */
    public record Argument(String name, Expr value, Span span) {}
}
