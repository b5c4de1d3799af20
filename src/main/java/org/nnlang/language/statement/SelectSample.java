package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code sample 3}: makes a row of the data the current sample. */
public record SelectSample(Expr row, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        row(c);
    }

    @Override
    public void run(Running r) {
        r.workspace().setRow(row(r) - 1);
    }

    /** The row, from 1; fails if the data don't have it. */
    private int row(Context c) {
        double number = c.number(row);
        c.needs(span).sample("`sample`");
        int rows = c.declarations().samples().count();
        boolean known = !Double.isNaN(number) && rows >= 0;
        if (known && (number != Math.rint(number) || number < 1 || number > rows)) {
            throw new Failure(row.span(), Problem.NO_SUCH_ROW, Texts.number(number), rows);
        }
        return (int) number;
    }
}
