package org.nnlang.slips;

import java.util.List;

/**
 * A slip that could have been made.
 *
 * @param change what it does
 * @param kind what sort of slip it is
 * @param weight how likely it is among its kind, before anything is known; {@link Candidates} makes probabilities of weights
 * @param description what happened
 * @param parts the slips that it is made of, if it is two
 */
record Candidate(Change change, Kind kind, double weight, Description description, List<Candidate> parts) {
    Candidate(Change change, Kind kind, double weight, Description description) {
        this(change, kind, weight, description, List.of());
    }

    /** Two slips together. */
    static Candidate pair(Candidate first, Candidate second, double weight) {
        Change both = first.change.and(second.change);
        return new Candidate(both, Kind.PAIR, weight, first.description, List.of(first, second));
    }

    /** Sorts of slips, each with the share of all slips that are of it. */
    enum Kind {
        /** A rule that is believed, in all lines of a kind. */
        BELIEF(0.60),
        /** A slip in one place. */
        LAPSE(0.20),
        /** Another script. */
        STATEMENT(0.12),
        /** A number copied wrongly. */
        COPY(0.08),
        /** Two of them. */
        PAIR(0.05);

        private final double share;

        Kind(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }

    Candidate times(double factor) {
        return new Candidate(change, kind, weight * factor, description, parts);
    }
}
