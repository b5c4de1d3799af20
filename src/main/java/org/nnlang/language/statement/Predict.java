package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code predict [1, 2]}.
 *
 * @param raw whether the input is in the units of the data file, so that it is to be scaled
 */
public record Predict(Expr input, boolean raw, Span span) implements Statement {}
