package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code expect A ~ B within T}.
 *
 * @param tolerance null without one
 */
public record ExpectAbout(Expr actual, Expr expected, Expr tolerance, Span span) implements Statement {}
