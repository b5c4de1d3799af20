package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Activation;
import org.nnlang.network.Initializer;
import org.nnlang.network.Network;
import org.nnlang.network.Precision;
import org.nnlang.network.Random64;
import org.nnlang.network.Streams;

/**
 * Where all parameters start, as far as a script has said it.
 *
 * <p>What it has not said is drawn: weights {@code he} before relu-like activations, else {@code xavier}; biases are 0. Each
 * layer draws from a stream of its own, so that setting one layer by hand leaves the others as they were.
 */
final class Parameters {
    /** One parameter set by hand. */
    private record Override(int layer, boolean weight, int offset, double value) {}

    private final List<Start> weights = new ArrayList<>();
    private final List<Start> biases = new ArrayList<>();
    private final List<Override> overrides = new ArrayList<>();

    /** A copy that changes on its own. */
    Parameters copy() {
        Parameters copy = new Parameters();
        copy.weights.addAll(weights);
        copy.biases.addAll(biases);
        copy.overrides.addAll(overrides);
        return copy;
    }

    void addLayer() {
        weights.add(null);
        biases.add(new Start.Drawn(Initializer.Constant.ZEROS));
    }

    /** {@code weights h = …} of layer {@code l}, from 1. */
    void setWeights(int l, Start start) {
        weights.set(l - 1, start);
        overrides.removeIf(o -> o.layer == l && o.weight);
    }

    /** {@code bias h = …} of layer {@code l}, from 1. */
    void setBias(int l, Start start) {
        biases.set(l - 1, start);
        overrides.removeIf(o -> o.layer == l && !o.weight);
    }

    /** {@code w5 = …}. */
    void set(Network network, int index, double value) {
        int l = network.layerOf(index);
        boolean weight = network.isWeight(index);
        int offset = index - (weight ? network.weightStart(l) : network.biasStart(l));
        overrides.removeIf(o -> o.layer == l && o.weight == weight && o.offset == offset);
        overrides.add(new Override(l, weight, offset, value));
    }

    /** The parameters that a network starts with. */
    double[] start(Network network, Settings settings) {
        double[] values = new double[network.parameterCount()];
        for (int l = 1; l <= network.depth(); l++) {
            writeWeights(network, l, settings.get(Setting.SEED), values);
            writeBiases(network, l, settings.get(Setting.SEED), values);
        }
        for (Override o : overrides) {
            int start = o.weight ? network.weightStart(o.layer) : network.biasStart(o.layer);
            values[start + o.offset] = o.value;
        }
        Precision precision = settings.method().precision();
        if (precision == Precision.SINGLE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = precision.round(values[i]);
            }
        }
        return values;
    }

    void writeWeights(Network network, int l, long seed, double[] into) {
        Start start = weights.get(l - 1) == null
                ? new Start.Drawn(standard(network.layer(l).activation()))
                : weights.get(l - 1);
        writeWeights(start, network, l, seed, into);
    }

    /** Writes the weights of layer {@code l} as some start gives them. */
    static void writeWeights(Start start, Network network, int l, long seed, double[] into) {
        Random64 random = Random64.of(seed, Streams.weights(l));
        start.write(into, network.weightStart(l), network.biasStart(l), random, network.size(l - 1), network.size(l));
    }

    void writeBiases(Network network, int l, long seed, double[] into) {
        writeBiases(biases.get(l - 1), network, l, seed, into);
    }

    /** Writes the biases of layer {@code l} as some start gives them. */
    static void writeBiases(Start start, Network network, int l, long seed, double[] into) {
        Random64 random = Random64.of(seed, Streams.biases(l));
        start.write(into, network.biasStart(l), network.end(l), random, network.size(l - 1), network.size(l));
    }

    private static Initializer standard(Activation activation) {
        return activation.reluLike() ? new Initializer.He() : new Initializer.Xavier();
    }
}
