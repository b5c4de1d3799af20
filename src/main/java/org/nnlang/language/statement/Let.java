package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code let n = 3}: names a value. */
public record Let(Expr.Name name, Expr value, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.let(name, value);
    }

    @Override
    public void run(Running r) {
        r.let(name, r.value(value));
    }
}
