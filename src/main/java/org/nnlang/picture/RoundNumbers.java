package org.nnlang.picture;

import java.math.BigDecimal;

/**
 * The multiples of a round distance, 1, 2 or 5 times a power of ten: the edges of a histogram, the heights of contour lines.
 *
 * @param unit 1, 2 or 5
 * @param exponent the power of ten
 */
public record RoundNumbers(int unit, int exponent) {
    /** Those whose distance is nearest to a wanted one, by its ratio; {@code wanted} is above 0 and finite. */
    public static RoundNumbers nearest(double wanted) {
        BigDecimal exact = new BigDecimal(wanted);
        int exponent = exact.precision() - exact.scale() - 1;
        double leading = exact.movePointLeft(exponent).doubleValue();
        return leading * leading < 2
                ? new RoundNumbers(1, exponent)
                : leading * leading < 10
                        ? new RoundNumbers(2, exponent)
                        : leading * leading < 50 ? new RoundNumbers(5, exponent) : new RoundNumbers(1, exponent + 1);
    }

    /** Multiple {@code i}: the double next to that decimal. */
    public double at(long i) {
        return BigDecimal.valueOf(i * unit, -exponent).doubleValue();
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
