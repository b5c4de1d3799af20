package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code activation mish(z) = z * tanh(ln(1 + exp(z)))}: an activation as a formula of the neuron's net. */
public record DefineActivation(Expr.Name name, Expr.Name variable, Expr value, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.define("activation", name, List.of(variable), value);
    }

    @Override
    public void run(Running r) {
        r.define(name, List.of(variable), value);
    }
}
