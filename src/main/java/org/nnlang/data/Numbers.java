package org.nnlang.data;

import java.nio.charset.StandardCharsets;

/** Reads the decimal numbers in cells, correctly rounded, without making Strings of the usual ones. */
final class Numbers {
    /** Up to here every long is a double. */
    private static final long EXACT = 1L << 53;

    /** A mantissa that has reached this takes no more digits: it has 18 of them. */
    private static final long FULL = 100_000_000_000_000_000L;

    /** The powers of ten that are doubles. */
    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int HUGE_EXPONENT = 100_000_000;

    /** More than what rounding adds to a quotient of a quotient, relatively. */
    private static final double SLACK = 0x1p-49;

    /** What digits after the mantissa's last can add to it, and a bit. */
    private static final double ONE_MORE = 1.001;

    /** Splits a double into halves of 26 bits, whose products are exact. */
    private static final double SPLIT = 0x1p27 + 1;

    private Numbers() {}

    /**
     * The number in the bytes from {@code from} up to {@code to}, blanks around it aside: a sign, digits with a point
     * among them, an exponent. NaN if it is no such number; infinite if it is beyond the doubles.
     */
    static double parse(byte[] bytes, int from, int to) {
        int start = skipBlanks(bytes, from, to);
        int end = skipBlanksBack(bytes, start, to);
        int i = start;
        boolean negative = i < end && bytes[i] == '-';
        if (negative || i < end && bytes[i] == '+') i++;

        long mantissa = 0;
        int first = i;
        int power = 0;
        int point = -1;
        boolean cut = false;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (mantissa < FULL) {
                    mantissa = mantissa * 10 + digit;
                } else {
                    cut = true;
                    power++;
                }
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        if (i - first == (point < 0 ? 0 : 1)) return Double.NaN;
        if (point >= 0) power -= i - point - 1;
        if (i < end) {
            int exponent = exponent(bytes, i, end);
            if (exponent == Integer.MIN_VALUE) return Double.NaN;
            power += exponent;
        }

        double value = value(mantissa, power, cut);
        if (Double.isNaN(value)) {
            return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
        }
        return negative ? -value : value;
    }

    /** The number behind an {@code e}; the smallest int if there is none. */
    private static int exponent(byte[] bytes, int from, int end) {
        int i = from;
        if (bytes[i] != 'e' && bytes[i] != 'E') return Integer.MIN_VALUE;
        i++;
        boolean down = i < end && bytes[i] == '-';
        if (down || i < end && bytes[i] == '+') i++;
        if (i == end) return Integer.MIN_VALUE;
        int exponent = 0;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) return Integer.MIN_VALUE;
            if (exponent < HUGE_EXPONENT) exponent = exponent * 10 + digit;
        }
        return down ? -exponent : exponent;
    }

    /** mantissa · 10^power, rounded once, where that can be told in doubles, else NaN; with more digits where it was cut. */
    private static double value(long mantissa, int power, boolean cut) {
        if (power < -22 || power > 22) return Double.NaN;
        if (mantissa <= EXACT) {
            // Both operands are exact, so the one rounding is the right one.
            return power < 0 ? mantissa / TEN[-power] : mantissa * TEN[power];
        }
        return power <= 0 ? quotient(mantissa, TEN[-power], cut) : Double.NaN;
    }

    /**
     * m / t as a double and a correction: q = high/t rounded, and what is left of the division, (high − q·t + low) / t.
     * With the correction a little smaller and a little larger the sum is the same, but for one in hundreds of numbers;
     * then it is the right one.
     */
    private static double quotient(long m, double t, boolean cut) {
        double high = m;
        long low = m - (long) high;
        double q = high / t;
        double product = q * t;
        // q·t is product + error (Dekker); high − product is exact, and so is that less error.
        double qHigh = q * SPLIT - (q * SPLIT - q);
        double tHigh = t * SPLIT - (t * SPLIT - t);
        double qLow = q - qHigh;
        double tLow = t - tHigh;
        double error = qLow * tLow - (product - qHigh * tHigh - qLow * tHigh - qHigh * tLow);
        double left = high - product - error + low;
        double slack = Math.abs(left) * SLACK;
        double least = q + (left - slack) / t;
        double most = q + (left + slack + (cut ? ONE_MORE : 0)) / t;
        return least == most ? least : Double.NaN;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        return skipBlanks(bytes, from, to) == to;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) i++;
        return i;
    }

    private static int skipBlanksBack(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && isBlank(bytes[i - 1])) i--;
        return i;
    }

    /** The bytes of characters beyond ASCII are negative. */
    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
