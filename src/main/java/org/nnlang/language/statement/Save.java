package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code save "file.nn"}. */
public record Save(Expr.Text path, Span span) implements Statement {}
