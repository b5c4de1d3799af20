package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.network.Network;
import org.nnlang.text.Span;

/** {@code target = [0, 1]}: sets the target of a single sample, and drops any data. */
public record SetTarget(Expr value, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        Network network = c.network(span);
        c.give(c.declarations().samples().withTarget());
        c.vector("target", network.output().neurons(), value);
    }

    @Override
    public void run(Running r) {
        double[] values =
                r.vector("target", r.network(span).output().neurons(), value).clone();
        r.overflows(value.span()).check(values);
        r.workspace().give(r.workspace().samples().withTarget(values));
    }
}
