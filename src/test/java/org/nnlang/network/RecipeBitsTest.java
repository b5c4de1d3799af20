package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.math.Formula.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Recipe;

/** Every recipe of an activation and of a loss, computed for rows short and long, has the bits of its formulas one by one. */
class RecipeBitsTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        5e-324,
        1e-300,
        0.55,
        -0.55,
        36,
        -36,
        40,
        -40,
        176,
        -178,
        710,
        -746,
        1e308,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final SplittableRandom random = new SplittableRandom(11);

    static Stream<Activation> activations() {
        return Stream.concat(
                Catalogue.ACTIVATIONS.stream().map(Catalogue.Entry::standard), OwnFunctions.ACTIVATIONS.stream());
    }

    static Stream<Loss> losses() {
        return Stream.concat(Catalogue.LOSSES.stream().map(Catalogue.Entry::standard), OwnFunctions.LOSSES.stream());
    }

    private double[] numbers(int count, int kind) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(10) < kind
                    ? SPECIAL[random.nextInt(SPECIAL.length)]
                    : random.nextGaussian() * (random.nextInt(5) == 0 ? 30 : 2);
        }
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("activations")
    void ofActivations(Activation activation) {
        for (int count : List.of(1, 2, 5, 23, 24, 70)) {
            for (int kind : List.of(0, 0, 0, 1, 5)) {
                LayerActivation ready = new LayerActivation(activation, count);
                double[] net = numbers(count, kind);
                double[] gradient = numbers(count, kind);
                double[] out = new double[count];
                double[] delta = new double[count];
                ready.apply(net, out);
                ready.backward(net, out, gradient, delta);
                same(out, computed(activation.forward().lines(), Map.of(activation.variable(), net), count));
                Map<String, double[]> given = new HashMap<>(Map.of(Activation.GRADIENT, gradient, Activation.OUT, out));
                given.put(activation.variable(), net);
                same(delta, computed(activation.backward().lines(), given, count));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void ofLosses(Loss loss) {
        for (int count : List.of(1, 2, 5, 30)) {
            for (int kind : List.of(0, 1, 5)) {
                LayerLoss ready = new LayerLoss(loss, count);
                double[] target = numbers(count, kind);
                double[] out = numbers(count, kind);
                double[] n = new double[count];
                java.util.Arrays.fill(n, count);
                Map<String, double[]> given = new HashMap<>(Map.of(Loss.COUNT, n));
                given.put(loss.target(), target);
                given.put(loss.output(), out);
                same(ready.written(target, out), computed(loss.shares().lines(), given, count));
                double[] result = new double[count];
                if (loss.entropy() != null) {
                    ready.delta(target, out, result);
                    same(result, computed(loss.entropy().deltas().lines(), given, count));
                    given.put(Activation.NET, out);
                    same(
                            ready.shares(target, out, out),
                            computed(loss.entropy().shares().lines(), given, count));
                } else if (!loss.isOwn()) {
                    ready.derivatives(target, out, result);
                    same(result, computed(loss.derivatives().lines(), given, count));
                }
            }
        }
    }

    /** A derivative that is computed in another form than it is written. */
    @ParameterizedTest
    @MethodSource("losses")
    void ofComputedDerivatives(Loss loss) {
        double[] target = numbers(100, 0);
        double[] out = numbers(100, 0);
        System.arraycopy(target, 0, out, 0, 10);
        double[] n = new double[100];
        java.util.Arrays.fill(n, 3);
        Map<String, double[]> given = Map.of(Loss.COUNT, n, loss.target(), target, loss.output(), out);
        same(
                computed(List.of(Recipe.line("", loss.computed())), given, 100),
                computed(List.of(Recipe.line("", loss.derivative())), given, 100));
    }

    /** The last line, element by element, by the values of its formula. */
    private static double[] computed(List<Recipe.Line> lines, Map<String, double[]> given, int count) {
        Map<String, double[]> rows = new HashMap<>(given);
        double[] row = {};
        for (Recipe.Line line : lines) {
            Formula formula = Each.spread(
                    line.formula(),
                    each -> java.util.stream.IntStream.range(0, count)
                            .mapToObj(i -> each.bind(at(rows, i)))
                            .toList());
            row = new double[count];
            for (int i = 0; i < count; i++) {
                row[i] = formula.bind(at(rows, i)).value();
            }
            rows.put(line.name(), row);
        }
        return row;
    }

    private static Map<String, Formula> at(Map<String, double[]> rows, int i) {
        Map<String, Formula> values = new HashMap<>();
        rows.forEach((name, row) -> values.put(name, number(row[i])));
        return values;
    }

    private static void same(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) { // a sum of zeros has either sign
            assertThat(Double.doubleToLongBits(actual[i] + 0.0)).isEqualTo(Double.doubleToLongBits(expected[i] + 0.0));
        }
    }
}
