package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Layer;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.OwnFunctions;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Samples;

/** Where numbers are extreme, what is finite stays finite, and small shapes are shapes too. */
class EdgesTest {
    /** All but the bell: −2 · z is infinite at the end of the numbers. */
    private static final List<Activation> ACTIVATIONS = Networks.ALL_ACTIVATIONS.stream()
            .filter(activation -> activation != OwnFunctions.GAUSSIAN)
            .toList();

    private static final double[] EXTREMES = {
        0, -0.0, 1e-308, -1e-308, 5e-324, 1, -1, 36, -36, 40, -40, 700, -700, 710, -710, 746, -746, 1000, -1000, 1e10,
        -1e10, 1e308, -1e308
    };

    private final SplittableRandom random = new SplittableRandom(21);

    @ParameterizedTest
    @FieldSource("ACTIVATIONS")
    void activationsAreFinite(Activation activation) {
        for (double a : EXTREMES) {
            for (double b : EXTREMES) {
                double[] net = {a, b};
                double[] out = new double[2];
                double[] delta = new double[2];
                LayerActivation ready = new LayerActivation(activation, 2);
                ready.apply(net, out);
                ready.backward(net, out, new double[] {1, -0.5}, delta);
                assertThat(Double.isFinite(out[0]) && Double.isFinite(out[1]))
                        .as("%s of %s is %s", activation, Arrays.toString(net), Arrays.toString(out))
                        .isTrue();
                assertThat(Double.isFinite(delta[0]) && Double.isFinite(delta[1]))
                        .as("%s by %s is %s", activation, Arrays.toString(net), Arrays.toString(delta))
                        .isTrue();
            }
        }
    }

    /** The limit of each activation and its derivative far to the left and to the right. */
    @Test
    void activationsHaveTheirLimits() {
        for (double far : new double[] {1000, 1e308, Double.POSITIVE_INFINITY}) {
            limits(Activations.SIGMOID.standard(), far, 0, 0, 1, 0);
            limits(Activations.TANH.standard(), far, -1, 0, 1, 0);
            limits(Activations.RELU.standard(), far, 0, 0, far, 1);
            limits(Activations.ELU.of(0.7), far, -0.7, 0, far, 1);
            limits(Activations.GELU.standard(), far, 0, 0, far, 1);
            limits(Activations.SILU.standard(), far, 0, 0, far, 1);
            limits(Activations.SOFTPLUS.standard(), far, 0, 0, far, 1);
            limits(Activations.LINEAR.standard(), far, -far, 1, far, 1);
            double[] out = new double[3];
            new LayerActivation(Activations.SOFTMAX.standard(), 3).apply(new double[] {far, 0, -far}, out);
            assertThat(out).containsExactly(1, 0, 0);
        }
    }

    private static void limits(Activation f, double far, double left, double leftSlope, double right, double slope) {
        assertThat(f.value(-far) + 0.0).as("%s(%s)", f, -far).isEqualTo(left + 0.0);
        assertThat(f.value(far)).as("%s(%s)", f, far).isEqualTo(right);
        assertThat(f.derivative(-far, f.value(-far)) + 0.0)
                .as("%s'(%s)", f, -far)
                .isEqualTo(leftSlope);
        assertThat(f.derivative(far, f.value(far)) + 0.0).as("%s'(%s)", f, far).isEqualTo(slope);
    }

    @Test
    void lossesAreFiniteWhereTheirLimitIs() {
        for (Loss loss : Networks.LOSSES) {
            Activation activation = loss.partner() == null
                    ? Activations.LINEAR.standard()
                    : Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
            for (double a : EXTREMES) {
                for (double b : EXTREMES) {
                    if (Math.abs(a) > 1e300 || Math.abs(b) > 1e300) {
                        continue; // twice that is no number
                    }
                    boolean small = Math.abs(a) <= 1000 && Math.abs(b) <= 1000;
                    for (double t : new double[] {0, 0.25, 1}) {
                        double[] net = {a, b};
                        double[] target = {t, 1 - t};
                        double[] out = new double[2];
                        double[] delta = new double[2];
                        LayerActivation ready = new LayerActivation(activation, 2);
                        LayerLoss ofTwo = new LayerLoss(loss, 2);
                        ready.apply(net, out);
                        ofTwo.delta(ready, target, net, out, new double[2], delta);
                        double error = ofTwo.value(target, net, out);
                        assertThat(error)
                                .as("%s of %s, %s at %s", loss, a, b, t)
                                .isNotNaN()
                                .isNotNegative();
                        assertThat(small ? error : 0).isLessThan(1.1e6);
                        assertThat(Double.isFinite(delta[0]) && Double.isFinite(delta[1]))
                                .isTrue();
                        double[] row = ofTwo.shares(target, net, out);
                        double shares = row[0] + row[1];
                        assertThat(shares).isEqualTo(error);
                    }
                }
            }
        }
    }

    private static double value(Loss loss, double[] target, double[] net, double[] out) {
        return new LayerLoss(loss, out.length).value(target, net, out);
    }

    /** −ln(1 / (1 + e^−30)) is ln(1 + e^−30), however near to 1 the output is. */
    @Test
    void entropiesKeepTheirDigitsNearOne() {
        for (double z : new double[] {5, 20, 30, 37, 50, 300, 700}) {
            double[] out = {1, 0};
            double expected = Math.log1p(Math.exp(-z));
            assertThat(value(Losses.CROSS_ENTROPY.standard(), new double[] {1, 0}, new double[] {z + 2, 2}, out))
                    .isCloseTo(expected, within(1e-15 * expected));
            assertThat(value(Losses.BINARY_CROSS_ENTROPY.standard(), new double[] {1}, new double[] {z}, new double[] {1
                    }))
                    .isCloseTo(expected, within(1e-15 * expected));
            assertThat(value(
                            Losses.BINARY_CROSS_ENTROPY.standard(), new double[] {0}, new double[] {-z}, new double[] {0
                            }))
                    .isCloseTo(expected, within(1e-15 * expected));
        }
        assertThat(value(
                        Losses.CROSS_ENTROPY.standard(), new double[] {1, 0}, new double[] {-1000, 1000}, new double[] {
                            0, 1
                        }))
                .isEqualTo(2000);
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(value(
                        Losses.CROSS_ENTROPY.standard(), new double[] {1, 0}, new double[] {infinity, 3}, new double[] {
                            1, 0
                        }))
                .isZero();
        assertThat(value(
                        Losses.BINARY_CROSS_ENTROPY.standard(),
                        new double[] {1},
                        new double[] {infinity},
                        new double[] {1}))
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("ACTIVATIONS")
    void hugeWeightsAndInputs(Activation hidden) {
        Network network = Networks.dense(
                2, List.of(3, 2), List.of(hidden, Activations.SIGMOID.standard()), Losses.SQUARED.standard());
        for (double size : new double[] {1000, 1e150}) {
            double[] parameters = Networks.parameters(random, network);
            Samples samples = Samples.of(new double[][] {{size, -size}}, new double[][] {{1, 0}});
            State state = new State(parameters);
            QuantityValues reading = state.values(network, samples.row(0), samples, ArithmeticMode.DOUBLE);
            assertThat(reading.value(new Quantity.TotalError())).isBetween(0.0, 1.0);
            for (int p = 0; p < parameters.length; p++) {
                assertThat(reading.value(new Quantity.Gradient(p))).isFinite();
            }
        }
    }

    @Test
    void inputsAtTheEndOfTheNumbers() {
        Network network =
                Networks.dense(1, List.of(1), List.of(Activations.SIGMOID.standard()), Losses.SQUARED.standard());
        Samples samples = Samples.of(new double[][] {{1e308}}, new double[][] {{0}});
        QuantityValues reading =
                new State(new double[] {1e-308, 0}).values(network, samples.row(0), samples, ArithmeticMode.DOUBLE);
        double out = 1 / (1 + Math.exp(-1));
        assertThat(reading.value(new Quantity.Output(1, 0))).isCloseTo(out, within(1e-15));
        assertThat(reading.value(new Quantity.Gradient(0))).isCloseTo(out * out * (1 - out) * 1e308, within(1e294));
    }

    @Test
    void allFixed() {
        for (Optimizer optimizer : Networks.OPTIMIZERS) {
            Network network = new Network(
                    Neurons.numbered("x", 2),
                    List.of(new Layer(
                            Neurons.numbered("y", 2), Activations.SIGMOID.standard(), BiasMode.SHARED, true, true)),
                    Losses.SQUARED.standard());
            double[] parameters = Networks.parameters(random, network);
            Plan plan = plan(network, Networks.samples(random, network, 3), optimizer, 1);
            Timeline timeline = new Timeline(parameters);
            timeline.train(plan, 10, Cancellation.NONE);
            assertThat(timeline.state().parameters()).isEqualTo(parameters);
            assertThat(timeline.state().step()).isEqualTo(10);
            assertThat(timeline.state().epoch()).isEqualTo(3);
        }
    }

    @Test
    void aBatchLargerThanTheDataIsAllOfIt() {
        Network network = Networks.classic();
        Samples samples = Networks.samples(random, network, 3);
        State large = new State(Networks.CLASSIC.clone());
        State all = new State(Networks.CLASSIC.clone());
        new Trainer(plan(network, samples, Optimizers.of("sgd"), 100)).run(large, 7);
        new Trainer(plan(network, samples, Optimizers.of("sgd"), Plan.ALL)).run(all, 7);
        assertThat(large.parameters()).isEqualTo(all.parameters());
        assertThat(large.epoch()).isEqualTo(7);
    }

    @Test
    void theUpdatesLeftOfAnEpoch() {
        for (int size = 1; size <= 12; size++) {
            for (int position = 0; position < size; position++) {
                for (int batch = 1; batch <= 14; batch++) {
                    Network network = Networks.classic();
                    Plan plan = plan(network, Networks.samples(random, network, size), Optimizers.of("sgd"), batch);
                    State state = new State(Networks.CLASSIC.clone());
                    state.position = position;
                    new Trainer(plan).run(state, plan.updatesLeft(position));
                    assertThat(state.position).isZero();
                    assertThat(state.epoch).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void softmaxOfOneNeuron() {
        Network network =
                Networks.dense(2, List.of(1), List.of(Activations.SOFTMAX.standard()), Losses.CROSS_ENTROPY.standard());
        Samples samples = Samples.of(new double[][] {{0.3, 0.4}}, new double[][] {{1}});
        State state = new State(new double[] {0.1, 0.2, 0.3});
        QuantityValues reading = state.values(network, samples.row(0), samples, ArithmeticMode.DOUBLE);
        assertThat(reading.value(new Quantity.Output(1, 0))).isEqualTo(1);
        assertThat(reading.value(new Quantity.TotalError())).isZero();
        new Trainer(plan(network, samples, Optimizers.of("sgd"), 1)).run(state, 10);
        assertThat(state.parameters()).containsExactly(0.1, 0.2, 0.3);
    }

    private static Plan plan(Network network, Samples samples, Optimizer optimizer, int batch) {
        return new Plan(network, samples, optimizer, 0.1, batch, true, 0, 1, Precision.DOUBLE, null);
    }
}
