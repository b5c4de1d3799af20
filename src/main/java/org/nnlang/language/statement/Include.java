package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code include "file.nn"}. */
public record Include(Expr.Text path, Span span) implements Statement {}
