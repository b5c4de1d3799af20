package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code undo 2}; {@code count} is null without a number. */
public record Undo(Expr count, Span span) implements Statement {}
