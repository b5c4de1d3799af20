package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Clause;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code plot boundary}, {@code plot boundary(y2) over x1, x3 from 0 to 1, -1 to 1}: what the network makes of two of its
 * inputs, with the samples as points.
 *
 * <p>Outputs that are classes make regions, in which the strongest class wins; one output makes heights. Of several outputs that
 * are no classes, the first is shown unless the statement names another.
 *
 * @param subject {@code boundary} or {@code boundary(y2)}
 */
record Boundary(Expr subject, Clauses clauses) implements PictureKind {
    /** The share of the samples' range that is shown on each side of them. */
    private static final double MARGIN = 0.2;

    /** More inputs that are held than this are counted instead of named. */
    private static final int MOST_NAMED = 6;

    @Override
    public String name() {
        return "plot boundary";
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(Clause.Kind.OVER, Clause.Kind.FROM);
    }

    private Span span() {
        return subject.span();
    }

    @Override
    public void check(Checking c) {
        plane(c);
        output(c);
        clauses.ranges(2, c);
    }

    private InputPlane plane(Context c) {
        Network network = c.network(span());
        if (network.input().size() == 1) {
            throw new Failure(span(), Problem.ONE_INPUT, network.input().name(0));
        }
        InputPlane plane = InputPlane.of(network, clauses, name(), span(), c);
        if (network.input().size() > 2) {
            c.needs(span()).input();
        }
        return plane;
    }

    /** The output that the statement names; -1 if it names none. */
    private int output(Context c) {
        if (!(subject instanceof Expr.Call call)) {
            return -1;
        }
        Network network = c.network(span());
        String example = network.output().neurons().name(0);
        Expr argument = call.arguments().getFirst();
        if (c.quantity(argument) instanceof Quantity.Output(int layer, int neuron) && layer == network.depth()) {
            return neuron;
        }
        String needed = "a neuron of the output layer, like `" + example + "`,";
        throw new Failure(argument.span(), Problem.WRONG_KIND, needed, "`" + Texts.source(argument.span()) + "`");
    }

    @Override
    public Figure figure(Running r, long step) {
        return figure(r, step, OutputField.CELLS);
    }

    @Override
    public LongFunction<Figure> frames(Running r) {
        return step -> figure(r, step, OutputField.CELLS_OF_FRAME);
    }

    private Figure figure(Running r, long step, int cells) {
        InputPlane plane = plane(r);
        QuantityValues reading = r.workspace().readings(span()).at(step);
        Network network = reading.network();
        SampleView samples = new SampleView(r.workspace().samples(), network);
        List<Clauses.Range> ranges = clauses.ranges(2, r);
        Axis x = axis(samples, plane.x(), ranges.isEmpty() ? null : ranges.getFirst());
        Axis y = axis(samples, plane.y(), ranges.isEmpty() ? null : ranges.getLast());
        int asked = output(r);
        boolean regions = asked < 0 && network.output().size() > 1 && samples.classes() != null;
        int output = Math.max(asked, 0);
        List<String> notes = new ArrayList<>();
        noteHeld(network, samples, plane, r.digits(), notes);
        OutputField field = new OutputField(reading, samples, plane, x, y, cells, r.cancellation());
        Figure.Surface surface = regions ? field.regions(notes) : field.heights(output, notes);
        List<Figure.Point> points = field.points(regions ? OptionalInt.empty() : OptionalInt.of(output), notes);
        String name = network.output().neurons().name(output);
        if (asked < 0 && !regions && network.output().size() > 1) {
            String other = network.output().neurons().name(1);
            notes.add("`plot boundary(" + other + ")` shows output " + other);
        }
        String title = (regions ? "strongest class" : "output " + name) + " over "
                + network.input().name(plane.x()) + " and " + network.input().name(plane.y()) + StepTitle.after(step);
        return new Figure.Field(new Figure.Caption(title, notes), x, y, surface, points, null);
    }

    /** The axis of an input: the range that is given, else around the samples. */
    private static Axis axis(SampleView samples, int input, Clauses.Range given) {
        String label = samples.label(input);
        return given != null
                ? given.axis(label)
                : samples.extent(samples.place(input)).around(label, MARGIN);
    }

    /** Says what the inputs off the plane are held at. */
    private static void noteHeld(
            Network network, SampleView samples, InputPlane plane, int digits, List<String> notes) {
        List<String> held = new ArrayList<>();
        int more = network.input().size() - 2 - MOST_NAMED;
        for (int i = 0; i < network.input().size() && held.size() < MOST_NAMED; i++) {
            if (i != plane.x() && i != plane.y()) {
                double raw = samples.raw(i, samples.current()[i]);
                held.add(samples.label(i) + " = " + Digits.format(raw, digits));
            }
        }
        if (!held.isEmpty()) {
            notes.add("held at the values of " + samples.currentName() + ": " + String.join(", ", held)
                    + (more > 0 ? " and " + more + " more" : ""));
            notes.add("each sample keeps its own values of the inputs that are held");
        }
    }
}
