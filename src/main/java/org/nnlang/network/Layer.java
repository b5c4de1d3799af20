package org.nnlang.network;

/**
 * One dense layer: {@code out = f(W · source + b)}, with a row of W for each neuron and a column for each source.
 *
 * @param biasMode whether there is a bias, and whether the neurons share it
 * @param weightsFixed whether training leaves the weights alone
 * @param biasFixed whether training leaves the biases alone
 */
public record Layer(
        Neurons neurons, Activation activation, BiasMode biasMode, boolean weightsFixed, boolean biasFixed) {
    /** The biases of a layer. */
    public enum BiasMode {
        /** No bias at all. */
        NONE,
        /** One for each neuron. */
        SEPARATE,
        /** One parameter for the whole layer. */
        SHARED
    }

    /** A layer whose weights and biases are all trained. */
    public static Layer trained(Neurons neurons, Activation activation) {
        return new Layer(neurons, activation, BiasMode.SEPARATE, false, false);
    }

    /** The same layer with another activation. */
    public Layer with(Activation other) {
        return new Layer(neurons, other, biasMode, weightsFixed, biasFixed);
    }

    /** The same layer, whose weights training changes or leaves alone. */
    public Layer withWeights(boolean fixed) {
        return new Layer(neurons, activation, biasMode, fixed, biasFixed);
    }

    /** The same layer with other biases, which training changes or leaves alone. */
    public Layer withBiases(BiasMode mode, boolean fixed) {
        return new Layer(neurons, activation, mode, weightsFixed, fixed);
    }

    /** The number of neurons. */
    public int size() {
        return neurons.size();
    }

    /** How many bias parameters the layer has. */
    public int biasCount() {
        return switch (biasMode) {
            case NONE -> 0;
            case SEPARATE -> size();
            case SHARED -> 1;
        };
    }
}
