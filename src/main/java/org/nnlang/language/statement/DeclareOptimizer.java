package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Declarations;
import org.nnlang.language.Running;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code optimizer adam} or {@code optimizer momentum(0.9)}: how an update follows from the gradient. */
public record DeclareOptimizer(Spec optimizer, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        Declarations old = c.declarations();
        c.declare(old.with(old.settings().with(Setting.OPTIMIZER, null))); // stays unknown if there is an error
        c.declare(old.with(old.settings().with(Setting.OPTIMIZER, c.specs().optimizer(optimizer))));
    }

    @Override
    public void run(Running r) {
        r.workspace().setOptimizer(r.specs().optimizer(optimizer));
    }
}
