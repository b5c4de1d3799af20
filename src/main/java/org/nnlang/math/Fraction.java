package org.nnlang.math;

/**
 * A number as a textbook keeps it: 2/3 rather than 0.667, 0.02 rather than 0.020000000000000004.
 *
 * @param top with the sign
 * @param bottom above 0; 1 unless both are whole, or the quotient would be long
 */
record Fraction(double top, double bottom) {
    static final Fraction ZERO = new Fraction(0, 1);
    static final Fraction ONE = new Fraction(1, 1);

    private static final int SHORT = 8;
    private static final double WHOLE = 1e9;

    static Fraction of(double value) {
        return new Fraction(value, 1);
    }

    static boolean isWhole(double value) {
        return Math.rint(value) == value && Math.abs(value) < WHOLE;
    }

    double value() {
        return top / bottom;
    }

    Fraction negated() {
        return new Fraction(-top, bottom);
    }

    Fraction times(Fraction other) {
        return reduced(tidy(top * other.top), tidy(bottom * other.bottom));
    }

    Fraction over(Fraction other) {
        return times(other.top < 0 ? new Fraction(-other.bottom, -other.top) : new Fraction(other.bottom, other.top));
    }

    Fraction plus(Fraction other) {
        return bottom == other.bottom
                ? reduced(tidy(top + other.top), bottom)
                : reduced(tidy(top * other.bottom + other.top * bottom), tidy(bottom * other.bottom));
    }

    private static Fraction reduced(double top, double bottom) {
        if (isWhole(top) && isWhole(bottom)) {
            double divisor = divisor(Math.abs(top), bottom);
            return new Fraction(top / divisor, bottom / divisor);
        }
        double value = tidy(top / bottom);
        return Double.toString(value).length() <= SHORT ? of(value) : new Fraction(top, bottom);
    }

    private static double divisor(double a, double b) {
        return a == 0 ? b : divisor(b % a, a);
    }

    /** The number, without the last digits' noise where it is short but for that. */
    private static double tidy(double value) {
        if (value == 0 || !Double.isFinite(value) || isWhole(value)) {
            return value == 0 ? 0 : value;
        }
        double scale = 1;
        for (int digits = 0; digits < 12; digits++, scale *= 10) {
            double near = Math.rint(value * scale) / scale;
            if (Math.abs(near - value) <= 2 * Math.ulp(value)) {
                return near;
            }
        }
        return value;
    }
}
