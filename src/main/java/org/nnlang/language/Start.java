package org.nnlang.language;

import java.util.Arrays;
import org.nnlang.network.Initializer;
import org.nnlang.network.Random64;

/** The start of a layer's weights or biases: given values, or random ones. */
public sealed interface Start {
    /** The starting values of {@code count} parameters. */
    double[] values(int count, Random64 random, int fanIn, int fanOut);

    /** The start without rounding to decimals. */
    default Start unrounded() {
        return this;
    }

    /** Given values; a single value is for all parameters. */
    record Given(double[] values, double[] exact) implements Start {
        @Override
        public Start unrounded() {
            return exact == values ? this : new Given(exact, exact);
        }

        @Override
        public double[] values(int count, Random64 random, int fanIn, int fanOut) {
            double[] all = Arrays.copyOf(values, count);
            if (values.length == 1) {
                Arrays.fill(all, values[0]);
            }
            return all;
        }
    }

    /** Random values from an initialiser. */
    record Drawn(Initializer initializer) implements Start {
        @Override
        public double[] values(int count, Random64 random, int fanIn, int fanOut) {
            return initializer.draw(count, random, fanIn, fanOut);
        }
    }
}
