package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/**
 * A name with arguments that may be named: {@code relu}, {@code adam(beta1: 0.8)}, {@code uniform(-1, 1)}.
 *
 * @param nameSpan where the name stands
 */
public record Spec(String name, Span nameSpan, List<Argument> arguments, Span span) {
    /** One argument; {@code name} is null where it is given by its place. */
    public record Argument(String name, Expr value, Span span) {}
}
