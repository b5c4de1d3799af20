package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code weights h = [1, 2] fixed}. */
public record SetWeights(Expr.Name layer, StartSpec start, boolean fixed, Span span) implements Statement {}
