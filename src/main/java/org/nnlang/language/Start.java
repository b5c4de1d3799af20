package org.nnlang.language;

import java.util.Arrays;
import org.nnlang.network.Initializer;
import org.nnlang.network.Random64;

/** Where some parameters of a layer start: at given values, or drawn. */
sealed interface Start {
    /** Writes the starting values into {@code into} from {@code from} up to {@code to}. */
    void write(double[] into, int from, int to, Random64 random, int fanIn, int fanOut);

    /** Values as they are given; one for all where there is one. */
    record Given(double[] values) implements Start {
        @Override
        public void write(double[] into, int from, int to, Random64 random, int fanIn, int fanOut) {
            if (values.length == 1) {
                Arrays.fill(into, from, to, values[0]);
            } else {
                System.arraycopy(values, 0, into, from, to - from);
            }
        }
    }

    /** Values that an initialiser draws. */
    record Drawn(Initializer initializer) implements Start {
        @Override
        public void write(double[] into, int from, int to, Random64 random, int fanIn, int fanOut) {
            for (int i = from; i < to; i++) {
                into[i] = initializer.draw(random, fanIn, fanOut);
            }
        }
    }
}
