package org.nnlang.language.figure;

import java.util.List;
import java.util.Locale;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.MethodKind;
import org.nnlang.language.Methods;
import org.nnlang.language.Shape;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Plot;
import org.nnlang.text.Problem;

/** Decides which kind of picture {@code plot} makes of its subjects. */
public final class Plots {
    /** What a subject is. */
    private enum Sort {
        BOUNDARY,
        DATA,
        CONFUSION,
        HISTOGRAM,
        /** A vector or a matrix. */
        ELEMENTS,
        ACTIVATION,
        LOSS,
        NUMBER;

        /** Those that a word of the language names. */
        static final List<Sort> WORDS = List.of(BOUNDARY, DATA, CONFUSION, HISTOGRAM);

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether several of them go into one picture. */
        boolean isShared() {
            return this == NUMBER || this == ACTIVATION || this == LOSS;
        }
    }

    private Plots() {}

    /** The kind of picture that a statement asks for; fails if its subjects don't go together. */
    public static PictureKind kind(Plot plot, Clauses given, Context c) {
        List<Expr> plotted = plot.plotted();
        Expr first = plotted.getFirst();
        Sort sort = sort(first, c);
        for (Expr other : plotted.subList(1, plotted.size())) {
            if (sort(other, c) != sort || !sort.isShared()) {
                throw new Failure(
                        other.span(), Problem.PLOTTED_APART, Texts.source(first.span()), Texts.source(other.span()));
            }
        }
        return switch (sort) {
            case BOUNDARY -> new Boundary(first, given);
            case DATA -> new Scatter(first, given);
            case CONFUSION -> new Confusion(first);
            case HISTOGRAM -> new Histogram(first);
            case ELEMENTS -> new Elements(first, given);
            case ACTIVATION, LOSS -> new Functions(plotted, sort == Sort.LOSS, given);
            case NUMBER ->
                given.over().isEmpty() ? new OverUpdates(plot.subjects(), given) : new OverParameters(plotted, given);
        };
    }

    /**
     * What a subject is: what its word says, unless the script has given that name another meaning; an activation or a loss if
     * it names one; else by its shape.
     */
    private static Sort sort(Expr subject, Context c) {
        for (Sort sort : Sort.WORDS) {
            if (Methods.isWord(subject, sort.word(), c)) {
                return sort;
            }
        }
        MethodKind kind = Methods.named(subject, c);
        if (kind == MethodKind.OPTIMIZER) {
            String name = Texts.source(subject.span());
            throw new Failure(
                    subject.span(), Problem.NO_CURVE, name, "an optimizer", "`show " + name + "` shows its formulas");
        }
        if (kind != null) {
            return kind == MethodKind.LOSS ? Sort.LOSS : Sort.ACTIVATION;
        }
        Shape shape = c.shape(subject);
        if (shape.is(Shape.Kind.TRUTH)) {
            throw new Failure(subject.span(), Problem.WRONG_KIND, "a number, a vector or a matrix", shape.text());
        }
        return shape.is(Shape.Kind.VECTOR) || shape.is(Shape.Kind.MATRIX) ? Sort.ELEMENTS : Sort.NUMBER;
    }
}
