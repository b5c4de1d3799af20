package org.nnlang.language.figure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.Clause;
import org.nnlang.math.Elementary;
import org.nnlang.network.Network;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.picture.RoundNumbers;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code plot histogram(weights)}, {@code plot histogram(out(h))}: how the numbers of a vector or matrix are spread.
 *
 * <p>As many bins as Freedman and Diaconis give, 2 · IQR / ∛n wide, or as Sturges gives, ⌈log₂ n⌉ + 1, whichever are more, but at
 * most {@value #MOST_BINS}; then with a round width next to that, from a multiple of the width. A number on an edge belongs to the
 * bin above, but the greatest of all to the last bin.
 *
 * @param subject {@code histogram(…)}
 */
record Histogram(Expr subject) implements PictureKind {
    private static final int MOST_BINS = 50;

    @Override
    public String name() {
        return "plot histogram";
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.noneOf(Clause.Kind.class);
    }

    private Span span() {
        return subject.span();
    }

    /** What is counted. */
    private Expr counted() {
        List<Expr> arguments = subject instanceof Expr.Call call ? call.arguments() : List.of();
        if (arguments.size() != 1) {
            String form = "`plot histogram(weights)`, or of a vector or a matrix `plot histogram(out(h))`";
            throw new Failure(span(), Problem.WRONG_ARGUMENT_COUNT, "histogram", arguments.size(), form);
        }
        return arguments.getFirst();
    }

    /** Whether all weights, or all biases, of the network are counted. */
    private boolean isOfNetwork(String word, Context c) {
        return counted() instanceof Expr.Name name
                && name.name().equals(word)
                && !c.names().contains(word);
    }

    @Override
    public void check(Checking c) {
        if (isOfNetwork("weights", c) || isOfNetwork("biases", c)) {
            Network network = c.network(span());
            if (isOfNetwork("biases", c) && network.biasCount() == 0) {
                throw new Failure(counted().span(), Problem.NO_BIASES);
            }
            return;
        }
        Shape shape = c.shape(counted());
        if (shape.is(Shape.Kind.NUMBER) || shape.is(Shape.Kind.TRUTH)) {
            throw new Failure(counted().span(), Problem.WRONG_KIND, "a vector or a matrix", shape.text());
        }
    }

    @Override
    public Figure figure(Running r, long step) {
        double[] numbers = numbers(r, step);
        Arrays.sort(numbers);
        if (Double.isInfinite(numbers[numbers.length - 1] - numbers[0])) {
            throw new Failure(span(), Problem.OVERFLOW, "the range of these numbers");
        }
        double[] edges = edges(numbers);
        double[] counts = counts(numbers, edges);
        String source = Texts.source(counted().span());
        boolean changes = isOfNetwork("weights", r) || isOfNetwork("biases", r) || r.quantity(counted()) != null;
        String title = "histogram of " + source + (changes ? StepTitle.after(step) : "");
        String note = Message.count(numbers.length, "number") + ", from " + Texts.brief(numbers[0]) + " to "
                + Texts.brief(numbers[numbers.length - 1]);
        Axis x = Axis.linear(source, edges[0], edges[edges.length - 1]);
        Axis y = new Extent().add(0).add(counts).linear("count");
        return new Figure.Bars(new Figure.Caption(title, List.of(note)), x, y, List.of(), edges, counts);
    }

    private double[] numbers(Running r, long step) {
        boolean weights = isOfNetwork("weights", r);
        if (!weights && !isOfNetwork("biases", r)) {
            return r.value(counted(), step).values().clone();
        }
        QuantityValues reading = r.workspace().readings(span()).at(step);
        Network network = reading.network();
        return IntStream.range(0, network.parameterCount())
                .filter(i -> network.isWeight(i) == weights)
                .mapToDouble(reading::parameter)
                .toArray();
    }

    /** The edges of the bins of sorted numbers, one more than bins. */
    static double[] edges(double[] sorted) {
        double least = sorted[0];
        double range = sorted[sorted.length - 1] - least;
        Extent extent = new Extent().add(sorted);
        if (extent.isFlat()) {
            double half = least == 0 ? 0.5 : Math.abs(least) / 2;
            return new double[] {least - half, least + half};
        }
        RoundNumbers round = RoundNumbers.nearest(range / bins(sorted, range));
        long first = round.below(least);
        double[] edges = new double[(int) (round.above(sorted[sorted.length - 1]) - first) + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = round.at(first + i);
        }
        return edges;
    }

    /** As many bins as there should be, before their width is round. */
    private static double bins(double[] sorted, double range) {
        int n = sorted.length;
        double sturges = 33 - Integer.numberOfLeadingZeros(n - 1);
        double width = 2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / Elementary.pow(n, 1.0 / 3);
        double bins = width > 0 ? Math.max(range / width, sturges) : sturges;
        return Math.min(bins, MOST_BINS);
    }

    /** A quantile, linearly between the two numbers around it. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double[] counts(double[] sorted, double[] edges) {
        double[] counts = new double[edges.length - 1];
        int bin = 0;
        for (double number : sorted) {
            while (bin < counts.length - 1 && number >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }
}
