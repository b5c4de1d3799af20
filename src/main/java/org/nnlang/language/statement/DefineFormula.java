package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.MethodKind;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code activation mish(z) = z * tanh(ln(1 + exp(z)))}: an activation as a formula of the neuron's net; {@code loss
 * quartic(t, o) = (t - o)^4}: a loss as a formula of an output's target and value, summed over the outputs.
 */
public record DefineFormula(Expr.Name name, List<Expr.Name> variables, Expr value, Span span) implements Statement {
    /** What it defines. */
    public MethodKind kind() {
        return variables.size() == 2 ? MethodKind.LOSS : MethodKind.ACTIVATION;
    }

    @Override
    public Expr.Name defines() {
        return name;
    }

    @Override
    public void check(Checking c) {
        c.define(this);
    }

    @Override
    public void run(Running r) {
        r.define(this);
    }
}
