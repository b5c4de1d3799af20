package org.nnlang.slips;

import java.util.List;

/**
 * What was found out about a number.
 *
 * @param right the right value, and how it gives the number: {@link Written.How#NOT} where it doesn't
 * @param fits the slips that give the number, simplest first
 * @param nearest the slip that comes nearest where none fits, or null
 * @param parting where the working of the first that fits leaves the right one, or null
 * @param tried what was tried, and what was not
 * @param byHand the value if nets that only rounding makes other than 0 are 0; NaN if it is the same
 */
public record Answer(
        String name,
        Written number,
        Calculation calculation,
        double right,
        Written.How how,
        List<Trial> fits,
        Trial nearest,
        FirstDifference parting,
        Tried tried,
        double byHand) {
    public Answer {
        fits = List.copyOf(fits);
    }

    /**
     * How much was tried.
     *
     * @param singles slips that were tried alone
     * @param singlesLeft slips that were not, as running the training again is too much work
     * @param pairs pairs that were tried
     * @param pairsLeft pairs that were not
     * @param work whether the pairs were left out for the work, not for the digits
     * @param chance how many of the values tried a number of so many digits near this one would hit by chance
     */
    public record Tried(int singles, int singlesLeft, int pairs, int pairsLeft, boolean work, double chance) {
        /** Nothing: the number is right. */
        static final Tried NOTHING = new Tried(0, 0, 0, 0, false, 0);

        /** Whether numbers with so few digits are often hit by chance. */
        public boolean tooFewDigits() {
            return chance > 0.1;
        }
    }

    /** Whether the number is right by hand, but not in binary arithmetic. */
    public boolean isByHand() {
        return how == Written.How.BY_HAND;
    }

    /** The verdict for programs: {@code right}, {@code slip}, {@code none}. */
    public String verdict() {
        return how != Written.How.NOT ? "right" : fits.isEmpty() ? "none" : "slip";
    }
}
