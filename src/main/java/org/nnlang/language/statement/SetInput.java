package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.network.Network;
import org.nnlang.text.Span;

/** {@code input = [1, 2]}: sets the input of a single sample, and drops any data. */
public record SetInput(Expr value, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        Network network = c.network(span);
        c.give(c.declarations().samples().withInput());
        c.vector("input", network.input(), value);
    }

    @Override
    public void run(Running r) {
        double[] values = r.vector("input", r.network(span).input(), value).clone();
        r.overflows(value.span()).check(values);
        r.workspace().give(r.workspace().samples().withInput(values));
    }
}
