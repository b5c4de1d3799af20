package org.nnlang.language.figure;

import java.util.List;
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
    private Plots() {}

    /** The kind of picture that a statement asks for; fails if its subjects don't go together. */
    public static PictureKind kind(Plot plot, Clauses given, Context c) {
        List<Expr> plotted = plot.plotted();
        Expr first = plotted.getFirst();
        String sort = sort(first, c);
        for (Expr other : plotted.subList(1, plotted.size())) {
            String found = sort(other, c);
            if (!found.equals(sort) || !List.of("number", "activation", "loss").contains(sort)) {
                throw new Failure(
                        other.span(), Problem.PLOTTED_APART, Texts.source(first.span()), Texts.source(other.span()));
            }
        }
        return switch (sort) {
            case "boundary" -> new Boundary(first, given);
            case "data" -> new Scatter(first, given);
            case "confusion" -> new Confusion(first);
            case "histogram" -> new Histogram(first);
            case "values" -> new Elements(first, given);
            case "activation", "loss" -> new Functions(plotted, sort.equals("loss"), given);
            default ->
                given.over().isEmpty() ? new OverUpdates(plot.subjects(), given) : new OverParameters(plotted, given);
        };
    }

    /**
     * What a subject is: {@code boundary}, {@code data}, {@code confusion} or {@code histogram}, unless the script has given
     * that name another meaning; {@code activation} or {@code loss} if it names one; {@code values} or {@code number} by its
     * shape.
     */
    private static String sort(Expr subject, Context c) {
        for (String word : List.of("boundary", "data", "confusion", "histogram")) {
            if (Methods.isWord(subject, word, c)) {
                return word;
            }
        }
        MethodKind kind = Methods.named(subject, c);
        if (kind == MethodKind.OPTIMIZER) {
            String name = Texts.source(subject.span());
            throw new Failure(
                    subject.span(), Problem.NO_CURVE, name, "an optimizer", "`show " + name + "` shows its formulas");
        }
        if (kind != null) {
            return kind == MethodKind.LOSS ? "loss" : "activation";
        }
        Shape shape = c.shape(subject);
        if (shape.is(Shape.Kind.TRUTH)) {
            throw new Failure(subject.span(), Problem.WRONG_KIND, "a number, a vector or a matrix", shape.text());
        }
        return shape.is(Shape.Kind.VECTOR) || shape.is(Shape.Kind.MATRIX) ? "values" : "number";
    }
}
