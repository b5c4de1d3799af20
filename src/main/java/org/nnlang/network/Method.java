package org.nnlang.network;

import org.nnlang.numeric.Decimals;

/**
 * How figures are worked out: in which numbers, rounded to how many decimals, and in which order.
 *
 * @param decimals every figure that a person would write down is rounded to so many decimals; {@link #UNROUNDED} for none
 * @param sequence null for simultaneous: every delta at the old weights; else what each layer is updated with before the
 *     deltas of the layer before it are worked out
 * @param sums whether a batch's gradient, and the loss, is the sum over the samples, though it should be the mean
 * @param byHand whether a net that can't be told from 0 is 0: see {@link NetError}
 */
public record Method(Precision precision, int decimals, Sequence sequence, boolean sums, boolean byHand) {
    /** No decimals: nothing is rounded. */
    public static final int UNROUNDED = -1;

    /** The most decimals that figures are rounded to. */
    public static final int MOST_DECIMALS = Decimals.MOST;

    /** In double, unrounded, simultaneous. */
    public static final Method DOUBLE = new Method(Precision.DOUBLE, UNROUNDED, null);

    /** In float32, unrounded, simultaneous. */
    public static final Method SINGLE = new Method(Precision.SINGLE, UNROUNDED, null);

    /**
     * What plain gradient descent updates a weight with, where the layers are updated one after the other.
     *
     * @param weightDecay the decay that applies, 0 for none
     */
    public record Sequence(double learningRate, double weightDecay) {}

    public Method {
        if (decimals < UNROUNDED || decimals > MOST_DECIMALS || decimals >= 0 && precision == Precision.SINGLE) {
            throw new IllegalArgumentException(decimals + " decimals of " + precision);
        }
    }

    /** With the mean over the samples. */
    public Method(Precision precision, int decimals, Sequence sequence) {
        this(precision, decimals, sequence, false, false);
    }

    /** Unrounded and simultaneous. */
    public static Method of(Precision precision) {
        return precision == Precision.SINGLE ? SINGLE : DOUBLE;
    }

    /** Whether figures are rounded to decimals. */
    public boolean rounds() {
        return decimals >= 0;
    }

    /** A figure as it is written down. */
    public double round(double value) {
        return rounds() ? Decimals.round(value, decimals) : precision.round(value);
    }

    /** The same with every delta at the old weights. */
    public Method simultaneous() {
        return sequence == null ? this : new Method(precision, decimals, null, sums, byHand);
    }

    /** The same without decimals. */
    public Method unrounded() {
        return rounds() ? new Method(precision, UNROUNDED, sequence, sums, byHand) : this;
    }

    /** The same, rounded to so many decimals, which are decimals of doubles. */
    public Method to(int places) {
        return new Method(places == UNROUNDED ? precision : Precision.DOUBLE, places, sequence, sums, byHand);
    }

    /** The same in double, rounded as another method rounds, if that one does. */
    public Method roundedAs(Method other) {
        return other.rounds() ? new Method(Precision.DOUBLE, other.decimals, sequence, sums, byHand) : this;
    }

    /** The same, in sequence; a {@link Plan} puts its own rate and decay in. */
    public Method inSequence() {
        return inSequence(new Sequence(0, 0));
    }

    /** The same, in sequence with this rate and decay. */
    Method inSequence(Sequence sequence) {
        return new Method(precision, decimals, sequence, sums, byHand);
    }

    /** The same with sums over the samples. */
    public Method summed() {
        return new Method(precision, decimals, sequence, true, byHand);
    }

    /** The same, with nets that can't be told from 0 as 0. */
    public Method withZerosByHand() {
        return new Method(precision, decimals, sequence, sums, true);
    }

    /** What becomes of a sum over so many samples: their mean, unless it is left as it is. */
    public double mean(double sum, int samples) {
        return round(sums ? sum : sum / samples);
    }
}
