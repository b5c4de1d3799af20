package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code let n = 3}. */
public record Let(Expr.Name name, Expr value, Span span) implements Statement {}
