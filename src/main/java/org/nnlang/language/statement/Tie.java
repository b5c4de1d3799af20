package org.nnlang.language.statement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code tie w1, w5}: makes parameters one. They take the value of the first. */
public record Tie(List<Expr> parameters, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.declare(c.declarations().with(c.network(span).withTie(indices(c))));
    }

    @Override
    public void run(Running r) {
        r.workspace().tie(indices(r), span);
    }

    private List<Integer> indices(Context c) {
        Set<Integer> indices = new LinkedHashSet<>();
        for (Expr parameter : parameters) {
            if (!indices.add(((Quantity.Parameter) c.quantity(parameter)).index())) {
                throw new Failure(
                        parameter.span(),
                        Problem.TIED_TWICE.with(parameter.span().text()));
            }
        }
        if (indices.size() == 1) {
            throw new Failure(span, Problem.TIED_ALONE.with());
        }
        return List.copyOf(indices);
    }
}
