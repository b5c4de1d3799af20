package org.nnlang.network;

/** Where parameters start: a constant or a random distribution, by the layer's fan-in and fan-out. */
public sealed interface Initializer {
    /** The name in a script, without arguments. */
    String name();

    /** The arguments that follow the name, in order. */
    default double[] arguments() {
        return new double[0];
    }

    /** What no starting value is larger than, whatever its sign. */
    default double largest() {
        return 100;
    }

    /** One starting value. */
    double draw(Random64 random, int fanIn, int fanOut);

    /** Uniform in ±√(6 / (fanIn + fanOut)) (Glorot and Bengio 2010). */
    record Xavier() implements Initializer {
        @Override
        public String name() {
            return "xavier";
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            double limit = Math.sqrt(6.0 / ((double) fanIn + fanOut));
            return random.uniform(-limit, limit);
        }
    }

    /** Normal with sd √(2 / (fanIn + fanOut)). */
    record XavierNormal() implements Initializer {
        @Override
        public String name() {
            return "xavier_normal";
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            return random.normal() * Math.sqrt(2.0 / ((double) fanIn + fanOut));
        }
    }

    /** Uniform in ±√(6 / fanIn) (He et al. 2015). */
    record He() implements Initializer {
        @Override
        public String name() {
            return "he";
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            double limit = Math.sqrt(6.0 / fanIn);
            return random.uniform(-limit, limit);
        }
    }

    /** Normal with sd √(2 / fanIn). */
    record HeNormal() implements Initializer {
        @Override
        public String name() {
            return "he_normal";
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            return random.normal() * Math.sqrt(2.0 / fanIn);
        }
    }

    /** Uniform in [from, to). */
    record Uniform(double from, double to) implements Initializer {
        @Override
        public String name() {
            return "uniform";
        }

        @Override
        public double[] arguments() {
            return new double[] {from, to};
        }

        @Override
        public double largest() {
            return Math.max(Math.abs(to - from), Math.max(Math.abs(from), Math.abs(to)));
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            return random.uniform(from, to);
        }
    }

    /** Normal with that mean and standard deviation. */
    record Normal(double mean, double sd) implements Initializer {
        @Override
        public String name() {
            return "normal";
        }

        @Override
        public double[] arguments() {
            return new double[] {mean, sd};
        }

        @Override
        public double largest() {
            return Math.abs(mean) + 13 * Math.abs(sd); // see Random64.normal: √(−2 ln 2⁻¹⁰⁴) is 12.01
        }

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            return mean + sd * random.normal();
        }
    }

    /** The same number everywhere: {@code zeros} or {@code ones}. */
    record Constant(String name, double value) implements Initializer {
        /** {@code zeros}. */
        public static final Constant ZEROS = new Constant("zeros", 0);
        /** {@code ones}. */
        public static final Constant ONES = new Constant("ones", 1);

        @Override
        public double draw(Random64 random, int fanIn, int fanOut) {
            return value;
        }
    }
}
