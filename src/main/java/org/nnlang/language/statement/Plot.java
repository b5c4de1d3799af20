package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code plot loss, w5 every 10 log}: a picture of quantities, of an activation, of what the network makes of its inputs, or of
 * samples.
 *
 * @param subjects what is plotted, with {@code boundary}, {@code confusion} and {@code histogram} as names and calls
 */
public record Plot(List<Expr> subjects, List<Clause> clauses, Span span) implements Picture {
    public Plot {
        subjects = List.copyOf(subjects);
        clauses = List.copyOf(clauses);
    }

    @Override
    public void check(Checking c) {
        throw new Failure(span, Problem.NOT_YET, "plot");
    }

    @Override
    public void run(Running r) {
        throw new Failure(span, Problem.NOT_YET, "plot");
    }
}
