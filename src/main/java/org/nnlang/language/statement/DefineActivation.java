package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code activation mish(z) = z * tanh(ln(1 + exp(z)))}. */
public record DefineActivation(Expr.Name name, Expr.Name variable, Expr value, Span span) implements Statement {}
