package org.nnlang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nnlang.math.Elementary;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;
import org.nnlang.training.Trainer;

/** Single precision is float arithmetic: the same bits as with Java's floats, operation by operation. */
class SinglePrecisionTest {
    private static final List<Optimizer> OPTIMIZERS = Networks.OPTIMIZERS;
    private static final double DECAY = 0.01;
    private static final double RATE = 0.03;

    private final SplittableRandom random = new SplittableRandom(5);

    private static Network network() {
        List<Layer> layers = List.of(
                new Layer(Neurons.numbered("h", 5), Activations.TANH.standard(), BiasMode.SHARED, false, false),
                new Layer(Neurons.numbered("g", 4), Activations.RELU.standard(), BiasMode.NONE, false, false),
                new Layer(Neurons.numbered("y", 3), Activations.SIGMOID.standard(), BiasMode.SEPARATE, false, false));
        return new Network(Neurons.numbered("x", 3), layers, Losses.SQUARED.standard());
    }

    @ParameterizedTest
    @FieldSource("OPTIMIZERS")
    void equalsFloatArithmetic(Optimizer optimizer) {
        Network network = network();
        Samples samples = Networks.samples(random, network, 7);
        Plan plan = new Plan(network, samples, optimizer, RATE, 3, false, DECAY, 1, Precision.SINGLE, null);
        double[] start = Precision.SINGLE.round(Networks.parameters(random, network));
        State state = new State(start);
        Floats floats = new Floats(network, start.clone(), optimizer);
        Trainer trainer = new Trainer(plan);
        for (int update = 0; update < 120; update++) {
            int[] rows = trainer.nextRows(state);
            trainer.run(state, 1);
            floats.update(samples, rows);
            for (int p = 0; p < start.length; p++) {
                assertThat(state.parameters()[p])
                        .as("parameter %s after update %s", p, update + 1)
                        .isEqualTo(floats.parameters[p]);
            }
        }
    }

    @Test
    void everyResultIsAFloat() {
        List<Double> worst = new ArrayList<>();
        for (Loss loss : Networks.LOSSES) {
            for (Activation output : Networks.ACTIVATIONS) {
                if (loss.partner() == null || loss.partner().equals(output.name())) {
                    results(Networks.random(random, output, loss), worst);
                }
            }
        }
        assertThat(worst).isNotEmpty().allSatisfy(value -> assertThat(value).isEqualTo(value.floatValue()));
    }

    private void results(Network network, List<Double> all) {
        Samples samples = Networks.samples(random, network, 3);
        Plan plan = new Plan(
                network, samples, Optimizers.of("adam", 0.9, 0.999, 1e-8), 0.1, 2, false, 0, 1, Precision.SINGLE, null);
        Timeline timeline = new Timeline(Networks.parameters(random, network));
        timeline.train(plan, 3, Cancellation.NONE);
        QuantityValues reading = timeline.state().values(network, samples.row(1), samples, ArithmeticMode.SINGLE);
        Quantity.Scalar mean = new Quantity.MeanLoss(Quantity.Set.TRAINING);
        all.add(reading.value(mean));
        all.add(reading.value(new Quantity.TotalError()));
        for (int p = 0; p < network.parameterCount(); p++) {
            Quantity.Scalar parameter = new Quantity.Parameter(p);
            all.add(reading.value(parameter));
            all.add(reading.value(new Quantity.Gradient(p)));
            all.add(reading.value(new Quantity.Partial(mean, parameter)));
            all.add(reading.value(new Quantity.Partial(new Quantity.TotalError(), parameter)));
        }
        for (int l = 1; l <= network.depth(); l++) {
            for (int j = 0; j < network.size(l); j++) {
                all.add(reading.value(new Quantity.Net(l, j)));
                all.add(reading.value(new Quantity.Output(l, j)));
                all.add(reading.value(new Quantity.Delta(l, j)));
            }
        }
        for (int k = 0; k < network.output().size(); k++) {
            all.add(reading.value(new Quantity.ErrorShare(k)));
            all.add(reading.value(new Quantity.Target(k)));
        }
    }

    /** A network of tanh, relu and sigmoid with half the squared error, in floats. */
    private static final class Floats {
        private final Network network;
        private final Optimizer optimizer;
        private final float[] parameters;
        private final float[] gradient;
        private final float[] first;
        private final float[] second;
        private int n;

        Floats(Network network, double[] start, Optimizer optimizer) {
            this.network = network;
            this.optimizer = optimizer;
            parameters = floats(start);
            gradient = new float[start.length];
            first = new float[start.length];
            second = new float[start.length];
        }

        private static float[] floats(double[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }

        void update(Samples samples, int[] rows) {
            java.util.Arrays.fill(gradient, 0);
            for (int row : rows) {
                add(floats(samples.inputs()[row]), floats(samples.targets()[row]));
            }
            n++;
            for (int p = 0; p < parameters.length; p++) {
                step(p, rows.length == 1 ? gradient[p] : gradient[p] / rows.length);
            }
        }

        private void add(float[] input, float[] target) {
            int depth = network.depth();
            float[][] out = new float[depth + 1][];
            out[0] = input;
            for (int l = 1; l <= depth; l++) {
                out[l] = new float[network.size(l)];
                for (int j = 0; j < out[l].length; j++) {
                    float net = 0;
                    for (int i = 0; i < out[l - 1].length; i++) {
                        net += parameters[network.weightIndex(l, j, i)] * out[l - 1][i];
                    }
                    int b = network.biasIndex(l, j);
                    out[l][j] = b < 0 ? f(l, net) : f(l, net + parameters[b]);
                }
            }
            float[] back = new float[target.length];
            for (int k = 0; k < target.length; k++) {
                back[k] = (float) (((double) out[depth][k] - target[k]) * slope(depth, out[depth][k]));
            }
            for (int l = depth; l >= 1; l--) {
                float[] delta = back;
                back = new float[out[l - 1].length];
                float shared = 0;
                for (int j = 0; j < delta.length; j++) {
                    for (int i = 0; i < back.length; i++) {
                        gradient[network.weightIndex(l, j, i)] += delta[j] * out[l - 1][i];
                        back[i] += delta[j] * parameters[network.weightIndex(l, j, i)];
                    }
                    if (network.layer(l).biasMode() == BiasMode.SEPARATE) {
                        gradient[network.biasIndex(l, j)] += delta[j];
                    }
                    shared += delta[j];
                }
                if (network.layer(l).biasMode() == BiasMode.SHARED) {
                    gradient[network.biasStart(l)] += shared;
                }
                for (int i = 0; i < back.length && l > 1; i++) {
                    back[i] = (float) (back[i] * slope(l - 1, out[l - 1][i]));
                }
            }
        }

        private float f(int l, float net) {
            return switch (l) {
                case 1 -> (float) Elementary.tanh(net);
                case 2 -> Math.max(0, net);
                default -> (float) (1 / (1 + Elementary.exp(-net)));
            };
        }

        private double slope(int l, double out) {
            return switch (l) {
                case 1 -> 1 - out * out;
                case 2 -> out > 0 ? 1 : 0;
                default -> out * (1 - out);
            };
        }

        private void step(int p, float raw) {
            float rate = (float) RATE;
            double[] a = optimizer.arguments();
            float g = optimizer.name().equals("adamw") ? raw : raw + (float) DECAY * parameters[p];
            switch (optimizer.name()) {
                case "sgd" -> parameters[p] -= rate * g;
                case "momentum" -> {
                    boolean average = a[2] == 1;
                    boolean classic = a[3] == 1;
                    float part = average ? (float) (1 - a[0]) : (float) (1 - a[1]);
                    float added = classic ? rate * g : average || a[1] != 0 && n > 1 ? part * g : g;
                    first[p] = (float) a[0] * first[p] + added;
                    parameters[p] -= classic ? first[p] : rate * first[p];
                }
                case "nesterov" -> {
                    first[p] = (float) a[0] * first[p] + g;
                    parameters[p] -= rate * (g + (float) a[0] * first[p]);
                }
                case "adagrad" -> {
                    first[p] += g * g;
                    float slowed = (float) (RATE / (1 + (n - 1) * a[0]));
                    parameters[p] -= slowed * divided(g, first[p], a[1], a[2]);
                }
                case "rmsprop" -> {
                    first[p] = (float) a[0] * first[p] + (float) (1 - a[0]) * g * g;
                    parameters[p] -= rate * divided(g, first[p], a[1], a[2]);
                }
                case "adam" -> moments(p, g, a[0], a[1], a[2], a[3]);
                default -> {
                    parameters[p] *= (float) (1 - RATE * DECAY);
                    moments(p, g, a[1], a[2], a[3], a[4]);
                }
            }
        }

        private void moments(int p, float g, double beta1, double beta2, double epsilon, double inside) {
            first[p] = (float) beta1 * first[p] + (float) (1 - beta1) * g;
            second[p] = (float) beta2 * second[p] + (float) (1 - beta2) * g * g;
            float mean = first[p] / (float) (1 - StrictMath.pow(beta1, n));
            float square = second[p] / (float) (1 - StrictMath.pow(beta2, n));
            parameters[p] -= (float) RATE * divided(mean, square, epsilon, inside);
        }

        private static float divided(float g, float square, double epsilon, double inside) {
            float e = (float) epsilon;
            return g / (inside == 1 ? (float) Math.sqrt(square + e) : (float) Math.sqrt(square) + e);
        }
    }
}
