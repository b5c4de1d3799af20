package org.nnlang.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;

/** The work that kernels are timed on: that of bench/, on made-up samples. */
public enum Work {
    A {
        @Override
        Plan plan() {
            Network network =
                    network(Layer.BiasMode.SHARED, true, Losses.SQUARED.standard(), SIGMOID, SIGMOID, 2, 2, 2);
            return make(network, 1, 1, 0.5);
        }
    },
    B {
        @Override
        Plan plan() {
            return make(trained(Losses.SQUARED.standard(), Activations.TANH.standard(), SIGMOID, 2, 4, 1), 4, 1, 0.5);
        }
    },
    B_FULL {
        @Override
        Plan plan() {
            return make(B.plan().network(), 4, Plan.ALL, 2);
        }
    },
    C {
        @Override
        Plan plan() {
            return make(trained(Losses.CROSS_ENTROPY.standard(), SIGMOID, SOFTMAX, 4, 10, 3), 150, 1, 0.05);
        }
    },
    C16 {
        @Override
        Plan plan() {
            return make(C.plan().network(), 150, 16, 0.05);
        }
    },
    D64 {
        @Override
        Plan plan() {
            return make(trained(Losses.CROSS_ENTROPY.standard(), RELU, SOFTMAX, 64, 32, 10), 1797, 64, 0.1);
        }
    },
    D64_SINGLE {
        @Override
        Plan plan() {
            return single(D64.plan());
        }
    },
    D784 {
        @Override
        Plan plan() {
            return make(trained(Losses.CROSS_ENTROPY.standard(), RELU, SOFTMAX, 784, 128, 10), 10_000, 64, 0.1);
        }
    },
    D784_SINGLE {
        @Override
        Plan plan() {
            return single(D784.plan());
        }
    };

    private static final Activation SIGMOID = Activations.SIGMOID.standard();
    private static final Activation RELU = Activations.RELU.standard();
    private static final Activation SOFTMAX = Activations.SOFTMAX.standard();

    abstract Plan plan();

    private static Network trained(Loss loss, Activation hidden, Activation output, int... sizes) {
        return network(Layer.BiasMode.SEPARATE, false, loss, hidden, output, sizes);
    }

    private static Network network(
            Layer.BiasMode mode, boolean biasFixed, Loss loss, Activation hidden, Activation output, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            Activation activation = l == sizes.length - 1 ? output : hidden;
            layers.add(new Layer(Neurons.numbered("l" + l + "_", sizes[l]), activation, mode, false, biasFixed));
        }
        return new Network(Neurons.numbered("x", sizes[0]), layers, loss);
    }

    private static Plan make(Network network, int rows, int batch, double rate) {
        Samples samples = Networks.samples(new Random(1), network, rows);
        return new Plan(
                network, samples, Optimizers.of("sgd"), rate, batch, false, Double.NaN, 1, Precision.DOUBLE, null);
    }

    private static Plan single(Plan plan) {
        return plan.with(ArithmeticMode.SINGLE);
    }

    /** Parameters small enough that nothing is saturated at once. */
    static double[] parameters(Plan plan) {
        double[] parameters = Networks.parameters(new Random(2), plan.network());
        double scale = 1 / Math.sqrt(plan.network().size(0));
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = plan.precision().round(parameters[i] * scale);
        }
        return parameters;
    }
}
