package org.nnlang.slips;

import java.util.function.UnaryOperator;

/**
 * A mistake that readers make throughout: at every update, and when the quantity is read.
 *
 * @param kind what it is called for programs: {@code derivative-missing}
 * @param argument what it is about: {@code h}, {@code w1 w2}; may be empty, {@code *} for all layers
 * @param words what it is called for people
 * @param change makes the slip; null where it can't be made
 */
record Slip(String kind, String argument, String words, UnaryOperator<Calculation> change) {
    /** Whether it is tried together with any other: the number of another quantity is only looked for one update earlier. */
    boolean pairs() {
        return !kind.equals("other-quantity");
    }

    /** Its name for programs: {@code derivative-missing h}. */
    String id() {
        return argument.isEmpty() ? kind : kind + " " + argument;
    }
}
