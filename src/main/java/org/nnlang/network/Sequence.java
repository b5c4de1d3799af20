package org.nnlang.network;

import java.util.List;

/**
 * The order in which many pages are worked by hand: a layer's weights are updated as soon as its deltas are known, and the
 * deltas of the layer before it are worked out with the updated weights.
 */
final class Sequence {
    private static final double[][] NO_MEMORY = {};

    private final Network network;
    private final ArithmeticMode arithmetic;
    private final RecipeUpdate descent;
    private final double[] gradient;
    private double[] parameters = {};

    Sequence(Network network, ArithmeticMode arithmetic) {
        this.network = network;
        this.arithmetic = arithmetic;
        ArithmeticMode.Sequence sequence = arithmetic.sequence();
        gradient = new double[network.parameterCount()];
        boolean[] trained = new boolean[gradient.length];
        for (int i = 0; i < trained.length; i++) {
            trained[i] = network.isTrained(i);
        }
        descent = new RecipeUpdate(Optimizers.SGD.recipe(sequence.weightDecay()), List.of(), arithmetic, trained);
        descent.begin(sequence.rate(), 1);
    }

    /** Begins with the parameters as they are. */
    void start(double[] old) {
        if (parameters.length != old.length) {
            parameters = new double[old.length];
        }
        System.arraycopy(old, 0, parameters, 0, old.length);
    }

    /** The parameters, with the weights of the layers that were updated. */
    double[] parameters() {
        return parameters;
    }

    /** Updates the trained weights of layer {@code l} by its deltas and the outputs of the layer before. */
    void update(int l, double[] delta, double[] source) {
        int w = network.weightStart(l);
        for (double d : delta) {
            for (double out : source) {
                gradient[w++] = arithmetic.round(d * out);
            }
        }
        descent.apply(parameters, NO_MEMORY, gradient, network.weightStart(l), w);
    }
}
