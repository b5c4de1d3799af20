package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Declarations;
import org.nnlang.language.Running;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code loss squared} or {@code loss huber(1)}: the loss that training reduces. */
public record DeclareLoss(Spec loss, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.declare(declared(c));
    }

    @Override
    public void run(Running r) {
        r.workspace().declare(declared(r));
    }

    private Declarations declared(Context c) {
        return c.declarations().withLoss(c.specs().loss(loss), loss.span());
    }
}
