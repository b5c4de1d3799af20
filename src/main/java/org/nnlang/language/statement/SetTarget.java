package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code target = [0, 1]}. */
public record SetTarget(Expr value, Span span) implements Statement {}
