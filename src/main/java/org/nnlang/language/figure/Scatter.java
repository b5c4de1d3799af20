package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.statement.Clause;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code plot data}, {@code plot data over x1, x2}: the samples as points, coloured by their classes or their targets. The
 * samples of a network with one input are drawn at their input and their target.
 *
 * @param subject the word {@code data}
 */
record Scatter(Expr subject, Clauses clauses) implements PictureKind {
    private static final double MARGIN = 0.06;

    @Override
    public String name() {
        return "plot data";
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(Clause.Kind.OVER, Clause.Kind.FROM);
    }

    @Override
    public String insteadOfStep() {
        return "the samples are the same at every step";
    }

    private Span span() {
        return subject.span();
    }

    @Override
    public void check(Checking c) {
        if (subject instanceof Expr.Call call) {
            int arguments = call.arguments().size();
            throw new Failure(
                    span(),
                    Problem.WRONG_ARGUMENT_COUNT,
                    "data",
                    arguments,
                    "`plot data`, which shows test samples hollow");
        }
        plane(c);
        clauses.ranges(2, c);
    }

    /** The inputs that are the axes; null if there is only one input. */
    private InputPlane plane(Context c) {
        Network network = c.network(span());
        c.needs(span()).sample("`plot data`");
        if (network.input().size() > 1) {
            return InputPlane.of(network, clauses, name(), span(), c);
        }
        if (!clauses.over().isEmpty()) {
            throw new Failure(
                    clauses.over().getFirst().span(),
                    Problem.ONLY_INPUT,
                    network.input().name(0));
        }
        c.needs(span()).check(new Quantity.Targets());
        return null;
    }

    @Override
    public Figure figure(Running r, long step) {
        Network network = r.network(span());
        SampleView samples = new SampleView(r.workspace().samples(), network);
        InputPlane plane = plane(r);
        List<String> notes = new ArrayList<>();
        IntToDoubleFunction across = samples.place(plane == null ? 0 : plane.x());
        IntToDoubleFunction up = plane == null ? i -> height(samples, i) : samples.place(plane.y());
        String xLabel = samples.label(plane == null ? 0 : plane.x());
        String target = "target " + network.output().neurons().name(0);
        boolean byClass = samples.classes() != null;
        String yLabel = plane != null ? samples.label(plane.y()) : isNumbered(samples) ? "class" : target;
        List<Clauses.Range> ranges = clauses.ranges(2, r);
        Axis x = ranges.isEmpty()
                ? samples.extent(across).around(xLabel, MARGIN)
                : ranges.getFirst().axis(xLabel);
        Axis y = ranges.isEmpty()
                ? samples.extent(up).around(yLabel, MARGIN)
                : ranges.getLast().axis(yLabel);
        List<Figure.Point> points = samples.points(
                new SampleView.Coordinate(x, across),
                new SampleView.Coordinate(y, up),
                byClass || plane == null ? OptionalInt.empty() : OptionalInt.of(0),
                _ -> false,
                notes);
        if (!byClass && network.output().size() > 1) {
            notes.add("of the targets, the first is shown");
        }
        if (plane == null && isNumbered(samples)) {
            notes.add("the classes are numbered from 1, in the order of the legend");
        }
        String title = (plane == null ? yLabel + " of " : "")
                + Message.count(samples.size(), "sample") + " over "
                + network.input().name(plane == null ? 0 : plane.x())
                + (plane == null ? "" : " and " + network.input().name(plane.y()));
        boolean colored = !byClass && plane != null && samples.target(0) != null;
        Axis color = colored ? samples.targets(0).tight(target) : null;
        return new Figure.Points(new Figure.Caption(title, notes), x, y, samples.names(), color, points);
    }

    /** Whether the y axis has the numbers of classes on it. */
    private static boolean isNumbered(SampleView samples) {
        return samples.classes() != null && samples.target(0).length > 1;
    }

    /** Where a sample with one input is on the y axis: at its target, or at the number of its class. */
    private static double height(SampleView samples, int i) {
        double[] target = samples.target(i);
        return isNumbered(samples) ? samples.classes().of(target) + 1 : target[0];
    }
}
