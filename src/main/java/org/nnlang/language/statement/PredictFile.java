package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code predict csv("new.csv") to "out.csv"}. */
public record PredictFile(Spec csv, Expr.Text to, Span span) implements Statement {}
