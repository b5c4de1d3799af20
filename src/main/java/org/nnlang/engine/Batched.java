package org.nnlang.engine;

import org.nnlang.network.Network;

/**
 * What the gradients of a batch are made of: a row for each sample, a column for each neuron.
 *
 * @param out by layer, from 0; of the output layer not used
 * @param delta by layer, from 1
 */
record Batched<V>(V[] out, V[] delta) {
    /** Room for so many samples. */
    static <V> Batched<V> of(Network network, Numbers<V> numbers, int samples) {
        int layers = network.depth() + 1;
        V[] out = numbers.rows(layers, 0);
        V[] delta = numbers.rows(layers, 0);
        for (int l = 0; l < layers; l++) {
            out[l] = numbers.row(samples * network.size(l));
            if (l > 0) {
                delta[l] = numbers.row(samples * network.size(l));
            }
        }
        return new Batched<>(out, delta);
    }
}
