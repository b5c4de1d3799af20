package org.nnlang.math;

/** aᵇ = e^(b ln a), with 22 binary digits more than a double has in the logarithm, for the result to keep 12 of them. */
final class Power {
    /** From this exponent on, the power of every base overflows or underflows, except ±1: the doubles next to 1 are 2⁻⁵³ away. */
    private static final double LARGE = 0x1p64;

    private Power() {}

    static double pow(double a, double b) {
        if (b == 2) {
            return a * a;
        }
        return a >= Double.MIN_NORMAL && a <= Double.MAX_VALUE && Math.abs(b) < LARGE
                ? Exponential.exp(Logarithm.precise(a).times(b))
                : special(a, b);
    }

    /** The power of a base that is not a positive normal double, or with a huge exponent, as {@code Math.pow} defines it. */
    private static double special(double a, double b) {
        if (b == 0) {
            return 1;
        }
        double size = Math.abs(a);
        if (Double.isNaN(a) || Double.isNaN(b) || size == 1 && Double.isInfinite(b)) {
            return Double.NaN;
        }
        double sign = Math.copySign(1, a) < 0 && isOdd(b) ? -1 : 1;
        if (size == 0 || Double.isInfinite(size) || Math.abs(b) >= LARGE) {
            return sign * (size == 1 ? 1 : size > 1 == b > 0 ? Double.POSITIVE_INFINITY : 0);
        }
        return a < 0 && Math.rint(b) != b
                ? Double.NaN
                : sign * Exponential.exp(Logarithm.precise(size).times(b));
    }

    private static boolean isOdd(double b) {
        return Math.rint(b) == b && Math.rint(b / 2) != b / 2;
    }
}
