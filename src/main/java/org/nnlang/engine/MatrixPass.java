package org.nnlang.engine;

import org.nnlang.engine.MatrixProducts.Form;
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;

/**
 * Forward and backward passes of many samples at a time by products of matrices: a row for each sample, a column for each
 * neuron. What belongs to the output layer is worked out sample by sample.
 */
final class MatrixPass<V> {
    /** The most samples at a time: their rows should stay near the processor. */
    static final int MOST_ROWS = 256;

    private final Network network;
    private final Numbers<V> numbers;
    private final MatrixProducts products;
    /** By layer, from 0; of the output layer not used. */
    private final V[] out;

    /** By layer, from 1; where the out tells all, the same array. */
    private final V[] net;

    private final V[] delta;
    private final V outGradient;
    /** By sample. */
    private final double[][] targets;

    /** Null where the output is not softmax with cross-entropy. */
    private final Entropy entropy;

    private final double[] entropyDelta;
    private final V ones;
    private final Row<V>[] row;
    /** By layer, from 1: of all samples at a time, or of one where that is the way. */
    private final Numbers.Activations<V>[] activations;

    /** One sample's numbers of one layer. */
    private record Row<V>(V net, V out, V outGradient, V delta, V target) {}

    /** Room for so many samples at a time. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    MatrixPass(Network network, Numbers<V> numbers, MatrixProducts products, int samples) {
        this.network = network;
        this.numbers = numbers;
        this.products = products;
        int layers = network.depth() + 1;
        out = numbers.rows(layers, 0);
        net = numbers.rows(layers, 0);
        delta = numbers.rows(layers, 0);
        row = new Row[layers];
        activations = new Numbers.Activations[layers];
        targets = new double[samples][];
        int outputs = network.output().size();
        boolean usual = network.loss() instanceof Loss.CrossEntropy
                && network.output().activation() instanceof Activation.Softmax;
        entropy = usual ? new Entropy(samples, outputs) : null;
        entropyDelta = new double[usual ? samples * outputs : 0];
        int widest = 1;
        for (int l = 0; l < layers; l++) {
            int size = network.size(l);
            out[l] = numbers.row(samples * size);
            if (l > 0) {
                net[l] = isRelu(l) ? out[l] : numbers.row(samples * size);
                delta[l] = numbers.row(samples * size);
                row[l] = new Row<>(
                        numbers.row(size), numbers.row(size), numbers.row(size), numbers.row(size), numbers.row(size));
                Activation activation = network.layer(l).activation();
                boolean one = l == network.depth() || !activation.elementwise();
                activations[l] = numbers.activations(activation, one ? size : samples * size);
                widest = Math.max(widest, size);
            }
        }
        outGradient = numbers.row(samples * widest);
        ones = numbers.row(samples * widest);
        numbers.fillOnes(ones);
    }

    private boolean isRelu(int l) {
        return network.layer(l).activation() instanceof Activation.Relu;
    }

    /** Makes a sample the one of that place. */
    void take(int place, V input, double[] aim) {
        numbers.copy(input, 0, out[0], place * network.size(0), network.size(0));
        targets[place] = aim;
    }

    /** Nets of all layers, and outs of all but the last. */
    void forward(V parameters, int samples) {
        for (int l = 1; l <= network.depth(); l++) {
            int size = network.size(l);
            double share = startWithBiases(l, parameters, samples);
            numbers.multiply(
                    products,
                    Form.SECOND_TRANSPOSED,
                    samples,
                    size,
                    network.size(l - 1),
                    1,
                    out[l - 1],
                    parameters,
                    network.weightStart(l),
                    share,
                    net[l],
                    0);
            if (l < network.depth()) {
                activate(l, samples);
            }
        }
    }

    /** How much of what is then in the nets belongs to them. */
    private double startWithBiases(int l, V parameters, int samples) {
        int size = network.size(l);
        switch (network.layer(l).biasMode()) {
            case NONE -> {
                return 0;
            }
            case SEPARATE -> {
                int all = samples * size;
                numbers.copy(parameters, network.biasStart(l), net[l], 0, size);
                for (int done = size; done < all; done *= 2) {
                    numbers.copy(net[l], 0, net[l], done, Math.min(done, all - done));
                }
            }
            case SHARED -> numbers.fill(net[l], samples * size, parameters, network.biasStart(l));
        }
        return 1;
    }

    private void activate(int l, int samples) {
        Activation activation = network.layer(l).activation();
        if (isRelu(l)) {
            numbers.rectify(out[l]);
        } else if (activation.elementwise()) {
            activations[l].apply(net[l], out[l]);
        } else {
            for (int r = 0; r < samples; r++) {
                activateRow(l, r);
                numbers.copy(row[l].out, 0, out[l], r * network.size(l), network.size(l));
            }
        }
    }

    private void activateRow(int l, int r) {
        numbers.copy(net[l], r * network.size(l), row[l].net, 0, network.size(l));
        activations[l].apply(row[l].net, row[l].out);
    }

    /** Deltas of all layers. */
    void backward(V parameters, int samples) {
        outputDeltas(samples);
        for (int l = network.depth() - 1; l >= 1; l--) {
            comeBack(l, parameters, samples);
        }
    }

    private void outputDeltas(int samples) {
        int last = network.depth();
        int size = network.size(last);
        if (entropy != null) {
            double[] wide = numbers.wide(net[last]);
            if (entropy.takes(wide, samples)) {
                entropy.deltas(wide, targets, samples, entropyDelta);
                numbers.read(entropyDelta, 0, delta[last], 0, samples * size);
                return;
            }
        }
        Row<V> w = row[last];
        for (int r = 0; r < samples; r++) {
            activateRow(last, r);
            numbers.read(targets[r], 0, w.target, 0, size);
            activations[last].delta(network.loss(), w.target, w.net, w.out, w.outGradient, w.delta);
            numbers.copy(w.delta, 0, delta[last], r * size, size);
        }
    }

    private void comeBack(int l, V parameters, int samples) {
        V to = isRelu(l) ? delta[l] : outGradient;
        numbers.multiply(
                products,
                Form.PLAIN,
                samples,
                network.size(l),
                network.size(l + 1),
                1,
                delta[l + 1],
                parameters,
                network.weightStart(l + 1),
                0,
                to,
                0);
        Activation activation = network.layer(l).activation();
        if (isRelu(l)) {
            numbers.rectifyBack(out[l], delta[l]);
        } else if (activation.elementwise()) {
            activations[l].backward(net[l], out[l], outGradient, delta[l]);
        } else {
            for (int r = 0; r < samples; r++) {
                comeBackRow(l, r);
            }
        }
    }

    private void comeBackRow(int l, int r) {
        int size = network.size(l);
        Row<V> w = row[l];
        numbers.copy(net[l], r * size, w.net, 0, size);
        numbers.copy(out[l], r * size, w.out, 0, size);
        numbers.copy(outGradient, r * size, w.outGradient, 0, size);
        activations[l].backward(w.net, w.out, w.outGradient, w.delta);
        numbers.copy(w.delta, 0, delta[l], r * size, size);
    }

    /** to ← beta · to + alpha · the sum of the samples' gradients, for the weights of layer {@code l}. */
    void weightGradient(int l, int samples, double alpha, double beta, V to) {
        numbers.multiply(
                products,
                Form.FIRST_TRANSPOSED,
                network.size(l),
                network.size(l - 1),
                samples,
                alpha,
                delta[l],
                out[l - 1],
                0,
                beta,
                to,
                network.weightStart(l));
    }

    /** The same for its biases. */
    void biasGradient(int l, int samples, double alpha, double beta, V to) {
        boolean shared = network.layer(l).biasMode() == Layer.BiasMode.SHARED;
        int columns = shared ? 1 : network.size(l);
        int rows = shared ? samples * network.size(l) : samples;
        numbers.multiply(
                products, Form.PLAIN, 1, columns, rows, alpha, ones, delta[l], 0, beta, to, network.biasStart(l));
    }
}
