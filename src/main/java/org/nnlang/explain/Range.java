package org.nnlang.explain;

/** Neurons or samples that follow one another: {@code from}, included, to {@code to}, not included. */
record Range(int from, int to) {
    static Range all(int size) {
        return new Range(0, size);
    }

    static Range single(int index) {
        return new Range(index, index + 1);
    }

    static Range none() {
        return new Range(0, 0);
    }

    int size() {
        return to - from;
    }

    boolean contains(int index) {
        return from <= index && index < to;
    }
}
