package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code w5 = 0.4}, {@code w(h1, y1) = 0.4}, {@code b1 = 0}. */
public record SetParameter(Expr parameter, Expr value, Span span) implements Statement {}
