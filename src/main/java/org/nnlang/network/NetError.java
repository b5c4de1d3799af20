package org.nnlang.network;

/**
 * How far a net can be from the net that the same decimals give on paper.
 *
 * <p>A net is the sum of n products weight · source, and of a bias. Each weight and each source is the nearest binary
 * number to a decimal, off by a factor 1 + δ with |δ| ≤ u; u is 2⁻⁵³ in double and 2⁻²⁴ in float32. So is each product and
 * each addition, and a term goes through at most n additions: no more than k = n + 3 factors in all. Hence |computed − on
 * paper| ≤ γ · Σ |weight · source|, bias included, with γ = k · u / (1 − k · u); see N. Higham, Accuracy and Stability of
 * Numerical Algorithms, lemma 3.1. What underflows is off by at most the smallest number, once for each term.
 *
 * <p>The sources of a hidden layer count as decimals, too: this is the error of the sum alone.
 */
public final class NetError {
    /** Makes up for the rounding of the bound itself. */
    private static final double ROOM = 1 + 0x1p-20;

    private NetError() {}

    /** The bound for neuron {@code j} of layer {@code l}, from the outputs {@code source} of the layer before. */
    public static double of(Network network, Precision precision, double[] parameters, double[] source, int l, int j) {
        int w = network.weightIndex(l, j, 0);
        int bias = network.biasIndex(l, j);
        double size = bias < 0 ? 0 : Math.abs(parameters[bias]);
        for (int i = 0; i < source.length; i++) {
            size += Math.abs(parameters[w + i] * source[i]);
        }
        double k = (source.length + 3) * unit(precision);
        double smallest = precision == Precision.SINGLE ? Float.MIN_VALUE : Double.MIN_VALUE;
        return k / (1 - k) * size * ROOM + source.length * smallest;
    }

    /** The largest relative error of one rounding. */
    public static double unit(Precision precision) {
        return precision == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
    }
}
