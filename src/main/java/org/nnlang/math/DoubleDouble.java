package org.nnlang.math;

/**
 * A number of about 106 binary digits, as the unevaluated sum of two doubles, the second at most half an ulp of the first.
 *
 * <p>The operations find the exact error of a rounded sum or product (T. J. Dekker, 1971). They do without
 * {@code Math.fma}, which is slow on processors and in browsers that lack the instruction.
 */
record DoubleDouble(double high, double low) {
    private static final double SPLITTER = 0x1.0000002p27;

    /** a + b exactly, if |a| ≥ |b| or a = 0. */
    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        return new DoubleDouble(sum, (a - sum) + b);
    }

    /** a · b exactly, if nothing overflows or underflows. */
    static DoubleDouble product(double a, double b) {
        double product = a * b;
        double aHead = head(a);
        double aTail = a - aHead;
        double bHead = head(b);
        double bTail = b - bHead;
        return new DoubleDouble(product, ((aHead * bHead - product) + aHead * bTail + aTail * bHead) + aTail * bTail);
    }

    /** The first 26 digits; the rest fits into 26 digits too, as it has a sign. */
    static double head(double a) {
        double scaled = SPLITTER * a;
        return scaled - (scaled - a);
    }

    DoubleDouble times(double factor) {
        DoubleDouble product = product(high, factor);
        return sum(product.high, product.low + low * factor);
    }

    /** The quotient, rounded. */
    double over(DoubleDouble divisor) {
        double quotient = high / divisor.high;
        DoubleDouble back = product(quotient, divisor.high);
        return quotient + ((high - back.high) - back.low + low - quotient * divisor.low) / divisor.high;
    }

    /** The nearest double. */
    double value() {
        return high + low;
    }
}
