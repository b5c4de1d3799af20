package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code save "file.nn"}: writes the network, its settings and parameters as a script.
 *
 * @param training whether it also writes where training stands, so that it goes on from there
 */
public record Save(Expr.Text path, boolean training, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.attempt(() -> c.network(span));
        checkName();
    }

    @Override
    public void run(Running r) {
        checkName();
        r.scripts().write(path, new Saver(r.workspace(), training, span).script());
    }

    private void checkName() {
        if (!path.value().endsWith(".nn")) {
            throw new Failure(path.span(), Problem.NOT_A_SCRIPT, path.value());
        }
    }
}
