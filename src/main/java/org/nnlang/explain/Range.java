package org.nnlang.explain;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Neurons or samples that follow one another, or some that are picked from them. */
final class Range {
    private final int from;
    private final int[] picked;
    private final int size;

    private Range(int from, int size, int[] picked) {
        this.from = from;
        this.size = size;
        this.picked = picked;
    }

    /** {@code from}, included, to {@code to}, not included. */
    static Range between(int from, int to) {
        return new Range(from, to - from, null);
    }

    static Range all(int size) {
        return between(0, size);
    }

    static Range single(int index) {
        return between(index, index + 1);
    }

    static Range none() {
        return between(0, 0);
    }

    /** Those of the range for which a condition holds. */
    Range where(IntPredicate condition) {
        int[] some = IntStream.range(0, size).map(this::at).filter(condition).toArray();
        return new Range(0, some.length, some);
    }

    int size() {
        return size;
    }

    /** The {@code i}-th, from 0. */
    int at(int i) {
        return picked == null ? from + i : picked[i];
    }

    boolean contains(int index) {
        return picked == null
                ? from <= index && index < from + size
                : IntStream.of(picked).anyMatch(i -> i == index);
    }
}
