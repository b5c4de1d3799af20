package org.nnlang.data;

/** Reads the decimal numbers in cells, correctly rounded, without making Strings of the usual ones. */
final class Numbers {
    /** Up to here every long is a double. */
    private static final long EXACT = 1L << 53;

    /** A mantissa that has reached this takes no more digits: it is beyond {@link #EXACT} and stays so. */
    private static final long FULL = 100_000_000_000_000_000L;

    /** The powers of ten that are doubles. */
    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int HUGE_EXPONENT = 100_000_000;

    private Numbers() {}

    /**
     * The number in the characters from {@code from} up to {@code to}, blanks around it aside: a sign, digits with a
     * point among them, an exponent. NaN if it is no such number; infinite if it is beyond the doubles.
     */
    static double parse(char[] chars, int from, int to) {
        int start = skipBlanks(chars, from, to);
        int end = skipBlanksBack(chars, start, to);
        int i = start;
        boolean negative = i < end && chars[i] == '-';
        if (negative || i < end && chars[i] == '+') i++;

        long mantissa = 0;
        int digits = 0;
        int fraction = 0;
        boolean point = false;
        for (; i < end; i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (mantissa < FULL) mantissa = mantissa * 10 + digit;
                digits++;
                if (point) fraction++;
            } else if (chars[i] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) return Double.NaN;

        int exponent = 0;
        if (i < end) {
            if (chars[i] != 'e' && chars[i] != 'E') return Double.NaN;
            i++;
            boolean down = i < end && chars[i] == '-';
            if (down || i < end && chars[i] == '+') i++;
            if (i == end) return Double.NaN;
            for (; i < end; i++) {
                int digit = chars[i] - '0';
                if (digit < 0 || digit > 9) return Double.NaN;
                if (exponent < HUGE_EXPONENT) exponent = exponent * 10 + digit;
            }
            if (down) exponent = -exponent;
        }

        int power = exponent - fraction;
        if (mantissa > EXACT || power < -22 || power > 22) {
            return Double.parseDouble(new String(chars, start, end - start));
        }
        // Both operands are exact, so the one rounding is the right one.
        double value = power < 0 ? mantissa / TEN[-power] : mantissa * TEN[power];
        return negative ? -value : value;
    }

    static boolean isBlank(char[] chars, int from, int to) {
        return skipBlanks(chars, from, to) == to;
    }

    private static int skipBlanks(char[] chars, int from, int to) {
        int i = from;
        while (i < to && chars[i] <= ' ') i++;
        return i;
    }

    private static int skipBlanksBack(char[] chars, int from, int to) {
        int i = to;
        while (i > from && chars[i - 1] <= ' ') i--;
        return i;
    }
}
