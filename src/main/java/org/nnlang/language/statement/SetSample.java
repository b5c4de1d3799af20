package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.network.Neurons;
import org.nnlang.text.Span;

/** {@code input = [1, 2]} or {@code target = [0, 1]}: sets that of a single sample, and drops any data. */
public record SetSample(boolean target, Expr value, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        Neurons neurons = neurons(c);
        c.give(c.declarations().samples().with(target));
        c.vector(name(), neurons, value);
    }

    @Override
    public void run(Running r) {
        double[] values = r.vector(name(), neurons(r), value).clone();
        r.overflows(value.span()).check(values);
        r.workspace().give(r.workspace().samples().with(target, values));
    }

    private String name() {
        return target ? "target" : "input";
    }

    private Neurons neurons(Context c) {
        return target ? c.network(span).output().neurons() : c.network(span).input();
    }
}
