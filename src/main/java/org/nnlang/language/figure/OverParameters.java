package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Clause;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.Timeline;

/**
 * {@code plot error over w5, w6}, {@code plot y1, y2 over x1}: numbers over one or two parameters or inputs, all others as they
 * are. One axis gives curves, two contours with the path that training took.
 */
record OverParameters(List<Expr> quantities, Clauses clauses) implements PictureKind {
    private static final int MOST_POINTS = 241;
    private static final int FEWEST_POINTS = 25;
    private static final int FEWEST_CELLS = 12;
    private static final int MOST_ON_PATH = 300;

    /** The work of all points together, in multiplications. */
    private static final double MOST_WORK = 1e8;

    /** How many times greater the greatest height is than the least before the heights' scale is logarithmic. */
    private static final double DECADES = 100;

    @Override
    public String name() {
        return "plot " + Texts.source(quantities.getFirst().span()) + " over";
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(Clause.Kind.OVER, Clause.Kind.FROM, Clause.Kind.LOG);
    }

    @Override
    public void check(Checking c) {
        quantities.forEach(quantity -> c.attempt(() -> {
            c.network(quantity.span());
            c.number(quantity);
        }));
        c.attempt(() -> {
            List<FreeAxis> axes = FreeAxis.of(clauses, c);
            if (axes.size() == 2 && quantities.size() > 1) {
                Span other = quantities.get(1).span();
                String first = Texts.source(quantities.getFirst().span());
                throw new Failure(other, Problem.PLOTTED_APART, first, Texts.source(other));
            }
            if (axes.stream().anyMatch(axis -> !axis.isParameter())) {
                c.needs(clauses.get(Clause.Kind.OVER).span()).input();
            }
            clauses.ranges(axes.size(), c);
        });
    }

    @Override
    public Figure figure(Running r, long step) {
        boolean all = clauses.from().isEmpty(); // they tell the ranges of the axes
        return figure(r, step, OutputField.CELLS, trail(r, all ? r.workspace().step() : step));
    }

    @Override
    public LongFunction<Figure> frames(Running r) {
        Trail trail = trail(r, r.workspace().step());
        return step -> figure(r, step, OutputField.CELLS_OF_FRAME, trail);
    }

    private Figure figure(Running r, long step, int mostCells, Trail trail) {
        List<FreeAxis> free = FreeAxis.of(clauses, r);
        Span span = quantities.getFirst().span();
        QuantityValues values = r.workspace().readings(span).at(step);
        SampleView samples = new SampleView(r.workspace().samples(), values.network());
        double[] now =
                free.stream().mapToDouble(axis -> axis.value(values, samples)).toArray();
        List<Clauses.Range> ranges = clauses.ranges(free.size(), r);
        List<Axis> axes = new ArrayList<>();
        for (int a = 0; a < now.length; a++) {
            FreeAxis one = free.get(a);
            axes.add(ranges.isEmpty() ? one.axis(samples, now[a], trail.values[a]) : one.axis(samples, ranges.get(a)));
        }
        List<String> notes = new ArrayList<>();
        Grid grid = new Grid(r, step, free, values, samples);
        if (free.size() == 1) {
            return curves(grid, axes.getFirst(), now[0], notes);
        }
        return field(grid, axes, trail.until(step, now), mostCells, notes);
    }

    /** What the parameters on the axes were at steps up to one. */
    private Trail trail(Running r, long last) {
        List<FreeAxis> axes = FreeAxis.of(clauses, r);
        if (axes.stream().noneMatch(FreeAxis::isParameter)) {
            return new Trail(new long[0], new double[axes.size()][0]);
        }
        Timeline history = r.workspace().timeline(quantities.getFirst().span());
        long[] steps = CurveSteps.of(history, history.first(), last, 0, MOST_ON_PATH, "points")
                .steps();
        double[][] values = new double[axes.size()][];
        for (int a = 0; a < values.length; a++) {
            values[a] = new double[axes.get(a).isParameter() ? steps.length : 0];
        }
        for (int i = 0; i < steps.length; i++) {
            double[] parameters = history.at(steps[i]).parameters();
            for (int a = 0; a < values.length; a++) {
                if (axes.get(a).quantity() instanceof Quantity.Parameter(int index)) {
                    values[a][i] = parameters[index];
                }
            }
        }
        return new Trail(steps, values);
    }

    /** What the axes were at some steps, a row for each; none for an input, which stays as it is. */
    private record Trail(long[] steps, double[][] values) {
        /** The values before a step, then those at it. */
        double[][] until(long step, double[] now) {
            int before = (int) Arrays.stream(steps).filter(one -> one < step).count();
            double[][] path = new double[now.length][before + 1];
            for (int a = 0; a < now.length; a++) {
                Arrays.fill(path[a], now[a]);
                System.arraycopy(values[a], 0, path[a], 0, Math.min(before, values[a].length));
            }
            return path;
        }
    }

    private int points(Running r, double power, int fewest, int most) {
        double affordable = MOST_WORK
                / EvaluationWork.of(quantities, r, quantities.getFirst().span());
        return (int) Math.clamp(power == 2 ? Math.sqrt(affordable) : affordable, fewest, most);
    }

    private Figure.Lines curves(Grid grid, Axis axis, double now, List<String> notes) {
        int points = points(grid.r, 1, FEWEST_POINTS, MOST_POINTS);
        double[] x = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = axis.at((double) i / (points - 1));
        }
        List<Figure.Curve> curves = new ArrayList<>();
        for (Expr quantity : quantities) {
            Sampled values = new Sampled(Texts.source(quantity.span()), quantity.span(), points);
            for (int i = 0; i < points; i++) {
                double at = x[i];
                values.set(i, () -> grid.number(quantity, at));
            }
            curves.add(new Figure.Curve(values.name(), x, values.finish(clauses.log(), notes), false));
        }
        List<Figure.Mark> marks = List.of(new Figure.Mark(now, "now"));
        return new Figure.Lines(
                new Figure.Caption(title(grid), notes(grid, notes)),
                axis,
                Extent.of(curves, clauses.log()),
                curves,
                marks,
                List.of());
    }

    private Figure.Field field(Grid grid, List<Axis> axes, double[][] path, int mostCells, List<String> notes) {
        Expr quantity = quantities.getFirst();
        int side = points(grid.r, 2, FEWEST_CELLS, mostCells);
        Sampled sampled = new Sampled(Texts.source(quantity.span()), quantity.span(), side * side);
        for (int row = 0; row < side; row++) {
            grid.r.cancellation().check();
            double y = axes.getLast().middle(row, side);
            for (int column = 0; column < side; column++) {
                double x = axes.getFirst().middle(column, side);
                sampled.set(row * side + column, () -> grid.number(quantity, x, y));
            }
        }
        double[] heights = sampled.finish(clauses.log(), notes);
        Extent extent = new Extent().add(heights);
        boolean log = clauses.log() || extent.least() > 0 && extent.greatest() / extent.least() >= DECADES;
        Axis scale = log ? extent.log(sampled.name()) : extent.tight(sampled.name());
        double[] levels = extent.isFlat() ? new double[0] : Levels.of(scale);
        if (extent.isFlat()) {
            notes.add(sampled.name() + " is the same everywhere here");
        }
        if (side < OutputField.CELLS_OF_FRAME) {
            notes.add(side + " × " + side + " cells: more would take long");
        }
        boolean trained = path[0].length > 1;
        if (trained) {
            notes.add("the path of training is a projection: other parameters changed too");
        }
        return new Figure.Field(
                new Figure.Caption(title(grid), notes(grid, notes)),
                axes.getFirst(),
                axes.getLast(),
                new Figure.Surface.Heights(scale, heights, side, side, levels),
                List.of(),
                new Figure.Path(trained ? "training" : "now", path[0], path[1]));
    }

    private String title(Grid grid) {
        String axes = grid.axes.stream().map(FreeAxis::name).collect(Collectors.joining(" and "));
        long parameters = grid.axes.stream().filter(FreeAxis::isParameter).count();
        boolean others = parameters > 0 && grid.values.network().parameterCount() > parameters;
        return Texts.sources(quantities) + " over " + axes + (others ? ", all other parameters as" : "")
                + StepTitle.after(grid.step);
    }

    private List<String> notes(Grid grid, List<String> notes) {
        SampleView.noteError(quantities, grid.r, notes);
        long inputs = grid.axes.stream().filter(axis -> !axis.isParameter()).count();
        if (inputs > 0 && grid.values.network().size(0) > inputs) {
            notes.addFirst("all other inputs are those of the current sample");
        }
        return notes;
    }

    /** Evaluates the quantities at any place of the axes. */
    private record Grid(Running r, long step, List<FreeAxis> axes, QuantityValues values, SampleView samples) {
        /** The quantity with other values of the axes; NaN if it has none there. */
        double number(Expr quantity, double... at) {
            return r.number(quantity, step, before -> changed(before, at));
        }

        private QuantityValues changed(QuantityValues before, double[] at) {
            double[] parameters = null;
            QuantityValues after = before;
            for (int a = 0; a < at.length; a++) {
                if (axes.get(a).quantity() instanceof Quantity.Parameter(int index)) {
                    parameters = parameters == null ? before.parameters().clone() : parameters;
                    for (int tied : before.network().tied(index)) {
                        parameters[tied] = before.arithmetic().precision().round(at[a]);
                    }
                } else {
                    Sample sample = after.sample();
                    double[] input = sample.input().clone();
                    int neuron = ((Quantity.Output) axes.get(a).quantity()).neuron();
                    input[neuron] = samples.scaled(neuron, at[a]);
                    after = after.on(new Sample(input, sample.target(), sample.weight()));
                }
            }
            return parameters == null ? after : after.with(parameters);
        }
    }
}
