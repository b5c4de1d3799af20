package org.nnlang.slips;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What was found out about a reader's numbers.
 *
 * @param calculation what the numbers are of
 * @param checked each number, in the order of asking
 * @param given numbers that the reader's other numbers were computed from
 * @param verdict what is said of the wrong ones
 * @param reasons what gives them, likeliest first
 * @param nearest what nearly gives them, because numbers were rounded on the way; null if nothing does, or there are reasons
 * @param difference where the calculation with the first reason, or the one by hand, leaves the right one; or null
 * @param tried how many slips were tried
 * @param samples how many samples an update is made of, or what is read before the first; 0 if there is no worksheet
 * @param first which number is the first wrong one in the order of working, by its index in {@code checked}; −1 if none is
 * @param next what was found out about the wrong numbers that the first reason leaves, going on from the reader's others; null if
 *     it leaves none, or enough was found
 */
public record Answer(
        Calculation calculation,
        List<Checked> checked,
        List<Claim> given,
        Verdict verdict,
        List<Reason> reasons,
        Reason nearest,
        FirstDifference difference,
        Tried tried,
        int samples,
        int first,
        Answer next) {
    /** An answer without reasons. */
    Answer(Calculation calculation, List<Checked> checked, List<Claim> given, Verdict verdict, Tried tried) {
        this(calculation, checked, given, verdict, List.of(), null, null, tried, 0, first(checked), null);
    }

    public Answer {
        checked = List.copyOf(checked);
        given = List.copyOf(given);
        reasons = List.copyOf(reasons);
    }

    /** The first wrong number in the order of asking. */
    static int first(List<Checked> checked) {
        int first = 0;
        while (first < checked.size() && !checked.get(first).isWrong()) {
            first++;
        }
        return first == checked.size() ? -1 : first;
    }

    /** What is said of wrong numbers. */
    public enum Verdict {
        /** All are right. */
        RIGHT,
        /** The first reason is the one. */
        STATED,
        /** The reasons fit, but chance is as good an explanation, or one is as good as another. */
        POSSIBLE,
        /** Nothing fits. */
        UNKNOWN
    }

    /**
     * A number, checked.
     *
     * @param right the right value
     * @param how how that gives the number: {@link Written.How#NOT} if it doesn't
     * @param byHand the value if nets that only rounding makes other than 0 are 0; NaN if it is the same
     * @param follows whether it is wrong, but right for the reader's other numbers
     * @param before of a parameter, its value before the last update if that gives the number as well; else NaN
     */
    public record Checked(Claim claim, double right, Written.How how, double byHand, boolean follows, double before) {
        Checked as(Written.How other) {
            return new Checked(claim, right, other, byHand, follows, before);
        }

        /** Whether it is right. */
        public boolean isRight() {
            return how != Written.How.NOT;
        }

        /** Whether it is wrong, and not only because others are. */
        public boolean isWrong() {
            return !isRight() && !follows;
        }
    }

    /**
     * Slips that give the same numbers.
     *
     * @param values what they give for each number
     * @param gives which of the numbers that is
     * @param slips at most a few, likeliest first
     */
    public record Reason(double[] values, boolean[] gives, List<Slip> slips) {}

    /**
     * A slip, or two that were made together.
     *
     * @param parts each of them
     */
    public record Slip(List<Part> parts) {
        public Slip {
            parts = List.copyOf(parts);
        }

        /** Names it for programs; {@code a + b} for two slips. */
        public String id() {
            return parts.stream().map(Part::id).collect(Collectors.joining(" + "));
        }

        /** What people believe who make it; empty if that isn't known. */
        public List<Belief> beliefs() {
            return parts.stream()
                    .map(Part::belief)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /** Whether it is two slips. */
        public boolean isPair() {
            return parts.size() > 1;
        }
    }

    /**
     * One slip.
     *
     * @param id names it for programs
     * @param description what happened
     * @param rewritings the lines that were written otherwise, if it is about lines
     * @param belief what people believe who make it, or null
     */
    public record Part(String id, Description description, List<Rewriting> rewritings, Belief belief) {
        public Part {
            rewritings = List.copyOf(rewritings);
        }
    }

    /**
     * How much was tried.
     *
     * @param slips slips that were tried, alone and in pairs
     * @param left slips that were not, as that is too much work
     * @param large whether slips in lines weren't tried, or not those in the longest, as there are too many
     */
    public record Tried(int slips, int left, boolean large) {
        /** Nothing. */
        public static final Tried NOTHING = new Tried(0, 0, false);

        /** Nothing, because the worksheets are too large. */
        static final Tried LARGE = new Tried(0, 0, true);
    }

    /** Whether every number is right. */
    public boolean isRight() {
        return verdict == Verdict.RIGHT;
    }
}
