package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Spec;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Clause;
import org.nnlang.network.Activation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;
import org.nnlang.text.Thousands;

/**
 * {@code plot sigmoid at h}, {@code plot huber(0.5) from -2 to 2}: activations over the net, or losses over the output's distance
 * from the target, with their derivatives; the nets of a layer are marked.
 *
 * @param losses whether they are losses, not activations
 */
record Functions(List<Expr> functions, boolean losses, Clauses clauses) implements PictureKind {
    /** The points of a curve, an odd number so that one is in the middle, where many functions have their kink. */
    private static final int POINTS = 241;

    private static final double EDGE = 6;
    private static final String DISTANCE = "o − t";

    /** The farthest net for which the axis is made longer. */
    private static final double FARTHEST = 30;

    /** The most marks with names that are readable. */
    private static final int MOST_NAMES = 24;

    /** A curve before its points are known. */
    private record Line(String name, DoubleUnaryOperator of, boolean derivative) {}

    @Override
    public String name() {
        return "plot " + Texts.source(functions.getFirst().span());
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(Clause.Kind.FROM, Clause.Kind.AT);
    }

    @Override
    public String insteadOfStep() {
        return clauses.at() == null
                ? "it is the same at every step; with a layer, like `at h`, `@` says when its nets are read"
                : null;
    }

    @Override
    public void check(Checking c) {
        functions.forEach(function -> c.attempt(() -> {
            if (losses) {
                c.specs().loss(spec(function));
            } else {
                activation(function, c);
            }
        }));
        c.attempt(() -> clauses.ranges(1, c));
        c.attempt(() -> marked(c));
    }

    private static Spec spec(Expr function) {
        return function instanceof Expr.Call call
                ? new Spec(
                        call.name(),
                        call.nameSpan(),
                        call.arguments().stream()
                                .map(argument -> new Spec.Argument(null, argument, argument.span()))
                                .toList(),
                        call.span())
                : new Spec(((Expr.Name) function).name(), function.span(), List.of(), function.span());
    }

    /** Fails unless a subject is a function of one number. */
    private Activation activation(Expr function, Context c) {
        Activation activation = c.specs().activation(spec(function));
        if (!activation.elementwise()) {
            String help = "plot what it gives for a layer, like `plot out(y)`";
            throw new Failure(
                    function.span(), Problem.NO_CURVE, activation.name(), "an activation of a whole layer", help);
        }
        return activation;
    }

    private List<Line> lines(Context c) {
        List<Line> lines = new ArrayList<>();
        if (!losses) {
            for (Expr function : functions) {
                Activation f = activation(function, c);
                add(lines, function, f.variable(), f::value, z -> slope(f, z));
            }
            return lines;
        }
        boolean distance = ofDistance(c);
        for (Expr function : functions) {
            LayerLoss loss = loss(function, c);
            if (distance) {
                add(lines, function, DISTANCE, o -> share(loss, 0, o), o -> slope(loss, o));
            } else {
                String name = Texts.source(function.span());
                lines.add(new Line(name + ", t = 1", o -> share(loss, 1, o), false));
                lines.add(new Line(name + ", t = 0", o -> share(loss, 0, o), false));
            }
        }
        return lines;
    }

    /** f′(z), NaN where f has no value. */
    private static double slope(Activation f, double z) {
        double value = f.value(z);
        return Double.isNaN(value) ? Double.NaN : f.derivative(z, value);
    }

    private static void add(
            List<Line> lines, Expr function, String variable, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        String name = Texts.source(function.span());
        String of = function instanceof Expr.Name ? "(" + variable + ")" : "";
        lines.add(new Line(name + of, value, false));
        lines.add(new Line(name + "′" + of, slope, true));
    }

    // losses

    /** The loss of one output, by the output. */
    private static LayerLoss loss(Expr function, Context c) {
        return new LayerLoss(c.specs().loss(spec(function)).byOutputs(), 1);
    }

    private static double share(LayerLoss loss, double target, double output) {
        double[] o = {output};
        return loss.value(new double[] {target}, o, o);
    }

    private static double slope(LayerLoss loss, double distance) {
        double[] slope = new double[1];
        loss.derivatives(new double[1], new double[] {distance}, slope);
        return slope[0];
    }

    /** Whether of all losses only the distance of the output from the target counts. */
    private boolean ofDistance(Context c) {
        return functions.stream().allMatch(function -> isOfDistance(loss(function, c)));
    }

    private static boolean isOfDistance(LayerLoss loss) {
        for (double distance = -2; distance <= 2; distance += 0.25) {
            double alone = share(loss, 0, distance);
            for (double target : new double[] {1, -0.5, 3}) {
                double other = share(loss, target, target + distance);
                if (!(Math.abs(alone - other) <= 1e-9 * (1 + Math.abs(alone)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all losses have values only for outputs between 0 and 1. */
    private boolean ofProbabilities(Context c) {
        return losses && functions.stream().noneMatch(function -> Double.isFinite(share(loss(function, c), 1, -0.5)));
    }

    // the layer whose nets are marked

    /** The number of the layer whose nets are marked; 0 if none is. */
    private int marked(Context c) {
        if (clauses.at() == null) {
            return 0;
        }
        int layer = c.layer(clauses.at(), "net");
        Network network = c.network(clauses.at().span());
        if (losses && layer < network.depth()) {
            String output = "the output layer, `" + network.output().neurons().layer() + "`,";
            throw new Failure(
                    clauses.at().span(),
                    Problem.WRONG_KIND,
                    output,
                    "`" + clauses.at().name() + "`");
        }
        c.needs(clauses.at().span()).check(losses ? new Quantity.TotalError() : new Quantity.LayerNets(layer));
        return layer;
    }

    /** The nets of the marked layer, or the distances of the outputs from their targets. */
    private List<Figure.Mark> ticks(Running r, long step, List<String> notes) {
        int layer = marked(r);
        if (layer == 0) {
            return List.of();
        }
        QuantityValues values = r.workspace().readings(clauses.at().span()).at(step);
        double[] at = values.values(losses ? new Quantity.LayerOutputs(layer) : new Quantity.LayerNets(layer));
        double[] targets = losses && ofDistance(r) ? values.values(new Quantity.Targets()) : new double[at.length];
        Neurons neurons = values.network().neurons(layer);
        boolean named = at.length <= MOST_NAMES;
        List<Figure.Mark> ticks = new ArrayList<>();
        for (int j = 0; j < at.length; j++) {
            if (Double.isFinite(at[j] - targets[j])) {
                ticks.add(new Figure.Mark(at[j] - targets[j], named ? neurons.name(j) : ""));
            }
        }
        String what = !losses ? "the nets of " : ofDistance(r) ? "o − t of " : "the outputs of ";
        notes.add("marked: " + what + neurons.layer() + " for the current sample, at step " + Thousands.of(step));
        return ticks;
    }

    @Override
    public Figure figure(Running r, long step) {
        List<String> notes = new ArrayList<>();
        List<Figure.Mark> ticks = ticks(r, step, notes);
        boolean inner = clauses.from().isEmpty() && ofProbabilities(r);
        Clauses.Range range = clauses.from().isEmpty()
                ? range(ticks, inner)
                : clauses.ranges(1, r).getFirst();
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double share = inner ? (i + 0.5) / POINTS : (double) i / (POINTS - 1);
            x[i] = range.from() * (1 - share) + range.to() * share;
        }
        List<Figure.Curve> curves = new ArrayList<>();
        Extent extent = new Extent();
        for (Line line : lines(r)) {
            Sampled values = new Sampled(line.name, functions.getFirst().span(), POINTS);
            for (int i = 0; i < POINTS; i++) {
                double at = x[i];
                values.set(i, () -> line.of.applyAsDouble(at));
            }
            double[] y = values.finish(false, notes);
            extent.add(y);
            curves.add(new Figure.Curve(line.name, x, y, line.derivative));
        }
        List<Figure.Mark> shown = ticks.stream()
                .filter(tick -> tick.at() >= range.from() && tick.at() <= range.to())
                .toList();
        for (Figure.Mark tick : ticks) {
            if (!shown.contains(tick) && !tick.name().isEmpty()) {
                notes.add(tick.name() + " is outside, at " + Texts.brief(tick.at()));
            }
        }
        Axis axis = range.axis(variable(r));
        Figure.Caption caption = new Figure.Caption(title(curves), notes);
        return new Figure.Lines(caption, axis, extent.linear(""), curves, List.of(), shown);
    }

    /** The usual range, made longer for marks that are not far outside. */
    private static Clauses.Range range(List<Figure.Mark> ticks, boolean inner) {
        if (inner) {
            return new Clauses.Range(0, 1);
        }
        double farthest = ticks.stream()
                .mapToDouble(tick -> Math.abs(tick.at()))
                .filter(at -> at <= FARTHEST)
                .max()
                .orElse(0);
        double edge = Math.max(EDGE, -Math.floor(-farthest));
        return new Clauses.Range(-edge, edge);
    }

    private String variable(Context c) {
        if (losses) {
            return ofDistance(c) ? DISTANCE : "o";
        }
        List<String> all = functions.stream()
                .map(function -> activation(function, c).variable())
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : "net";
    }

    private String title(List<Figure.Curve> curves) {
        boolean derivatives = curves.stream().anyMatch(Figure.Curve::secondary);
        return Texts.sources(functions)
                + (!derivatives ? "" : functions.size() == 1 ? " and its derivative" : " and their derivatives");
    }
}
