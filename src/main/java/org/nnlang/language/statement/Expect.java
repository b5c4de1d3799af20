package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code expect a < b}. */
public record Expect(Expr condition, Span span) implements Statement {}
