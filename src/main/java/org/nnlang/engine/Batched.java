package org.nnlang.engine;

import org.nnlang.network.Network;

/** What the gradients of a batch are made of: a row for each sample, a column for each neuron. */
final class Batched<V> {
    private final Network network;
    private final V[] out;
    private final V[] delta;
    /** The inputs, where they lie in one array of all samples; else null. */
    private V inputs;

    private int firstRow;

    /** MemoryBudget for so many samples. */
    Batched(Network network, Numbers<V> numbers, int samples) {
        this.network = network;
        int layers = network.depth() + 1;
        out = numbers.rows(layers, 0);
        delta = numbers.rows(layers, 0);
        for (int l = 0; l < layers; l++) {
            out[l] = numbers.row(samples * network.size(l));
            if (l > 0) {
                delta[l] = numbers.row(samples * network.size(l));
            }
        }
    }

    /** From now on, the inputs are the rows from {@code first} of an array of all samples. */
    void look(V all, int first) {
        inputs = all;
        firstRow = first;
    }

    /** The outs of layer {@code l}, from 0; those of the output layer are not used. */
    V out(int l) {
        return l == 0 && inputs != null ? inputs : out[l];
    }

    /** Where those of the batch's row {@code r} begin. */
    int outAt(int l, int r) {
        return (l == 0 && inputs != null ? firstRow + r : r) * network.size(l);
    }

    /** The deltas of layer {@code l}, from 1. */
    V delta(int l) {
        return delta[l];
    }
}
