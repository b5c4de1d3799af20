package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code sample 3}. */
public record SelectSample(Expr row, Span span) implements Statement {}
