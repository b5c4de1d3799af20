package org.nnlang.network;

import org.nnlang.math.Decimals;

/**
 * How figures are worked out: in which numbers, rounded to how many decimals, and in which order.
 *
 * @param decimals every figure that a person would write down is rounded to so many decimals; {@link #UNROUNDED} for none
 * @param sequence null for simultaneous: every delta at the old weights; else what each layer is updated with before the
 *     deltas of the layer before it are worked out
 * @param sums whether a batch's gradient, and the loss, is the sum over the samples, though it should be the mean
 * @param byHand whether a net that can't be told from 0 is 0: see {@link NetError}
 */
public record ArithmeticMode(Precision precision, int decimals, Sequence sequence, boolean sums, boolean byHand) {
    /** No decimals: nothing is rounded. */
    public static final int UNROUNDED = -1;

    /** The most decimals that figures are rounded to. */
    public static final int MOST_DECIMALS = Decimals.MOST;

    /** In double, unrounded, simultaneous. */
    public static final ArithmeticMode DOUBLE = new ArithmeticMode(Precision.DOUBLE, UNROUNDED, null);

    /** In float32, unrounded, simultaneous. */
    public static final ArithmeticMode SINGLE = new ArithmeticMode(Precision.SINGLE, UNROUNDED, null);

    /**
     * What plain gradient descent updates a weight with, where the layers are updated one after the other.
     *
     * @param weightDecay the decay that applies, 0 for none
     */
    public record Sequence(LearningRate learningRate, double weightDecay) {
        /** η, at a step at which it is one number. */
        public double rate() {
            return DOUBLE.rate(learningRate, 0, 0);
        }
    }

    public ArithmeticMode {
        if (decimals < UNROUNDED || decimals > MOST_DECIMALS || decimals >= 0 && precision == Precision.SINGLE) {
            throw new IllegalArgumentException(decimals + " decimals of " + precision);
        }
    }

    /** With the mean over the samples. */
    public ArithmeticMode(Precision precision, int decimals, Sequence sequence) {
        this(precision, decimals, sequence, false, false);
    }

    /** Unrounded and simultaneous. */
    public static ArithmeticMode of(Precision precision) {
        return precision == Precision.SINGLE ? SINGLE : DOUBLE;
    }

    /** Whether figures are doubles, not rounded. */
    public boolean isDouble() {
        return precision == Precision.DOUBLE && !rounds();
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
    public ArithmeticMode simultaneous() {
        return sequence == null ? this : new ArithmeticMode(precision, decimals, null, sums, byHand);
    }

    /** The same without decimals. */
    public ArithmeticMode unrounded() {
        return rounds() ? new ArithmeticMode(precision, UNROUNDED, sequence, sums, byHand) : this;
    }

    /** The same, rounded to so many decimals, which are decimals of doubles. */
    public ArithmeticMode to(int places) {
        return new ArithmeticMode(places == UNROUNDED ? precision : Precision.DOUBLE, places, sequence, sums, byHand);
    }

    /** The same in double, rounded as another method rounds, if that one does. */
    public ArithmeticMode roundedAs(ArithmeticMode other) {
        return other.rounds() ? new ArithmeticMode(Precision.DOUBLE, other.decimals, sequence, sums, byHand) : this;
    }

    /** The same, in sequence; a plan of a training run puts its own rate and decay in. */
    public ArithmeticMode inSequence() {
        return inSequence(new Sequence(new LearningRate.Constant(0), 0));
    }

    /** The same, in sequence with this rate and decay. */
    public ArithmeticMode inSequence(Sequence sequence) {
        return new ArithmeticMode(precision, decimals, sequence, sums, byHand);
    }

    /** The same at a step: in sequence, the learning rate is then one number. */
    public ArithmeticMode at(long step, long epoch) {
        return sequence == null || sequence.learningRate instanceof LearningRate.Constant
                ? this
                : inSequence(new Sequence(
                        new LearningRate.Constant(rate(sequence.learningRate, step, epoch)), sequence.weightDecay));
    }

    /** η at a step; what a schedule gives is rounded, as it is written down. */
    public double rate(LearningRate learningRate, long step, long epoch) {
        return switch (learningRate) {
            case LearningRate.Constant c -> c.value();
            case LearningRate.Schedule s -> rounds() ? Decimals.round(s.at(step, epoch), decimals) : s.at(step, epoch);
            case LearningRate.Varied v -> v.change().applyAsDouble(rate(v.rate(), step, epoch));
        };
    }

    /** The same with sums over the samples. */
    public ArithmeticMode summed() {
        return new ArithmeticMode(precision, decimals, sequence, true, byHand);
    }

    /** The same, with nets that can't be told from 0 as 0. */
    public ArithmeticMode withZerosByHand() {
        return new ArithmeticMode(precision, decimals, sequence, sums, true);
    }

    /** What becomes of a sum over so many samples: their mean, unless it is left as it is. */
    public double mean(double sum, int samples) {
        return round(sums ? sum : sum / samples);
    }
}
