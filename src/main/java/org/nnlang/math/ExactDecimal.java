package org.nnlang.math;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A decimal of any length: {@code unscaled} · 10^−{@code scale}.
 *
 * <p>Java's own computes 5^65536 before it is first used, which takes longer than most scripts.
 */
public record ExactDecimal(BigInteger unscaled, int scale) {
    private static final int FRACTION_BITS = 52;

    /** How far the exponent of a double is from that of its significand as a whole number. */
    private static final int BIAS = 1075;

    /**
     * The number that a text is, with its digits: of 1.50 both after the point.
     *
     * @throws NumberFormatException if it is not a number, or has an exponent beyond an int
     */
    public static ExactDecimal parse(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        int point = mantissa.indexOf('.');
        int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        long scale = (long) decimals - exponent;
        if (scale != (int) scale) {
            throw new NumberFormatException(text);
        }
        return new ExactDecimal(new BigInteger(digits), (int) scale);
    }

    /** The exact value of a finite double. */
    public static ExactDecimal of(double value) {
        long bits = Double.doubleToRawLongBits(Math.abs(value));
        int exponent = (int) (bits >> FRACTION_BITS);
        long fraction = bits & (1L << FRACTION_BITS) - 1;
        long whole = exponent == 0 ? fraction << 1 : fraction | 1L << FRACTION_BITS;
        int zeros = whole == 0 ? 0 : Long.numberOfTrailingZeros(whole);
        int power = whole == 0 ? 0 : exponent - BIAS + zeros;
        BigInteger odd = BigInteger.valueOf(value < 0 ? -(whole >> zeros) : whole >> zeros);
        return power >= 0
                ? new ExactDecimal(odd.shiftLeft(power), 0)
                : new ExactDecimal(odd.multiply(BigInteger.valueOf(5).pow(-power)), -power);
    }

    /** How many digits it has; 1 if it is 0. */
    public int precision() {
        return unscaled.abs().toString().length();
    }

    /** Whether it is below 0 (−1), 0, or above (1). */
    public int signum() {
        return unscaled.signum();
    }

    /**
     * The number with so many decimals.
     *
     * @param mode {@link RoundingMode#HALF_UP}, {@link RoundingMode#HALF_EVEN} or {@link RoundingMode#DOWN}
     */
    public ExactDecimal withScale(int decimals, RoundingMode mode) {
        if (decimals >= scale) {
            return new ExactDecimal(unscaled.multiply(BigInteger.TEN.pow(decimals - scale)), decimals);
        }
        BigInteger unit = BigInteger.TEN.pow(scale - decimals);
        BigInteger[] parts = unscaled.divideAndRemainder(unit);
        int half = parts[1].abs().shiftLeft(1).compareTo(unit);
        boolean even = mode == RoundingMode.HALF_EVEN && !parts[0].testBit(0);
        boolean up = mode != RoundingMode.DOWN && (half > 0 || half == 0 && !even);
        return new ExactDecimal(up ? parts[0].add(BigInteger.valueOf(signum())) : parts[0], decimals);
    }

    /** The number rounded to at most so many digits; the modes are those of {@link #withScale}. */
    public ExactDecimal withPrecision(int digits, RoundingMode mode) {
        int more = precision() - digits;
        if (more <= 0) {
            return this;
        }
        ExactDecimal rounded = withScale(scale - more, mode);
        return rounded.precision() > digits ? rounded.withScale(rounded.scale - 1, RoundingMode.DOWN) : rounded;
    }

    /** The same number without zeros at the end. */
    public ExactDecimal shortest() {
        if (signum() == 0) {
            return new ExactDecimal(BigInteger.ZERO, 0);
        }
        String digits = unscaled.toString();
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return new ExactDecimal(new BigInteger(digits.substring(0, end)), scale - (digits.length() - end));
    }

    /** The nearest double. */
    public double value() {
        return Double.parseDouble(unscaled + "E" + -(long) scale);
    }
}
