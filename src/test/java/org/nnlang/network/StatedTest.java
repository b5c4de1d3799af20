package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;

/** What is stated of each activation and loss: its derivative is the formula's, and both are what networks compute. */
class StatedTest {
    private static final double[] NETS = {-30, -4, -1.5, -0.7, -0.01, 0.01, 0.3, 0.9, 2, 5, 30};

    private final SplittableRandom random = new SplittableRandom(5);

    static Stream<Activation> activations() {
        Stream<Activation> builtIn = Stream.concat(
                Catalogue.ACTIVATIONS.stream().map(Catalogue.Entry::standard),
                Stream.of(new Activation.LeakyRelu(0.3), new Activation.Elu(1.7), new Activation.LeakyRelu(-0.2)));
        return Stream.concat(builtIn, OwnFunctions.ACTIVATIONS.stream()).filter(Activation::elementwise);
    }

    static Stream<Loss> losses() {
        Stream<Loss> builtIn = Stream.concat(
                Catalogue.LOSSES.stream().map(Catalogue.Entry::standard),
                Stream.of(new Loss.Huber(0.25), new Loss.Huber(2)));
        return Stream.concat(builtIn, Stream.concat(OwnFunctions.LOSSES.stream(), Stream.of(OwnFunctions.MEAN)));
    }

    private static void near(double actual, double expected, double error, Object what) {
        assertThat(actual).as("%s", what).isCloseTo(expected, within(error * (1 + Math.abs(expected))));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void ofActivations(Activation activation) {
        Stated stated = Stated.of(activation);
        String z = Stated.variableOf(activation);
        Formula symbolic = Derivative.of(stated.value(), z);
        for (double net : NETS) {
            double out = activation.value(net);
            Map<String, Formula> values = Map.of(z, number(net), Stated.OUT, number(out));
            double slope = stated.derivative().bind(values).value();
            near(stated.value().bind(values).value(), out, 1e-14, activation + " of " + net);
            near(slope, activation.derivative(net, out), 1e-14, activation + "' of " + net);
            near(symbolic.bind(values).value(), slope, 1e-12, symbolic);
            near(central(stated.value(), z, net), slope, 1e-6, "differences of " + activation + " at " + net);
        }
    }

    private static double central(Formula formula, String variable, double at) {
        double h = 1e-5 * Math.max(1, Math.abs(at) / 10);
        return (formula.bind(Map.of(variable, number(at + h))).value()
                        - formula.bind(Map.of(variable, number(at - h))).value())
                / (2 * h);
    }

    /** At 0 the kinked ones are PyTorch's; max(0, z), which relu is stated as, is halfway there by the convention of max. */
    @Test
    void atZero() {
        for (Activation activation : activations().toList()) {
            double out = activation.value(0);
            Stated stated = Stated.of(activation);
            Map<String, Formula> values = Map.of(Stated.variableOf(activation), number(0), Stated.OUT, number(out));
            near(stated.value().bind(values).value(), out, 1e-15, activation);
            near(stated.derivative().bind(values).value(), activation.derivative(0, out), 1e-15, activation);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void ofLosses(Loss loss) {
        Stated stated = Stated.of(loss);
        boolean entropy = loss.partner() != null;
        Formula symbolic = Derivative.of(stated.value(), Stated.O);
        for (int n = 1; n <= 3; n++) {
            for (int i = 0; i < 60; i++) {
                double t = i % 5 == 0 ? i / 5 % 2 : entropy ? random.nextDouble() : random.nextDouble(-2, 2);
                double o = entropy ? random.nextDouble(0.05, 0.95) : random.nextDouble(-2, 2);
                ofLoss(loss, stated, symbolic, n, t, o);
            }
        }
    }

    private static void ofLoss(Loss loss, Stated stated, Formula symbolic, int n, double t, double o) {
        double[] target = new double[n];
        double[] out = new double[n];
        target[0] = t;
        out[0] = o;
        Formula value = stated.value().bind(Map.of(Stated.T, number(t), Stated.N, number(n)));
        Map<String, Formula> values = Map.of(Stated.T, number(t), Stated.O, number(o), Stated.N, number(n));
        double slope = stated.derivative().bind(values).value();
        String what = loss + " of " + t + ", " + o;
        near(slope, loss.derivative(target, out, 0), 1e-14, what);
        near(symbolic.bind(values).value(), slope, 1e-12, what);
        near(central(value, Stated.O, o), slope, 1e-5, what);
        if (loss.partner() == null) {
            near(value.bind(values).value(), loss.share(target, out, out, 0), 1e-14, what);
        } else if (loss instanceof Loss.BinaryCrossEntropy) {
            double[] net = new double[n];
            net[0] = Math.log(o / (1 - o));
            near(value.bind(values).value(), loss.share(target, net, out, 0), 1e-12, what);
        }
    }

    @Test
    void ofCrossEntropyAfterSoftmax() {
        double[] net = {0.3, -1.2, 0.8};
        double[] out = new double[3];
        new Activation.Softmax().apply(net, out);
        double[] target = {0.2, 0, 0.8};
        Stated stated = Stated.of(new Loss.CrossEntropy());
        for (int k = 0; k < 3; k++) {
            double share = stated.value()
                    .bind(Map.of(Stated.T, number(target[k]), Stated.O, number(out[k])))
                    .value();
            near(share, new Loss.CrossEntropy().share(target, net, out, k), 1e-14, k);
        }
    }

    @Test
    void ofSoftmax() {
        for (int n = 1; n <= 4; n++) {
            List<Formula> nets = new ArrayList<>(
                    IntStream.rangeClosed(1, n).mapToObj(i -> variable("z" + i)).toList());
            double[] net = random.doubles(n, -2, 2).toArray();
            double[] out = new double[n];
            Activation softmax = new Activation.Softmax();
            softmax.apply(net, out);
            Map<String, Formula> values = new java.util.HashMap<>();
            for (int i = 0; i < n; i++) {
                values.put("z" + (i + 1), number(net[i]));
            }
            for (int k = 0; k < n; k++) {
                Formula value = Stated.softmax(nets.get(k), nets);
                near(value.bind(values).value(), out[k], 1e-14, value);
                for (int j = 0; j < n; j++) {
                    Formula stated = Stated.softmaxDerivative(number(out[k]), number(out[j]), k == j);
                    Formula symbolic = Derivative.of(value, "z" + (j + 1)).bind(values);
                    near(stated.value(), softmax.partial(net, out, k, j), 1e-15, stated);
                    near(symbolic.value(), stated.value(), 1e-13, stated);
                }
            }
        }
    }
}
