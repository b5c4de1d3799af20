package org.nnlang.picture;

import java.math.BigDecimal;

/**
 * The multiples of a round distance, 1, 2 or 5 times a power of ten: the edges of a histogram, the heights of
 * contour lines, the ticks of an axis.
 *
 * @param unit 1, 2 or 5
 * @param exponent the power of ten
 */
public record RoundNumbers(int unit, int exponent) {
    private static final int[] UNITS = {1, 2, 5};

    /** Those whose distance is nearest to a wanted one, by its ratio; {@code wanted} is above 0 and finite. */
    public static RoundNumbers nearest(double wanted) {
        int exponent = exponent(wanted);
        double leading = new BigDecimal(wanted).movePointLeft(exponent).doubleValue();
        return leading * leading < 2
                ? new RoundNumbers(1, exponent)
                : leading * leading < 10
                        ? new RoundNumbers(2, exponent)
                        : leading * leading < 50 ? new RoundNumbers(5, exponent) : new RoundNumbers(1, exponent + 1);
    }

    /** The least of 1, 2, 5, 10, 20, … that is at least a number up to 10¹⁸. */
    public static long atLeast(double number) {
        for (long ten = 1; ; ten *= 10) {
            for (int unit : UNITS) {
                if (unit * ten >= number) {
                    return unit * ten;
                }
            }
        }
    }

    /** The exponent of the greatest power of ten, as a double, that is at most a finite number above 0. */
    public static int exponent(double number) {
        BigDecimal exact = new BigDecimal(number);
        int exponent = exact.precision() - exact.scale() - 1;
        return decimal(1, exponent + 1) <= number ? exponent + 1 : exponent;
    }

    /** The double next to digits · 10^exponent. */
    public static double decimal(long digits, int exponent) {
        return BigDecimal.valueOf(digits, -exponent).doubleValue();
    }

    /** Multiple {@code i}: the double next to that decimal. */
    public double at(long i) {
        return decimal(i * unit, exponent);
    }

    /** The index of the greatest multiple that is at most {@code value}. */
    public long below(double value) {
        long i = (long) Math.floor(value / at(1));
        while (at(i) > value) {
            i--;
        }
        while (at(i + 1) <= value) {
            i++;
        }
        return i;
    }

    /** The index of the least multiple that is at least {@code value}. */
    public long above(double value) {
        long below = below(value);
        return at(below) == value ? below : below + 1;
    }
}
