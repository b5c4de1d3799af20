package org.nnlang.picture;

/**
 * The multiples of a round distance, 1, 2 or 5 times a power of ten: the edges of a histogram, the heights of
 * contour lines, the ticks of an axis.
 *
 * @param unit 1, 2 or 5
 * @param exponent the power of ten
 */
public record RoundNumbers(int unit, int exponent) {
    private static final int[] UNITS = {1, 2, 5};
    private static final double DECIMAL_DIGITS_OF_A_BIT = 0.30103;

    /** Those whose distance is nearest to a wanted one, by its ratio; {@code wanted} is above 0 and finite. */
    public static RoundNumbers nearest(double wanted) {
        int exponent = exponent(wanted);
        double leading = wanted / decimal(1, exponent);
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
        int exponent = (int) (Math.getExponent(number) * DECIMAL_DIGITS_OF_A_BIT);
        while (decimal(1, exponent + 1) <= number) {
            exponent++;
        }
        while (decimal(1, exponent) > number) {
            exponent--;
        }
        return exponent;
    }

    /** The double next to digits · 10^exponent. */
    public static double decimal(long digits, int exponent) {
        return Double.parseDouble(digits + "e" + exponent); // BigDecimal would take 50 ms to load
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
