package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code bias h = 0.35 shared fixed}. */
public record SetBias(Expr.Name layer, StartSpec start, boolean shared, boolean fixed, Span span)
        implements Statement {}
