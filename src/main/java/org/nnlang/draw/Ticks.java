package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.RoundNumbers;

/**
 * The round numbers at an axis.
 *
 * @param at their places, ascending, within the axis's range
 * @param labels what is written at each
 * @param minor places between them without a label, on a logarithmic axis
 */
record Ticks(double[] at, List<String> labels, double[] minor) {
    private static final int[] STEPS = {1, 2, 5};

    /** What powers of ten are multiplied by on a logarithmic axis, the more the fewer decades there are. */
    private static final int[][] FACTORS = {{1, 2, 5}, {1, 3}, {1}};

    /** If even the powers of ten are too many, every second, third, fifth, … has a tick. */
    private static final int[] SKIPS = {2, 3, 5, 10, 20, 50, 100, 200, 500};

    /** Numbers of this size, and smaller ones with more decimals than these, are written with a power of ten. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-4;

    private static final int DECIMALS = 7;

    /** Powers of ten outside 10⁻⁴ … 10⁵ are written as powers. */
    private static final int SMALL_POWER = -4;

    private static final int LARGE_POWER = 5;

    /** By how much of the range a tick may lie outside, for the roundings of the range's ends. */
    private static final double NEAR = 1e-9;

    /** At most {@code most} ticks for an axis. */
    static Ticks of(Axis axis, int most) {
        return of(axis, most, false);
    }

    /**
     * @param whole whether the axis counts something, so that fractions mean nothing
     */
    static Ticks of(Axis axis, int most, boolean whole) {
        if (axis.log()) {
            Ticks decades = logarithmic(axis.from(), axis.to(), most);
            if (decades.at.length > 1) {
                return decades;
            }
        }
        return linear(axis.from(), axis.to(), most, whole);
    }

    private static Ticks linear(double from, double to, int most, boolean whole) {
        int exponent = RoundNumbers.exponent(to - from) - 1;
        if (whole) {
            exponent = Math.max(exponent, 0);
        }
        while (true) {
            for (int step : STEPS) {
                List<Long> multiples = multiples(from, to, step, exponent, most);
                if (multiples != null) {
                    return linear(multiples, exponent);
                }
            }
            exponent++;
        }
    }

    /** The multiples of step · 10^exponent in a range, each without the power of ten; null if they are too many. */
    private static List<Long> multiples(double from, double to, int step, int exponent, int most) {
        double near = NEAR * (to - from);
        double first = Math.floor(from / RoundNumbers.decimal(step, exponent)) - 1;
        List<Long> multiples = new ArrayList<>();
        for (long k = (long) first; ; k++) {
            double value = RoundNumbers.decimal(k * step, exponent);
            if (value > to + near) {
                return multiples;
            }
            if (value >= from - near) {
                if (multiples.size() == most) {
                    return null;
                }
                multiples.add(k * step);
            }
        }
    }

    private static Ticks linear(List<Long> multiples, int exponent) {
        double[] at = new double[multiples.size()];
        List<String> labels = new ArrayList<>();
        double largest = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = RoundNumbers.decimal(multiples.get(i), exponent);
            largest = Math.max(largest, Math.abs(at[i]));
        }
        boolean plain = largest < LARGE && (exponent >= -DECIMALS || largest >= SMALL) || largest == 0;
        int common = largest == 0 ? 0 : RoundNumbers.exponent(largest);
        for (long multiple : multiples) {
            labels.add(
                    plain
                            ? NumberLabel.decimal(multiple, exponent)
                            : multiple == 0
                                    ? "0"
                                    : NumberLabel.decimal(multiple, exponent - common) + "·"
                                            + NumberLabel.power(common));
        }
        return new Ticks(at, labels, new double[0]);
    }

    /** Powers of ten, or fewer of them; with their multiples by 2 and 5 if they are few. */
    private static Ticks logarithmic(double from, double to, int most) {
        int low = RoundNumbers.exponent(from);
        int high = RoundNumbers.exponent(to);
        for (int[] factors : FACTORS) {
            if (high - low > 2 * most) {
                break;
            }
            Ticks ticks = logarithmic(from, to, low, high, 1, factors);
            if (ticks.at.length <= most) {
                return ticks;
            }
        }
        for (int every : SKIPS) {
            Ticks ticks = logarithmic(from, to, low, high, every, FACTORS[FACTORS.length - 1]);
            if (ticks.at.length <= most) {
                return ticks;
            }
        }
        throw new IllegalArgumentException("no " + most + " ticks from " + from + " to " + to);
    }

    private static Ticks logarithmic(double from, double to, int low, int high, int every, int[] factors) {
        boolean plain = low >= SMALL_POWER && high <= LARGE_POWER;
        List<Double> at = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int exponent = low; exponent <= high; exponent++) {
            if (exponent % every != 0) {
                continue;
            }
            for (int factor = 1; factor < 10; factor += every == 1 ? 1 : 9) {
                double value = RoundNumbers.decimal(factor, exponent);
                if (value < from * (1 - NEAR) || value > to * (1 + NEAR)) {
                    continue;
                }
                if (isOneOf(factors, factor)) {
                    at.add(value);
                    labels.add(plain ? NumberLabel.decimal(factor, exponent) : product(factor, exponent));
                } else if (every == 1) {
                    minor.add(value);
                }
            }
        }
        return new Ticks(doubles(at), labels, doubles(minor));
    }

    private static String product(int factor, int exponent) {
        return factor == 1 ? NumberLabel.power(exponent) : factor + "·" + NumberLabel.power(exponent);
    }

    private static boolean isOneOf(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }

    private static double[] doubles(List<Double> values) {
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
