package org.nnlang.engine;

import org.nnlang.network.BatchForward;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;

/**
 * Forward and backward passes of some samples at a time, with the same bits as {@link org.nnlang.network.NetworkPass}, in loops
 * that the compiler turns into vector instructions.
 *
 * <p>The weights of a layer lie source by source here, in an array each: a net is still the sum of weight · source from
 * the first source to the last, but all nets of a layer grow at once. What comes back to a source is a sum over one such
 * array, of which several are taken at once. A layer of few neurons has them neuron by neuron, so that the arrays are
 * longer; there it is the other way round.
 */
final class LoopPass<V> {
    /** The most samples at a time: their rows should stay near the processor. */
    static final int MOST_ROWS = 64;

    private static final int WORTH_TURNING = 4;
    private static final int FEW = 16;

    private final Network network;
    private final Numbers<V> numbers;
    /** By layer, from 1, and source or neuron. */
    final V[][] weights;
    /** By layer, from 1; null where there is none. */
    final V[] biases;
    /** By layer, from 0, and sample. */
    final V[][] out;

    final V[][] net;
    final V[][] delta;
    final V[][] outGradient;
    final V[] target;
    /** The weight of each sample; null if they have none. */
    private double[] sampleWeights;

    /** By layer, from 1. */
    private final Numbers.Activations<V>[] activations;
    /** The weights by layer and neuron, where they were turned. */
    private final V[][] turned;

    /** MemoryBudget for so many samples at a time. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    LoopPass(Network network, Numbers<V> numbers, int samples) {
        this.network = network;
        this.numbers = numbers;
        int layers = network.depth() + 1;
        weights = numbers.layers(layers);
        biases = numbers.rows(layers, 0);
        out = numbers.layers(layers);
        net = numbers.layers(layers);
        delta = numbers.layers(layers);
        outGradient = numbers.layers(layers);
        turned = numbers.layers(layers);
        activations = new Numbers.Activations[layers];
        target = numbers.rows(samples, network.output().size());
        for (int l = 0; l < layers; l++) {
            out[l] = numbers.rows(samples, network.size(l));
            if (l > 0) {
                activations[l] = numbers.activations(network.layer(l).activation(), network.size(l));
                weights[l] = numbers.rows(rows(network, l), length(network, l));
                biases[l] = numbers.row(network.layer(l).biasCount());
                net[l] = numbers.rows(samples, network.size(l));
                delta[l] = numbers.rows(samples, network.size(l));
                outGradient[l] = numbers.rows(samples, network.size(l));
            }
        }
    }

    /** Whether the weights of layer {@code l} lie neuron by neuron. */
    static boolean byNeuron(Network network, int l) {
        return network.size(l) < FEW && network.size(l) < network.size(l - 1);
    }

    /** How many arrays the weights of layer {@code l} are. */
    static int rows(Network network, int l) {
        return network.size(byNeuron(network, l) ? l : l - 1);
    }

    /** How long each of these arrays is. */
    static int length(Network network, int l) {
        return network.size(byNeuron(network, l) ? l - 1 : l);
    }

    /** Reads a row of the weights of layer {@code l}, or of what is remembered of them, from where they lie as parameters do. */
    void readRow(double[] from, int l, int row, V to) {
        int start = network.weightStart(l);
        if (byNeuron(network, l)) {
            numbers.read(from, start + row * network.size(l - 1), to, 0, network.size(l - 1));
        } else {
            numbers.readColumn(from, start + row, network.size(l - 1), to);
        }
    }

    /** Writes a row to where {@link #readRow} reads it. */
    void writeRow(V from, double[] to, int l, int row) {
        int start = network.weightStart(l);
        if (byNeuron(network, l)) {
            numbers.writeColumn(from, to, start + row * network.size(l - 1), 1);
        } else {
            numbers.writeColumn(from, to, start + row, network.size(l - 1));
        }
    }

    /** Reads all parameters. */
    void read(double[] parameters) {
        for (int l = 1; l <= network.depth(); l++) {
            for (int row = 0; row < weights[l].length; row++) {
                readRow(parameters, l, row, weights[l][row]);
            }
            numbers.read(
                    parameters,
                    network.biasStart(l),
                    biases[l],
                    0,
                    network.layer(l).biasCount());
        }
    }

    /** Makes a sample the one of that place. */
    void take(int place, double[] input) {
        numbers.read(input, 0, out[0][place], 0, input.length);
    }

    /** Makes a sample with a target the one of that place. */
    void take(int place, double[] input, double[] aim) {
        take(place, input);
        numbers.read(aim, 0, target[place], 0, aim.length);
    }

    /** Gives the sample of that place a weight; then all must have one. */
    void weigh(int place, double weight) {
        if (sampleWeights == null) {
            sampleWeights = new double[target.length];
        }
        sampleWeights[place] = weight;
    }

    /** Shows the outputs of the sample of a place. */
    void show(int row, int place, BatchForward.Visitor visitor) {
        int last = network.depth();
        visitor.sample(row, numbers.wide(net[last][place]), numbers.wide(out[last][place]));
    }

    /** Nets and outs of the first samples. */
    void forward(int samples) {
        for (int l = 1; l <= network.depth(); l++) {
            if (byNeuron(network, l)) {
                dots(net[l], weights[l], out[l - 1], samples);
            } else {
                combine(net[l], weights[l], out[l - 1], samples);
            }
            activate(l, samples);
        }
    }

    /** to(r) ← Σᵢ factors(r)(i) · rows(i) for each sample r. */
    private void combine(V[] to, V[] rows, V[] factors, int samples) {
        int r = 0;
        for (; r + 2 <= samples; r += 2) {
            numbers.combineTwo(to[r], to[r + 1], rows, factors[r], factors[r + 1], rows.length, false);
        }
        if (r < samples) {
            numbers.combine(to[r], rows, factors[r], rows.length, false);
        }
    }

    /** to(r)(i) ← Σⱼ factors(r)(j) · rows(i)(j) for each sample r. */
    private void dots(V[] to, V[] rows, V[] factors, int samples) {
        for (int r = 0; r < samples; r++) {
            numbers.dots(to[r], rows, factors[r]);
        }
    }

    private void activate(int l, int samples) {
        Layer layer = network.layer(l);
        for (int r = 0; r < samples; r++) {
            switch (layer.biasMode()) {
                case NONE -> {}
                case SEPARATE -> numbers.add(net[l][r], biases[l]);
                case SHARED -> numbers.add(net[l][r], biases[l], 0);
            }
            activations[l].apply(net[l][r], out[l][r]);
        }
    }

    /** Deltas of the first samples. */
    void backward(int samples) {
        int last = network.depth();
        for (int r = 0; r < samples; r++) {
            activations[last].delta(
                    network.loss(), target[r], net[last][r], out[last][r], outGradient[last][r], delta[last][r]);
            if (sampleWeights != null) {
                numbers.scale(delta[last][r], 0, network.size(last), sampleWeights[r]);
            }
        }
        for (int l = last - 1; l >= 1; l--) {
            comeBack(l, samples);
            for (int r = 0; r < samples; r++) {
                activations[l].backward(net[l][r], out[l][r], outGradient[l][r], delta[l][r]);
            }
        }
    }

    /** For many samples it pays to turn the weights: then all sums of a sample grow at once, as the nets do. */
    private void comeBack(int l, int samples) {
        if (byNeuron(network, l + 1)) {
            combine(outGradient[l], weights[l + 1], delta[l + 1], samples);
            return;
        }
        if (samples < WORTH_TURNING) {
            dots(outGradient[l], weights[l + 1], delta[l + 1], samples);
            return;
        }
        if (turned[l + 1] == null) {
            turned[l + 1] = numbers.rows(network.size(l + 1), network.size(l));
        }
        for (int j = 0; j < turned[l + 1].length; j++) {
            numbers.pick(weights[l + 1], j, turned[l + 1][j], network.size(l));
        }
        combine(outGradient[l], turned[l + 1], delta[l + 1], samples);
    }
}
