package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code loss quartic(t, o) = (t - o)^4}: a loss as a formula of an output's target and value, summed over the outputs. */
public record DefineLoss(Expr.Name name, Expr.Name target, Expr.Name output, Expr value, Span span)
        implements Statement {
    @Override
    public void check(Checking c) {
        c.define("loss", name, List.of(target, output), value);
    }

    @Override
    public void run(Running r) {
        r.define(name, List.of(target, output), value);
    }
}
