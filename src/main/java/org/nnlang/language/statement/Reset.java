package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code reset}: goes back to the parameters before the first update. */
public record Reset(Span span) implements Statement {
    @Override
    public void check(Checking c) {}

    @Override
    public void run(Running r) {
        r.workspace().reset(span);
    }
}
