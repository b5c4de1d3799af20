package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code input = [1, 2]}. */
public record SetInput(Expr value, Span span) implements Statement {}
