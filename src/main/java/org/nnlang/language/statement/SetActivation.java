package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.network.Layer;
import org.nnlang.text.Span;

/** {@code activation h = tanh}: gives a layer another activation. */
public record SetActivation(Expr.Name layer, Spec activation, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        int l = c.layer(layer, "activation");
        Layer old = c.network(span).layer(l);
        if (!c.attempt(() ->
                c.declare(c.declarations().withLayer(l, old.with(c.specs().activation(activation)))))) {
            c.findings().lostActivation();
        }
    }

    @Override
    public void run(Running r) {
        r.workspace().setActivation(r.layer(layer, "activation"), r.specs().activation(activation), span);
    }
}
