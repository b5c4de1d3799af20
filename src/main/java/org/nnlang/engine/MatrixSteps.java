package org.nnlang.engine;

import org.nnlang.engine.MatrixProducts.Form;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;

/** The gradients and the steps of the parameters of some neurons of each layer. */
final class MatrixSteps<V> {
    private final Network network;
    private final Numbers<V> numbers;
    private final MatrixProducts products;
    private final Batched<V> batched;
    private final Part part;
    private final V sums;

    MatrixSteps(Network network, Numbers<V> numbers, MatrixProducts products, Batched<V> batched, Part part) {
        this.network = network;
        this.numbers = numbers;
        this.products = products;
        this.batched = batched;
        this.part = part;
        int widest = 1;
        for (int l = 1; l <= network.depth(); l++) {
            widest = Math.max(widest, network.size(l));
        }
        sums = numbers.row(widest);
    }

    /** to ← beta · to + alpha · the sum of so many samples' gradients. */
    void add(int samples, double alpha, double beta, V to) {
        for (int l = 1; l <= network.depth(); l++) {
            if (network.trainsWeights(l) && part.has(network.size(l))) {
                weights(l, samples, alpha, beta, to);
            }
            if (network.trainsBiases(l) && part.has(network.layer(l).biasCount())) {
                biases(l, samples, alpha, beta, to);
            }
        }
    }

    private void weights(int l, int samples, double alpha, double beta, V to) {
        int size = network.size(l);
        int sources = network.size(l - 1);
        int first = part.from(size);
        numbers.multiply(
                products,
                Form.FIRST_TRANSPOSED,
                part.to(size) - first,
                sources,
                samples,
                alpha,
                batched.delta(l),
                first,
                size,
                batched.out(l - 1),
                batched.outAt(l - 1, 0),
                beta,
                to,
                network.weightStart(l) + first * sources);
    }

    private void biases(int l, int samples, double alpha, double beta, V to) {
        int size = network.size(l);
        boolean shared = network.layer(l).biasMode() == Layer.BiasMode.SHARED;
        numbers.columns(
                batched.delta(l), shared ? samples * size : samples, shared ? 1 : size, biasFrom(l), biasTo(l), sums);
        numbers.blend(alpha, sums, biasFrom(l), biasTo(l), beta, to, network.biasStart(l));
    }

    /** A shared bias, being one, is the first part's. */
    private int biasFrom(int l) {
        return part.from(network.layer(l).biasCount());
    }

    private int biasTo(int l) {
        return part.to(network.layer(l).biasCount());
    }

    /** Makes steps along a gradient that was added up. */
    void descend(UpdateLoop descent, V parameters, V[] memory, V gradient) {
        for (int l = 1; l <= network.depth(); l++) {
            int size = network.size(l);
            int sources = network.size(l - 1);
            int weights = network.weightStart(l);
            int biases = network.biasStart(l);
            if (network.trainsWeights(l)) {
                descent.apply(
                        parameters,
                        memory,
                        gradient,
                        weights + part.from(size) * sources,
                        weights + part.to(size) * sources);
            }
            if (network.trainsBiases(l)) {
                descent.apply(parameters, memory, gradient, biases + biasFrom(l), biases + biasTo(l));
            }
        }
    }
}
