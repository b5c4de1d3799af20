package org.nnlang.engine;

import org.nnlang.engine.MatrixProducts.Form;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;

/**
 * Forward and backward passes of a batch's rows, or of some of them, by products of matrices. What belongs to the output
 * layer is worked out sample by sample.
 */
final class MatrixPass<V> {
    private final Network network;
    private final Numbers<V> numbers;
    private final MatrixProducts products;
    private final Batched<V> batched;
    /** By layer, from 1; the rows of this pass alone, where the out does not tell all. */
    private final V[] net;

    /** Which layers are relu's: its out tells its derivative, too, so that their nets are not kept. */
    private final boolean[] relu;

    private final RowLoops.Code rectify;
    private final RowLoops.Code rectifyBack;
    private final V[] out;
    private final V[] delta;
    private final V outGradient;
    /** By sample. */
    private final double[][] targets;

    private final double[] weights;

    /** Null where the output is not softmax with cross-entropy. */
    private final Entropy entropy;

    private final double[] entropyDelta;
    private final Row<V>[] row;
    /** By layer, from 1: of all samples at a time, or of one where that is the way. */
    private final Numbers.Activations<V>[] activations;

    private int first;
    private int samples;

    /** One sample's numbers of one layer. */
    private record Row<V>(V net, V out, V outGradient, V delta, V target) {}

    /** MemoryBudget for so many samples at a time. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    MatrixPass(Network network, Numbers<V> numbers, MatrixProducts products, Batched<V> batched, int most) {
        this.network = network;
        this.numbers = numbers;
        this.products = products;
        this.batched = batched;
        int layers = network.depth() + 1;
        net = numbers.rows(layers, 0);
        out = numbers.rows(layers, 0);
        delta = numbers.rows(layers, 0);
        row = new Row[layers];
        activations = new Numbers.Activations[layers];
        targets = new double[most][];
        weights = new double[most];
        int outputs = network.output().size();
        boolean usual = network.loss().equals(Losses.CROSS_ENTROPY.standard())
                && network.output().activation().equals(Activations.SOFTMAX.standard());
        entropy = usual ? new Entropy(most, outputs) : null;
        entropyDelta = new double[usual ? most * outputs : 0];
        int widest = 1;
        relu = new boolean[layers];
        Activation ofRelu = Activations.RELU.standard();
        boolean single = numbers.row(0) instanceof float[];
        rectify = RowLoops.of(ofRelu.forward(), single);
        rectifyBack = RowLoops.of(ofRelu.backward(), single);
        for (int l = 1; l < layers; l++) {
            int size = network.size(l);
            relu[l] = network.layer(l).activation().equals(ofRelu);
            if (!isRelu(l)) {
                net[l] = numbers.row(most * size);
                out[l] = numbers.row(most * size);
                delta[l] = numbers.row(most * size);
            }
            row[l] = new Row<>(
                    numbers.row(size), numbers.row(size), numbers.row(size), numbers.row(size), numbers.row(size));
            Activation activation = network.layer(l).activation();
            boolean one = l == network.depth() || !activation.elementwise();
            activations[l] = numbers.activations(activation, one ? size : most * size);
            widest = Math.max(widest, size);
        }
        outGradient = numbers.row(most * widest);
    }

    private boolean isRelu(int l) {
        return relu[l];
    }

    /** Turns to the batch's rows from {@code from} up to {@code to}. */
    void begin(int from, int to) {
        first = from;
        samples = to - from;
    }

    /** Sets what the sample of that row should give, and its weight. */
    void aim(int r, double[] target, double weight) {
        targets[r - first] = target;
        weights[r - first] = weight;
    }

    /** Where the rows begin in the batch's arrays. */
    private int at(int l) {
        return first * network.size(l);
    }

    private int count(int l) {
        return samples * network.size(l);
    }

    /** Nets of all layers, and outs of all but the last. */
    void forward(V parameters) {
        for (int l = 1; l <= network.depth(); l++) {
            V to = isRelu(l) ? batched.out(l) : net[l];
            int toAt = isRelu(l) ? at(l) : 0;
            numbers.multiply(
                    products,
                    Form.SECOND_TRANSPOSED,
                    samples,
                    network.size(l),
                    network.size(l - 1),
                    1,
                    batched.out(l - 1),
                    batched.outAt(l - 1, first),
                    network.size(l - 1),
                    parameters,
                    network.weightStart(l),
                    startWithBiases(l, parameters, to, toAt),
                    to,
                    toAt);
            if (l < network.depth()) {
                activate(l);
            }
        }
    }

    /** How much of what is then in the nets belongs to them. */
    private double startWithBiases(int l, V parameters, V nets, int at) {
        int size = network.size(l);
        switch (network.layer(l).biasMode()) {
            case NONE -> {
                return 0;
            }
            case SEPARATE -> {
                int all = count(l);
                numbers.copy(parameters, network.biasStart(l), nets, at, size);
                for (int done = size; done < all; done *= 2) {
                    numbers.copy(nets, at, nets, at + done, Math.min(done, all - done));
                }
            }
            case SHARED -> numbers.fill(nets, at, at + count(l), parameters, network.biasStart(l));
        }
        return 1;
    }

    private void activate(int l) {
        Activation activation = network.layer(l).activation();
        if (isRelu(l)) {
            V outs = batched.out(l);
            rectify.compute(outs, outs, null, null, at(l), at(l) + count(l));
            return;
        }
        if (activation.elementwise()) {
            activations[l].apply(net[l], out[l]);
        } else {
            for (int r = 0; r < samples; r++) {
                activateRow(l, r);
                numbers.copy(row[l].out, 0, out[l], r * network.size(l), network.size(l));
            }
        }
        numbers.copy(out[l], 0, batched.out(l), at(l), count(l));
    }

    private void activateRow(int l, int r) {
        copyNet(l, r);
        activations[l].apply(row[l].net, row[l].out);
    }

    private void copyNet(int l, int r) {
        V nets = isRelu(l) ? batched.out(l) : net[l];
        int at = isRelu(l) ? at(l) : 0;
        numbers.copy(nets, at + r * network.size(l), row[l].net, 0, network.size(l));
    }

    /** Turns to the output layer of that one of the rows; its outs are worked out only where they are wanted. */
    void turnTo(int r, boolean outs) {
        if (outs) {
            activateRow(network.depth(), r);
        } else {
            copyNet(network.depth(), r);
        }
    }

    /** The nets of the row turned to. */
    V outputNet() {
        return row[network.depth()].net;
    }

    /** The outs of the row turned to. */
    V output() {
        return row[network.depth()].out;
    }

    /** Deltas of all layers. */
    void backward(V parameters) {
        outputDeltas();
        int last = network.depth();
        int size = network.size(last);
        for (int r = 0; r < samples; r++) {
            if (weights[r] != 1) {
                numbers.scale(batched.delta(last), at(last) + r * size, at(last) + (r + 1) * size, weights[r]);
            }
        }
        for (int l = network.depth() - 1; l >= 1; l--) {
            comeBack(l, parameters);
        }
    }

    private void outputDeltas() {
        int last = network.depth();
        int size = network.size(last);
        if (entropy != null && entropy.deltas(numbers.wide(net[last]), targets, samples, entropyDelta)) {
            numbers.read(entropyDelta, 0, batched.delta(last), at(last), count(last));
            return;
        }
        Row<V> w = row[last];
        for (int r = 0; r < samples; r++) {
            activateRow(last, r);
            numbers.read(targets[r], 0, w.target, 0, size);
            activations[last].delta(network.loss(), w.target, w.net, w.out, w.outGradient, w.delta);
            numbers.copy(w.delta, 0, batched.delta(last), at(last) + r * size, size);
        }
    }

    private void comeBack(int l, V parameters) {
        V to = isRelu(l) ? batched.delta(l) : outGradient;
        numbers.multiply(
                products,
                Form.PLAIN,
                samples,
                network.size(l),
                network.size(l + 1),
                1,
                batched.delta(l + 1),
                at(l + 1),
                network.size(l + 1),
                parameters,
                network.weightStart(l + 1),
                0,
                to,
                isRelu(l) ? at(l) : 0);
        Activation activation = network.layer(l).activation();
        if (isRelu(l)) {
            V outs = batched.out(l);
            V deltas = batched.delta(l);
            rectifyBack.compute(deltas, deltas, outs, outs, at(l), at(l) + count(l));
            return;
        }
        if (activation.elementwise()) {
            activations[l].backward(net[l], out[l], outGradient, delta[l]);
        } else {
            for (int r = 0; r < samples; r++) {
                comeBackRow(l, r);
            }
        }
        numbers.copy(delta[l], 0, batched.delta(l), at(l), count(l));
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
}
