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
import org.nnlang.math.Each;
import org.nnlang.math.Formula;

/** What is stated of each activation and loss: its derivative is the formula's, and both are what networks compute. */
class FormulasTest {
    private static final double[] NETS = {-30, -4, -1.5, -0.7, -0.01, 0.01, 0.3, 0.9, 2, 5, 30};

    private final SplittableRandom random = new SplittableRandom(5);

    static Stream<Activation> activations() {
        Stream<Activation> builtIn = Stream.concat(
                Catalogue.ACTIVATIONS.stream().map(Catalogue.Entry::standard),
                Stream.of(Activations.LEAKY_RELU.of(0.3), Activations.ELU.of(1.7), Activations.LEAKY_RELU.of(-0.2)));
        return Stream.concat(builtIn, OwnFunctions.ACTIVATIONS.stream()).filter(Activation::elementwise);
    }

    static Stream<Loss> losses() {
        Stream<Loss> builtIn = Stream.concat(
                Catalogue.LOSSES.stream().map(Catalogue.Entry::standard),
                Stream.of(Losses.HUBER.of(0.25), Losses.HUBER.of(2)));
        return Stream.concat(builtIn, Stream.concat(OwnFunctions.LOSSES.stream(), Stream.of(OwnFunctions.MEAN)));
    }

    private static void near(double actual, double expected, double error, Object what) {
        assertThat(actual).as("%s", what).isCloseTo(expected, within(error * (1 + Math.abs(expected))));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void ofActivations(Activation activation) {
        String z = activation.variable();
        Formula symbolic = Derivative.of(activation.value(), z);
        for (double net : NETS) {
            double out = activation.value(net);
            Map<String, Formula> values = Map.of(z, number(net), Activation.OUT, number(out));
            double slope = activation.derivative().bind(values).value();
            near(activation.value().bind(values).value(), out, 1e-14, activation + " of " + net);
            near(slope, activation.derivative(net, out), 1e-14, activation + "' of " + net);
            near(symbolic.bind(values).value(), slope, 1e-12, symbolic);
            near(central(activation.value(), z, net), slope, 1e-6, "differences of " + activation + " at " + net);
        }
    }

    /** Far from 0 an activation with bounds is at them, and nowhere beyond; one without grows on some side. */
    @ParameterizedTest
    @MethodSource("activations")
    void bounds(Activation activation) {
        double[] ends = {activation.value(-1e9), activation.value(1e9)};
        boolean grows = Math.max(Math.abs(ends[0]), Math.abs(ends[1])) > 1e6;
        assertThat(activation.isBounded()).isEqualTo(!grows && !activation.isOwn());
        if (activation.isBounded()) {
            assertThat(ends).containsExactly(activation.least(), activation.greatest());
            for (double net : NETS) {
                assertThat(activation.value(net)).isBetween(activation.least(), activation.greatest());
            }
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
            Map<String, Formula> values = Map.of(activation.variable(), number(0), Activation.OUT, number(out));
            near(activation.value().bind(values).value(), out, 1e-15, activation);
            near(activation.derivative().bind(values).value(), activation.derivative(0, out), 1e-15, activation);
        }
    }

    /** Their limits: 0 on the left, not −0, and the net itself on the right. */
    @Test
    void atInfinity() {
        for (Activation activation : List.of(Activations.GELU.standard(), Activations.SILU.standard())) {
            for (double net : new double[] {Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, -1000}) {
                assertThat(Double.doubleToRawLongBits(activation.value(net))).isZero();
                assertThat(Double.doubleToRawLongBits(activation.derivative(net, 0)))
                        .isZero();
            }
            assertThat(activation.value(Double.POSITIVE_INFINITY)).isInfinite();
            assertThat(activation.derivative(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void ofLosses(Loss loss) {
        boolean entropy = loss.partner() != null;
        Formula symbolic = Derivative.of(loss.share(), Loss.OUTPUT);
        for (int n = 1; n <= 3; n++) {
            for (int i = 0; i < 60; i++) {
                double t = i % 5 == 0 ? i / 5 % 2 : entropy ? random.nextDouble() : random.nextDouble(-2, 2);
                double o = entropy ? random.nextDouble(0.05, 0.95) : random.nextDouble(-2, 2);
                ofLoss(loss, symbolic, n, t, o);
            }
        }
    }

    private static void ofLoss(Loss loss, Formula symbolic, int n, double t, double o) {
        double[] target = new double[n];
        double[] out = new double[n];
        target[0] = t;
        out[0] = o;
        double[] derivatives = new double[n];
        LayerLoss ready = new LayerLoss(loss, n);
        ready.derivatives(target, out, derivatives);
        Formula value = loss.share().bind(Map.of(Loss.TARGET, number(t), Loss.COUNT, number(n)));
        Map<String, Formula> values = Map.of(Loss.TARGET, number(t), Loss.OUTPUT, number(o), Loss.COUNT, number(n));
        double slope = loss.derivative().bind(values).value();
        String what = loss + " of " + t + ", " + o;
        near(slope, derivatives[0], 1e-14, what);
        near(symbolic.bind(values).value(), slope, 1e-12, what);
        near(central(value, Loss.OUTPUT, o), slope, 1e-5, what);
        if (loss.partner() == null) {
            near(value.bind(values).value(), ready.shares(target, out, out)[0], 1e-14, what);
        } else if (loss.partner().equals("sigmoid")) {
            double[] net = new double[n];
            net[0] = Math.log(o / (1 - o));
            near(value.bind(values).value(), ready.shares(target, net, out)[0], 1e-12, what);
        }
    }

    @Test
    void ofCrossEntropyAfterSoftmax() {
        double[] net = {0.3, -1.2, 0.8};
        double[] out = new double[3];
        new LayerActivation(Activations.SOFTMAX.standard(), 3).apply(net, out);
        double[] target = {0.2, 0, 0.8};
        Loss loss = Losses.CROSS_ENTROPY.standard();
        double[] shares = new LayerLoss(loss, 3).shares(target, net, out);
        for (int k = 0; k < 3; k++) {
            double share = loss.share()
                    .bind(Map.of(Loss.TARGET, number(target[k]), Loss.OUTPUT, number(out[k])))
                    .value();
            near(share, shares[k], 1e-14, k);
        }
    }

    /** An entropy's forms by the net are those that its written form and its activation give, by central differences too. */
    @ParameterizedTest
    @MethodSource("losses")
    void ofEntropiesByNet(Loss loss) {
        if (loss.entropy() == null) {
            return;
        }
        Activation partner =
                Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
        for (int n = 1; n <= 4; n++) {
            double[] net = random.doubles(n, -2, 2).toArray();
            double[] target = random.doubles(n, 0, 1).toArray();
            LayerActivation activation = new LayerActivation(partner, n);
            LayerLoss ready = new LayerLoss(loss, n);
            double[] out = new double[n];
            double[] delta = new double[n];
            double[] byOut = new double[n];
            double[] chain = new double[n];
            activation.apply(net, out);
            ready.delta(activation, target, net, out, byOut, delta);
            ready.derivatives(target, out, byOut);
            activation.backward(net, out, byOut, chain);
            for (int j = 0; j < n; j++) {
                near(delta[j], chain[j], 1e-13, loss);
                for (int k = 0; k < n; k++) {
                    Formula form =
                            j == k ? loss.entropy().own() : loss.entropy().other();
                    double stated = form.bind(loss.symbols(number(target[k]), number(out[j]), number(n)))
                            .value();
                    near(stated, central(ready, target, net, out, k, j), 1e-8, loss + " " + k + " " + j);
                }
            }
        }
    }

    private static double central(LayerLoss loss, double[] target, double[] net, double[] out, int k, int j) {
        double[] moved = net.clone();
        moved[j] += 1e-5;
        double above = loss.shares(target, moved, out)[k];
        moved[j] -= 2e-5;
        return (above - loss.shares(target, moved, out)[k]) / 2e-5;
    }

    @Test
    void ofSoftmax() {
        Activation softmax = Activations.SOFTMAX.standard();
        for (int n = 1; n <= 4; n++) {
            List<Formula> nets = new ArrayList<>(
                    IntStream.rangeClosed(1, n).mapToObj(i -> variable("z" + i)).toList());
            double[] net = random.doubles(n, -2, 2).toArray();
            double[] out = new double[n];
            LayerActivation ready = new LayerActivation(softmax, n);
            ready.apply(net, out);
            Map<String, Formula> values = new java.util.HashMap<>();
            for (int i = 0; i < n; i++) {
                values.put("z" + (i + 1), number(net[i]));
            }
            Formula spread = Each.spread(
                    softmax.value(),
                    of -> nets.stream().map(z -> of.bind(Map.of("z", z))).toList());
            for (int k = 0; k < n; k++) {
                Formula value = spread.bind(Map.of("z", nets.get(k)));
                near(value.bind(values).value(), out[k], 1e-14, value);
                double[] slopes = new double[n];
                ready.slopes(k, net, out, slopes);
                for (int j = 0; j < n; j++) {
                    Formula stated = (k == j ? softmax.derivative() : softmax.across())
                            .bind(Map.of(Activation.OUT, number(out[k]), Activation.OTHER, number(out[j])));
                    Formula symbolic = Derivative.of(value, "z" + (j + 1)).bind(values);
                    near(stated.value(), slopes[j], 1e-15, stated);
                    near(symbolic.value(), stated.value(), 1e-13, stated);
                }
            }
        }
    }
}
