package org.nnlang.network;

/**
 * One example: what goes in, and what should come out.
 *
 * @param target null if only the input is known
 * @param weight what its error is multiplied by
 */
public record Sample(double[] input, double[] target, double weight) {
    /** A sample that counts once. */
    public Sample(double[] input, double[] target) {
        this(input, target, 1);
    }
}
