package org.nnlang.engine;

import java.util.List;

/**
 * Which part of the samples, or of a layer's neurons, is whose.
 *
 * @param index 0 or 1
 * @param of all in one, or two halves
 */
record Part(int index, int of) {
    /** From so many samples on two halves are worth making. */
    static final int WORTH_HALVES = 64;

    /** Fewer than this stay together, in the first half. */
    private static final int TOGETHER = 32;

    /** Halves are cut where a block of the products ends, so that their sums are taken as in the whole. */
    private static final int BLOCK = 8;

    private static final List<Part> WHOLE = List.of(new Part(0, 1));
    private static final List<Part> HALVES = List.of(new Part(0, 2), new Part(1, 2));

    /** All parts. */
    static List<Part> of(boolean inTwo) {
        return inTwo ? HALVES : WHOLE;
    }

    /** The first that is in it, of n. */
    int from(int n) {
        return index == 0 ? 0 : middle(n);
    }

    /** The first after it, of n. */
    int to(int n) {
        return index == of - 1 ? n : middle(n);
    }

    /** Whether anything is in it, of n. */
    boolean has(int n) {
        return from(n) < to(n);
    }

    /** The most it may have, of n or fewer. */
    int most(int n) {
        return of == 1 ? n : index == 0 ? Math.max(middle(n), Math.min(n, TOGETHER - 1)) : (n + 1) / 2;
    }

    private static int middle(int n) {
        return n < TOGETHER ? n : (n / 2 + BLOCK - 1) / BLOCK * BLOCK;
    }
}
