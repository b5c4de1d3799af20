package org.nnlang.language.statement;

import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code optimizer mine(p, g, mu: 0.9) { v = mu * v + g; p = p - rate * v }}: an optimizer by its lines. */
public record DefineOptimizer(Spec defined, Block lines, Span span) implements Statement {
    @Override
    public Expr.Name defines() {
        return defined.asName();
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
