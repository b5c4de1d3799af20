package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.nnlang.network.Activation;
import org.nnlang.network.Initializer;
import org.nnlang.network.Initializers;
import org.nnlang.network.Network;
import org.nnlang.network.Precision;
import org.nnlang.network.Random64;
import org.nnlang.network.Streams;

/**
 * The starting values of all parameters, as far as the script sets them. Immutable.
 *
 * <p>By default weights are random, by {@code he} before relu-like activations and by {@code xavier} before others, and
 * biases are 0. Each layer has its own stream of random numbers, so that setting one layer doesn't change the others.
 *
 * @param weights the weights of each layer, null for the default
 * @param biases the biases of each layer, null for the default
 * @param single the parameters that the script sets one by one; they take precedence
 */
record ParameterStarts(List<Start> weights, List<Start> biases, List<Single> single) {
    /** The starts of a network without layers. */
    static final ParameterStarts NONE = new ParameterStarts(List.of(), List.of(), List.of());

    /** A parameter's starting value; {@code offset} counts from the layer's first weight or bias. */
    private record Single(int layer, boolean weight, int offset, double value) {
        boolean isOf(int l, boolean weights) {
            return layer == l && weight == weights;
        }
    }

    /** The same starts and one more layer, with default starts. */
    ParameterStarts withLayer() {
        List<Start> moreWeights = new ArrayList<>(weights);
        List<Start> moreBiases = new ArrayList<>(biases);
        moreWeights.add(null);
        moreBiases.add(new Start.Drawn(Initializers.ZEROS.standard()));
        return new ParameterStarts(moreWeights, moreBiases, single);
    }

    /** Replaces the start of the weights or the biases of layer {@code l}, from 1. */
    ParameterStarts with(int l, boolean ofWeights, Start start) {
        List<Start> changed = new ArrayList<>(ofWeights ? weights : biases);
        changed.set(l - 1, start);
        List<Single> rest =
                single.stream().filter(one -> !one.isOf(l, ofWeights)).toList();
        return ofWeights ? new ParameterStarts(changed, biases, rest) : new ParameterStarts(weights, changed, rest);
    }

    /** Replaces the starting value of one parameter. */
    ParameterStarts with(Network network, int index, double value) {
        int l = network.layerOf(index);
        boolean weight = network.isWeight(index);
        int offset = index - (weight ? network.weightStart(l) : network.biasStart(l));
        List<Single> changed = new ArrayList<>(single);
        changed.removeIf(one -> one.isOf(l, weight) && one.offset == offset);
        changed.add(new Single(l, weight, offset, value));
        return new ParameterStarts(weights, biases, changed);
    }

    /** Passes the values that the script gives to {@code to}, with their sizes in bytes. */
    void parts(ObjLongConsumer<Object> to) {
        for (List<Start> all : List.of(weights, biases)) {
            for (Start start : all) {
                if (start instanceof Start.Given given) {
                    to.accept(given, 16L * given.values().length);
                }
            }
        }
    }

    /** The starting values of a network's parameters. */
    double[] values(Network network, long seed, Precision precision) {
        double[] values = new double[network.parameterCount()];
        for (int l = 1; l <= network.depth(); l++) {
            Start start = weights.get(l - 1) == null
                    ? new Start.Drawn(standard(network.layer(l).activation()))
                    : weights.get(l - 1);
            write(values(start, network, l, true, seed), values, network.weightStart(l));
            write(values(biases.get(l - 1), network, l, false, seed), values, network.biasStart(l));
        }
        for (Single one : single) {
            int start = one.weight ? network.weightStart(one.layer) : network.biasStart(one.layer);
            values[start + one.offset] = one.value;
        }
        network.tieValues(values);
        if (precision == Precision.SINGLE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = precision.round(values[i]);
            }
        }
        return values;
    }

    private static void write(double[] values, double[] into, int at) {
        System.arraycopy(values, 0, into, at, values.length);
    }

    /** The starting values of the weights or the biases of layer {@code l}. */
    static double[] values(Start start, Network network, int l, boolean weights, long seed) {
        int count = weights ? network.biasStart(l) - network.weightStart(l) : network.end(l) - network.biasStart(l);
        Random64 random = Random64.of(seed, weights ? Streams.weights(l) : Streams.biases(l));
        return start.values(count, random, network.size(l - 1), network.size(l));
    }

    private static Initializer standard(Activation activation) {
        return (activation.use() == Activation.Use.RELU_LIKE ? Initializers.HE : Initializers.XAVIER).standard();
    }
}
