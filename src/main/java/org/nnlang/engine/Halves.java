package org.nnlang.engine;

import java.util.List;
import java.util.function.Consumer;

/** Work on the rows of a batch, or on the neurons of the layers, in one piece, or in two halves at the same time. */
final class Halves {
    /** The most rows at a time: they should stay near the processor. */
    static final int MOST_ROWS = 256;

    private final MatrixProducts products;
    private final List<Part> parts;

    Halves(MatrixProducts products, boolean inTwo) {
        this.products = products;
        parts = Part.of(inTwo);
    }

    /** The one part, or the two. */
    List<Part> parts() {
        return parts;
    }

    /** Whether there are two. */
    boolean inTwo() {
        return parts.size() > 1;
    }

    /** Some work on each part, to be done again and again. */
    List<Runnable> each(Consumer<Part> work) {
        return parts.stream().<Runnable>map(part -> () -> work.accept(part)).toList();
    }

    /** Does such work on all parts. */
    void run(List<Runnable> work) {
        if (inTwo()) {
            products.both(work.get(0), work.get(1));
        } else {
            work.get(0).run();
        }
    }
}
