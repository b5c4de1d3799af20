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

    /** What is plotted, without the step of the picture. */
    public List<Expr> plotted() {
        return at() == null ? subjects : List.of(at().quantity());
    }

    @Override
    public Expr step() {
        return at() == null ? null : at().step();
    }

    /** What is plotted with its step; null if it has none, or if there are several: then a step belongs to one of them. */
    private Expr.At at() {
        return subjects.size() == 1 && subjects.getFirst() instanceof Expr.At at ? at : null;
    }

    @Override
    public PictureKind kind(Context c, Clauses given) {
        return Plots.kind(this, given, c);
    }
}
