package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code why w5 = 0.3589}.
 *
 * @param number as it is written
 * @param negative whether a minus sign stands before it
 */
public record Why(Expr quantity, Expr.Number number, boolean negative, Span span) implements Statement {}
