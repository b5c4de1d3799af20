package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Span;

/** {@code h[2]} or {@code y(cat, dog)}: a layer's name and its neurons. */
public sealed interface NeuronsSpec {
    /** The layer's name. */
    Expr.Name name();

    /** Where it stands. */
    Span span();

    /** {@code h[2]}. */
    record Sized(Expr.Name name, Expr size, Span span) implements NeuronsSpec {}

    /** {@code y(cat, dog)}. */
    record Named(Expr.Name name, List<Expr.Name> neurons, Span span) implements NeuronsSpec {}
}
