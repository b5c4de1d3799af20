package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code loss quartic(t, o) = (t - o)^4}: one output's share, of its target and its output. */
public record DefineLoss(Expr.Name name, Expr.Name target, Expr.Name output, Expr value, Span span)
        implements Statement {}
