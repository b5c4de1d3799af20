package org.nnlang.engine;

/**
 * The deltas of cross-entropy after softmax, for many samples at a time: out · Σt − t.
 *
 * <p>e^net is worked out in two loops. The first has no table and no branch, so that the compiler turns it into vector
 * instructions: with k the integer nearest to net / ln 2 and r = net − k ln 2, so that |r| &lt; 0.35, e^r is its Taylor
 * series up to r¹³/13!. The second takes 2^k from a table. The result is within 1.5 ulp.
 */
final class Entropy {
    /** Beyond this the largest net would have to be taken off first. */
    private static final double MOST = 300;

    private static final double PER_UNIT = 0x1.71547652b82fep0;
    /** ln 2: a part with so few digits that its product with k is exact, and the rest. */
    private static final double UNIT_HIGH = 0x1.62e42fefap-1;

    private static final double UNIT_LOW = 0x1.cf79abc9e3b3ap-40;
    /** Added to a double, leaves the nearest integer in the last bits of the sum. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int LARGEST_POWER = 512;
    private static final double[] POWERS = powers();

    private final int size;
    private final double[] series;
    private final double[] steps;
    private final double[] powers;

    /** Room for so many samples of so many outputs. */
    Entropy(int samples, int size) {
        this.size = size;
        series = new double[samples * size];
        steps = new double[samples * size];
        powers = new double[samples * size];
    }

    private static double[] powers() {
        double[] powers = new double[2 * LARGEST_POWER + 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.scalb(1.0, i - LARGEST_POWER);
        }
        return powers;
    }

    /** Whether every one of the first nets is near enough to 0. */
    boolean takes(double[] net, int samples) {
        double largest = 0;
        for (int i = 0; i < samples * size; i++) {
            largest = Math.max(largest, Math.abs(net[i]));
        }
        return largest < MOST; // not so where one is NaN
    }

    /** Writes the deltas of the first samples. */
    void deltas(double[] net, double[][] targets, int samples, double[] delta) {
        split(net, series, steps, samples * size);
        for (int i = 0; i < samples * size; i++) {
            powers[i] = series[i] * POWERS[LARGEST_POWER + (int) steps[i]];
        }
        for (int r = 0; r < samples; r++) {
            deltas(targets[r], r * size, delta);
        }
    }

    /** net = steps · ln 2 + r, and the series of e^r. */
    private static void split(double[] net, double[] series, double[] steps, int count) {
        for (int i = 0; i < count; i++) {
            double k = (net[i] * PER_UNIT + ROUNDER) - ROUNDER;
            double r = (net[i] - k * UNIT_HIGH) - k * UNIT_LOW;
            double s = r * r;
            double q = s * s;
            double low = (1 + r) + s * (1 / 2.0 + r * (1 / 6.0));
            double middle = (1 / 24.0 + r * (1 / 120.0)) + s * (1 / 720.0 + r * (1 / 5040.0));
            double high = (1 / 40320.0 + r * (1 / 362880.0)) + s * (1 / 3628800.0 + r * (1 / 39916800.0));
            double top = 1 / 479001600.0 + r * (1 / 6227020800.0);
            series[i] = low + q * (middle + q * (high + q * top));
            steps[i] = k;
        }
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
