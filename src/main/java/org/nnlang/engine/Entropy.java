package org.nnlang.engine;

import org.nnlang.math.ElementaryRows;

/**
 * The deltas of softmax with cross-entropy for many samples at a time: out · Σ target − target, where out = e^net / Σ e^net.
 *
 * <p>The largest net is not taken off first, since all exponentials are worked out together; {@link #deltas} tells whether
 * the nets were near enough to 0 for that.
 */
final class Entropy {
    private final int size;
    private final double[] powers;
    private final ElementaryRows functions = new ElementaryRows();

    /** MemoryBudget for so many samples of so many outputs. */
    Entropy(int samples, int size) {
        this.size = size;
        powers = new double[samples * size];
    }

    /** Writes the deltas of the first samples; false, and nothing, where some net is too far from 0. */
    boolean deltas(double[] net, double[][] targets, int samples, double[] delta) {
        if (!functions.exp(net, powers)) {
            return false;
        }
        for (int r = 0; r < samples; r++) {
            deltas(targets[r], r * size, delta);
        }
        return true;
    }

    private void deltas(double[] target, int at, double[] delta) {
        double sum = 0;
        double all = 0;
        for (int k = 0; k < size; k++) {
            sum += powers[at + k];
            all += target[k];
        }
        double share = all / sum;
        for (int k = 0; k < size; k++) {
            delta[at + k] = powers[at + k] * share - target[k];
        }
    }
}
