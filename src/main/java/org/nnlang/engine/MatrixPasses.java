package org.nnlang.engine;

import org.nnlang.engine.MatrixProducts.Form;
import org.nnlang.network.Activation;
import org.nnlang.network.Network;
import org.nnlang.network.Passes;

/**
 * Forward passes by products of matrices: a row for each sample, a column for each neuron.
 *
 * <p>The last digits may differ from those of {@link org.nnlang.network.Pass}, as those of the parameters do that were
 * trained in this way; nothing else is to be read by it.
 */
final class MatrixPasses<V> {
    /** The most samples at a time: their rows should stay near the processor. */
    private static final int MOST_ROWS = 256;

    private final Network network;
    private final Numbers<V> numbers;
    private final MatrixProducts products;
    /** By layer, from 0. */
    private final V[] out;

    /** By layer, from 1. */
    private final V[] net;

    /** One sample's nets and outs, by layer from 1. */
    private final V[] rowNet;

    private final V[] rowOut;

    MatrixPasses(Network network, Numbers<V> numbers, MatrixProducts products) {
        this.network = network;
        this.numbers = numbers;
        this.products = products;
        int layers = network.depth() + 1;
        out = numbers.rows(layers, 0);
        net = numbers.rows(layers, 0);
        rowNet = numbers.rows(layers, 0);
        rowOut = numbers.rows(layers, 0);
        for (int l = 0; l < layers; l++) {
            out[l] = numbers.row(MOST_ROWS * network.size(l));
            if (l > 0) {
                net[l] = numbers.row(MOST_ROWS * network.size(l));
                rowNet[l] = numbers.row(network.size(l));
                rowOut[l] = numbers.row(network.size(l));
            }
        }
    }

    /** As {@link Passes#each}. */
    void each(double[] parameters, double[][] inputs, Passes.Visitor visitor) {
        V held = numbers.hold(parameters);
        for (int from = 0; from < inputs.length; from += MOST_ROWS) {
            int samples = Math.min(MOST_ROWS, inputs.length - from);
            for (int r = 0; r < samples; r++) {
                numbers.read(inputs[from + r], 0, out[0], r * network.size(0), network.size(0));
            }
            for (int l = 1; l <= network.depth(); l++) {
                combine(l, held, samples);
                if (l < network.depth() || !visitor.readsNetsOnly()) {
                    activate(l, samples);
                }
            }
            show(from, samples, visitor);
        }
    }

    private void combine(int l, V parameters, int samples) {
        numbers.multiply(
                products,
                Form.SECOND_TRANSPOSED,
                samples,
                network.size(l),
                network.size(l - 1),
                1,
                out[l - 1],
                parameters,
                network.weightStart(l),
                startWithBiases(l, parameters, samples),
                net[l],
                0);
    }

    /** How much of what is then in the nets belongs to them. */
    private double startWithBiases(int l, V parameters, int samples) {
        int count = network.layer(l).biasCount();
        if (count == 0) {
            return 0;
        }
        numbers.copy(parameters, network.biasStart(l), net[l], 0, count);
        int all = samples * network.size(l);
        for (int done = count; done < all; done *= 2) {
            numbers.copy(net[l], 0, net[l], done, Math.min(done, all - done));
        }
        return 1;
    }

    private void activate(int l, int samples) {
        Activation activation = network.layer(l).activation();
        if (activation.elementwise()) {
            numbers.apply(activation, net[l], out[l]);
            return;
        }
        int size = network.size(l);
        for (int r = 0; r < samples; r++) {
            numbers.copy(net[l], r * size, rowNet[l], 0, size);
            numbers.apply(activation, rowNet[l], rowOut[l]);
            numbers.copy(rowOut[l], 0, out[l], r * size, size);
        }
    }

    private void show(int from, int samples, Passes.Visitor visitor) {
        int last = network.depth();
        int size = network.size(last);
        for (int r = 0; r < samples; r++) {
            numbers.copy(net[last], r * size, rowNet[last], 0, size);
            numbers.copy(out[last], r * size, rowOut[last], 0, size);
            visitor.sample(from + r, numbers.wide(rowNet[last]), numbers.wide(rowOut[last]));
        }
    }
}
