package org.nnlang.language;

import java.util.Arrays;
import org.nnlang.network.Initializer;
import org.nnlang.network.Random64;

/** Where the weights or the biases of a layer start: at given values, or at random ones. */
public sealed interface Start {
    /** The starting values of {@code count} parameters. */
    double[] values(int count, Random64 random, int fanIn, int fanOut);

    /** The start as it would be without rounding to decimals. */
    default Start unrounded() {
        return this;
    }

    /** Values as they are given; a single one is for all parameters. */
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

    /** Values that an initialiser draws. */
    record Drawn(Initializer initializer) implements Start {
        @Override
        public double[] values(int count, Random64 random, int fanIn, int fanOut) {
            double[] all = new double[count];
            for (int i = 0; i < count; i++) {
                all[i] = initializer.draw(random, fanIn, fanOut);
            }
            return all;
        }
    }
}
