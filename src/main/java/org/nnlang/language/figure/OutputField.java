package org.nnlang.language.figure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.nnlang.network.Activation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Classification;
import org.nnlang.network.Network;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** A network's outputs at the middle of each cell of a plane of two inputs, and at the samples in it. */
final class OutputField {
    /** The cells along an axis, unless the network is so large that they would take too long. */
    static final int CELLS = 200;

    /** The same in one of many frames. */
    static final int CELLS_OF_FRAME = 60;

    private static final int FEWEST_CELLS = 40;

    /** The products of a weight and a number that a picture may take, a fraction of a second of them. */
    private static final double MOST_PRODUCTS = 4e8;

    /** The most numbers of inputs that are made at once. */
    private static final int AT_ONCE = 1_000_000;

    private final QuantityValues reading;
    private final Network network;
    private final SampleView samples;
    private final InputPlane plane;
    private final Axis x;
    private final Axis y;
    private final int cells;
    /** The outputs of each cell, row after row from the lowest y. */
    private final double[][] outputs;

    /** Computes the outputs of at most {@code most} × {@code most} cells; the axes are in the units of the data's file. */
    OutputField(
            QuantityValues reading,
            SampleView samples,
            InputPlane plane,
            Axis x,
            Axis y,
            int most,
            Cancellation cancellation) {
        this.reading = reading;
        this.network = reading.network();
        this.samples = samples;
        this.plane = plane;
        this.x = x;
        this.y = y;
        cells = (int) Math.clamp(Math.sqrt(MOST_PRODUCTS / network.weightCount()), FEWEST_CELLS, most);
        outputs = new double[cells * cells][];
        fill(cancellation);
    }

    private void fill(Cancellation cancellation) {
        int inputs = network.input().size();
        int rows = Math.clamp((long) AT_ONCE / ((long) inputs * cells), 1, cells);
        double[] across = middles(x, plane.x());
        double[] up = middles(y, plane.y());
        double[][] batch = new double[rows * cells][];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = inputs == 2 ? new double[2] : samples.current().clone();
            batch[i][plane.x()] = across[i % cells];
        }
        for (int from = 0; from < cells; from += rows) {
            cancellation.check();
            int count = Math.min(rows, cells - from);
            for (int i = 0; i < count * cells; i++) {
                batch[i][plane.y()] = up[from + i / cells];
            }
            int first = from * cells;
            reading.each(
                    count == rows ? batch : Arrays.copyOf(batch, count * cells),
                    (i, _, out) -> outputs[first + i] = out.clone());
        }
    }

    /** The middles of the cells along an axis, as the network gets them. */
    private double[] middles(Axis axis, int input) {
        double[] middles = new double[cells];
        for (int i = 0; i < cells; i++) {
            middles[i] = samples.scaled(input, axis.middle(i, cells));
        }
        return middles;
    }

    /** The strongest class of each cell; adds to the notes what a reader must know. */
    Figure.Surface regions(List<String> notes) {
        Classification classes = samples.classes();
        int[] strongest = new int[outputs.length];
        double[] certainty = new double[outputs.length];
        int gaps = 0;
        for (int i = 0; i < outputs.length; i++) {
            boolean known = isFinite(outputs[i]);
            strongest[i] = known ? classes.of(outputs[i]) : -1;
            certainty[i] = known ? share(outputs[i], strongest[i]) : Double.NaN;
            gaps += known ? 0 : 1;
        }
        notes.add(
                network.output().activation().elementwise()
                        ? "the shade is the strongest output's share of the sum of the outputs above 0"
                        : "the stronger the shade, the higher the output of the strongest class");
        noteGaps(gaps, notes);
        return new Figure.Surface.Regions(samples.names(), strongest, certainty, cells, cells);
    }

    private static boolean isFinite(double[] numbers) {
        for (double number : numbers) { // no stream: there are many of them
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** The share of a class: with softmax its output, else its part of the sum of the outputs above 0. */
    private double share(double[] out, int k) {
        if (!network.output().activation().elementwise()) {
            return out[k];
        }
        double sum = 0;
        for (double o : out) {
            sum += Math.max(o, 0);
        }
        return sum > 0 ? out[k] / sum : 1.0 / out.length;
    }

    /** One output at each cell; adds to the notes what a reader must know. */
    Figure.Surface heights(int output, List<String> notes) {
        double[] values = new double[outputs.length];
        Extent extent = new Extent();
        int gaps = 0;
        for (int i = 0; i < values.length; i++) {
            double value = outputs[i][output];
            values[i] = Double.isFinite(value) ? value : Double.NaN;
            gaps += Double.isFinite(value) ? 0 : 1;
            extent.add(value);
        }
        noteGaps(gaps, notes);
        Axis scale = scale(output, extent);
        double[] levels = levels(scale);
        if (levels.length == 1) {
            notes.add("the boundary is where the output is " + Digits.shortest(levels[0]));
        }
        return new Figure.Surface.Heights(scale, values, cells, cells, levels);
    }

    private void noteGaps(int gaps, List<String> notes) {
        if (gaps > 0) {
            notes.add(
                    gaps == outputs.length
                            ? "the output is nowhere a finite number"
                            : "the output is not finite in " + Thousands.of(100.0 * gaps / outputs.length)
                                    + " % of the plane");
        }
    }

    /** What the heights are, and their range: of an activation with bounds those, else that of the values and the targets. */
    private Axis scale(int output, Extent values) {
        String name = network.output().neurons().name(output);
        boolean two = samples.classes() != null && network.output().size() == 1;
        String label = two && !isNumber(samples.names().getFirst())
                ? name + " (" + Digits.shortest(samples.classes().low()) + " = "
                        + samples.names().getFirst() + ", "
                        + Digits.shortest(samples.classes().high()) + " = "
                        + samples.names().getLast() + ")"
                : name;
        Activation activation = network.output().activation();
        if (activation.isBounded()) {
            return Axis.linear(label, activation.least(), activation.greatest());
        }
        Extent targets = samples.targets(output);
        return values.add(targets.least(), targets.greatest()).tight(label);
    }

    private boolean isNumber(String className) {
        return className.equals(Digits.shortest(samples.classes().low()));
    }

    /** The middle between two classes, or that of an activation's bounds; else round heights. */
    private double[] levels(Axis scale) {
        if (samples.classes() != null && network.output().size() == 1) {
            return new double[] {samples.classes().middle()};
        }
        return network.output().activation().isBounded() ? new double[] {scale.at(0.5)} : Levels.of(scale);
    }

    /** The samples in the plane; {@code output} is the one whose targets colour them; none for their classes. */
    List<Figure.Point> points(OptionalInt output, List<String> notes) {
        BitSet wrong = new BitSet();
        Classification classes = samples.classes();
        if (classes != null) {
            int[] drawn = samples.drawn();
            double[][] inputs = Arrays.stream(drawn).mapToObj(samples::input).toArray(double[][]::new);
            reading.each(inputs, (i, _, out) -> {
                double[] target = samples.target(drawn[i]);
                wrong.set(drawn[i], target != null && classes.of(out) != classes.of(target));
            });
        }
        return samples.points(
                new SampleView.Coordinate(x, samples.place(plane.x())),
                new SampleView.Coordinate(y, samples.place(plane.y())),
                output,
                wrong::get,
                notes);
    }
}
