package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code activation h = tanh}. */
public record SetActivation(Expr.Name layer, Spec activation, Span span) implements Statement {}
