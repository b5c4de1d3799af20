package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.nnlang.data.ColumnSummary;
import org.nnlang.data.FileSummary;
import org.nnlang.language.Expr;
import org.nnlang.language.GivenSamples;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.network.Classification;
import org.nnlang.network.Network;
import org.nnlang.network.Samples;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Digits;
import org.nnlang.text.Message;
import org.nnlang.text.Thousands;

/** The samples as pictures show them: with their classes, and in the units of the data's file. */
final class SampleView {
    /** More points than this are too many for a picture. */
    private static final int MOST_POINTS = 2000;

    /** An axis, and where sample {@code i} is along it. */
    record Coordinate(Axis axis, IntToDoubleFunction place) {
        boolean shows(double at) {
            return axis.from() <= at && at <= axis.to();
        }
    }

    private final GivenSamples given;
    private final Network network;
    private final Classification classes;

    private final List<double[]> inputs = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();
    /** Of {@link #inputs}, those before it are for training. */
    private final int test;

    /** The samples that a script has given to a network. */
    SampleView(GivenSamples given, Network network) {
        this.given = given;
        this.network = network;
        Samples all = given.all();
        if (all != null) {
            add(all.inputs(), all.targets());
        } else if (given.input() != null) {
            inputs.add(given.input());
            targets.add(null);
        }
        test = inputs.size();
        if (all != null) {
            add(all.testInputs(), all.testTargets());
        }
        classes = classes(given, network, targets);
    }

    private void add(double[][] in, double[][] out) {
        inputs.addAll(Arrays.asList(in));
        targets.addAll(Arrays.asList(out));
    }

    /** How many samples there are, those for the test among them. */
    int size() {
        return inputs.size();
    }

    /** The input of sample {@code i}, scaled. */
    double[] input(int i) {
        return inputs.get(i);
    }

    /** The target of sample {@code i}; null if it has none. */
    double[] target(int i) {
        return targets.get(i);
    }

    /** Whether sample {@code i} belongs to the test. */
    boolean isTest(int i) {
        return i >= test;
    }

    /** The samples to draw: all, or {@value #MOST_POINTS} of them, evenly spaced. */
    int[] drawn() {
        int count = Math.min(size(), MOST_POINTS);
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = (int) ((long) i * size() / count);
        }
        return drawn;
    }

    /**
     * The points of the samples that are drawn, as far as they are on the axes.
     *
     * @param output the output whose targets colour the points; none for their classes, if there are any
     * @param wrong whether the network takes sample {@code i} for another class
     * @param notes gets what a reader must know
     */
    List<Figure.Point> points(Coordinate x, Coordinate y, OptionalInt output, IntPredicate wrong, List<String> notes) {
        List<Figure.Point> points = new ArrayList<>();
        int[] drawn = drawn();
        for (int i : drawn) {
            double atX = x.place.applyAsDouble(i);
            double atY = y.place.applyAsDouble(i);
            if (x.shows(atX) && y.shows(atY)) {
                double[] target = target(i);
                boolean byTarget = output.isPresent() && target != null;
                boolean byClass = output.isEmpty() && classes != null && target != null;
                points.add(new Figure.Point(
                        atX,
                        atY,
                        byClass ? classes.of(target) : -1,
                        byTarget ? target[output.getAsInt()] : Double.NaN,
                        isTest(i),
                        wrong.test(i)));
            }
        }
        if (drawn.length < size()) {
            notes.add(Thousands.of(drawn.length) + " of the " + Thousands.of(size())
                    + " samples are drawn, evenly spaced in the data");
        }
        int outside = drawn.length - points.size();
        if (outside > 0) {
            notes.add(Message.count(outside, "sample") + (outside == 1 ? " lies" : " lie") + " outside the picture");
        }
        return points;
    }

    // classes

    /**
     * Which class outputs and targets stand for; null if they stand for none. Several outputs are classes with softmax, if the
     * targets are the classes of a file, or if each target has one high number among low ones; without that they are several
     * answers. One output has classes if its targets have two values.
     */
    Classification classes() {
        return classes;
    }

    private static Classification classes(GivenSamples given, Network network, List<double[]> targets) {
        int outputs = network.output().size();
        if (outputs == 1) {
            Classification two = given.all() == null ? null : Classification.of(given.all());
            return two == null || !two.exists() ? null : two;
        }
        Classification largest = Classification.ofLargest(outputs);
        boolean certain = !network.output().activation().elementwise()
                || given.data() != null && !given.data().classes().isEmpty();
        return certain || isOneHot(targets, largest) ? largest : null;
    }

    /** Whether each target has one high number and else low ones, the same two in all, and not always in one place. */
    private static boolean isOneHot(List<double[]> targets, Classification largest) {
        if (targets.size() < 2) {
            return false;
        }
        double high = highest(targets.getFirst());
        double low = lowest(targets.getFirst());
        boolean differ = false;
        for (double[] target : targets) {
            long highs = Arrays.stream(target).filter(t -> t == high).count();
            long lows = Arrays.stream(target).filter(t -> t == low).count();
            if (high == low || highs != 1 || lows != target.length - 1) {
                return false;
            }
            differ |= largest.of(target) != largest.of(targets.getFirst());
        }
        return differ;
    }

    private static double highest(double[] numbers) {
        return Arrays.stream(numbers).max().orElseThrow();
    }

    private static double lowest(double[] numbers) {
        return Arrays.stream(numbers).min().orElseThrow();
    }

    /** The names of the classes; empty if there are no {@link #classes}. */
    List<String> names() {
        if (classes == null) {
            return List.of();
        }
        if (network.output().size() > 1) {
            boolean named = given.data() != null && !given.data().classes().isEmpty();
            return named ? given.data().classes() : Texts.names(network.output().neurons());
        }
        return given.file() != null && given.file().twoValued()
                ? given.file().classes()
                : List.of(Digits.shortest(classes.low()), Digits.shortest(classes.high()));
    }

    // units

    /** The number of an input in the units of the data's file. */
    double raw(int input, double scaled) {
        return given.file() == null ? scaled : given.file().scaling().raw(input, scaled);
    }

    /** The number that the network gets for one in the units of the data's file. */
    double scaled(int input, double raw) {
        return given.file() == null ? raw : given.file().scaling().apply(input, raw);
    }

    /** Where samples are along the axis of an input, in the units of the data's file. */
    IntToDoubleFunction place(int input) {
        return i -> raw(input, input(i)[input]);
    }

    /** The range of all samples' places. */
    Extent extent(IntToDoubleFunction place) {
        Extent extent = new Extent();
        for (int i = 0; i < size(); i++) {
            extent.add(place.applyAsDouble(i));
        }
        return extent;
    }

    /** The range of an output's targets. */
    Extent targets(int output) {
        Extent extent = new Extent();
        targets.stream().filter(Objects::nonNull).forEach(target -> extent.add(target[output]));
        return extent;
    }

    /** What an input is called: by its neuron, and by its column if the data come from a file. */
    String label(int input) {
        String neuron = network.input().name(input);
        String column = given.file() == null ? neuron : column(given.file(), input);
        return column.equals(neuron) ? neuron : column + " (" + neuron + ")";
    }

    private static String column(FileSummary file, int input) {
        int from = 0;
        for (ColumnSummary column : file.inputs()) {
            if (input < from + column.inputs()) {
                boolean text = !column.classes().isEmpty();
                return column.name() + (text ? " = " + column.classes().get(input - from) : "");
            }
            from += column.inputs();
        }
        throw new IllegalArgumentException("no input " + input);
    }

    /** The input of the current sample, scaled. */
    double[] current() {
        return given.input();
    }

    /** What the current sample is called. */
    String currentName() {
        return currentName(given);
    }

    private static String currentName(GivenSamples given) {
        return given.data() == null ? "the sample" : "sample " + (given.row() + 1);
    }

    /** Says whose error it is, if quantities are of a single sample of several. */
    static void noteError(List<Expr> quantities, Running r, List<String> notes) {
        GivenSamples given = r.workspace().samples();
        boolean error = quantities.stream()
                .anyMatch(quantity ->
                        quantity instanceof Expr.Name name && name.name().equals("error"));
        if (error && given.data() != null) {
            notes.add("the error is that of " + currentName(given) + "; `loss` is that of all samples");
        }
    }
}
