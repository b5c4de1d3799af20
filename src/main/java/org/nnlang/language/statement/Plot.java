package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.figure.Clauses;
import org.nnlang.language.figure.PictureKind;
import org.nnlang.language.figure.Plots;
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

    /** What is plotted, without the step. */
    public List<Expr> plotted() {
        return subjects.stream()
                .map(subject -> subject instanceof Expr.At at ? at.quantity() : subject)
                .toList();
    }

    @Override
    public Expr step() {
        return subjects.stream()
                .filter(Expr.At.class::isInstance)
                .map(at -> ((Expr.At) at).step())
                .findFirst()
                .orElse(null);
    }

    @Override
    public PictureKind kind(Context c, Clauses given) {
        return Plots.kind(this, given, c);
    }
}
