package org.nnlang.math;

import java.math.RoundingMode;

/**
 * Rounding to decimals as on paper: half up, away from zero, of the decimal that a double stands for.
 *
 * <p>That decimal is the double to 15 significant digits and at least 12 decimals: 0.12325, which the nearest double is a
 * little below of, becomes 0.1233, and so does 1 − 0.87675, which has lost some of its digits. The result is the double
 * next to the rounded decimal.
 */
public final class Decimals {
    /** The most decimals. */
    public static final int MOST = 15;

    private static final int DIGITS = 15;
    private static final double EXACT = 1e15;

    /** A difference of numbers of the size of 1 is known to so many decimals, but more are kept than are asked for. */
    private static final int KNOWN = 12;

    private static final int MORE = 4;

    /** How far, for its size, a double and its decimal of 15 digits may be apart, and more than the scaling adds. */
    private static final double NEAR = 8e-15;

    /** So near below a half, for its size, a double surely stands for the half: steps of the 15th digit are twice as far. */
    private static final double SURE = 3.5e-16;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /** A number rounded to 0 to 15 decimals; never −0; what is not finite stays. */
    public static double round(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[decimals];
        if (!(scaled < EXACT)) {
            return Double.isFinite(value) ? exactly(value, decimals) : value;
        }
        double whole = Math.floor(scaled);
        double rest = scaled - whole;
        boolean half = rest >= 0.5 - SURE * scaled && scaled < 0.1 * EXACT;
        if (!half && Math.abs(rest - 0.5) <= NEAR * scaled + POWERS[decimals] / POWERS[known(decimals)]) {
            return exactly(value, decimals);
        }
        double rounded = (half || rest >= 0.5 ? whole + 1 : whole) / POWERS[decimals];
        return value < 0 ? 0 - rounded : rounded;
    }

    private static int known(int decimals) {
        return Math.min(Math.max(KNOWN, decimals + MORE), MOST);
    }

    private static double exactly(double value, int decimals) {
        double rounded = ExactDecimal.of(value)
                .withPrecision(DIGITS, RoundingMode.HALF_UP)
                .withScale(known(decimals), RoundingMode.HALF_UP)
                .withScale(decimals, RoundingMode.HALF_UP)
                .value();
        return Double.isFinite(rounded) ? rounded : value;
    }
}
