package org.nnlang.network;

import java.util.List;

/**
 * The samples of a network: those it is trained on and those kept for a test, one row each.
 *
 * @param weights what each training sample's error is multiplied by; null if all count once
 * @param testWeights the same for the test samples
 * @param classes the names of the outputs' classes where targets were words, else empty
 */
public record Samples(
        double[][] inputs,
        double[][] targets,
        double[] weights,
        double[][] testInputs,
        double[][] testTargets,
        double[] testWeights,
        List<String> classes) {
    public Samples {
        classes = List.copyOf(classes);
        if (inputs.length != targets.length || testInputs.length != testTargets.length || inputs.length == 0) {
            throw new IllegalArgumentException("as many inputs as targets, and at least one");
        }
    }

    /** Samples to train on, without a test set. */
    public static Samples of(double[][] inputs, double[][] targets) {
        return weighted(inputs, targets, null);
    }

    /** The same, each with a weight unless {@code weights} is null. */
    public static Samples weighted(double[][] inputs, double[][] targets, double[] weights) {
        return new Samples(inputs, targets, weights, new double[0][], new double[0][], null, List.of());
    }

    /** Whether the samples have weights. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** The weight of training sample {@code row}. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** The size of the rows in memory, in bytes. */
    public long bytes() {
        return 8L * (inputs.length + testInputs.length) * (inputs[0].length + targets[0].length);
    }

    /** How many samples there are to train on. */
    public int size() {
        return inputs.length;
    }

    /** Training sample {@code row}, from 0. */
    public Sample row(int row) {
        return new Sample(inputs[row], targets[row], weight(row));
    }

    /** Test sample {@code row}, from 0. */
    public Sample testRow(int row) {
        return new Sample(testInputs[row], testTargets[row], testWeights == null ? 1 : testWeights[row]);
    }

    /** The same, another sample in the place of the first. */
    public Samples withFirst(int row) {
        double[][] in = inputs.clone();
        double[][] out = targets.clone();
        double[] all = weights == null ? null : weights.clone();
        in[0] = inputs[row];
        out[0] = targets[row];
        if (all != null) {
            all[0] = weights[row];
        }
        return new Samples(in, out, all, testInputs, testTargets, testWeights, classes);
    }
}
