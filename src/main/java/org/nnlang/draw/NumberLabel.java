package org.nnlang.draw;

import org.nnlang.text.Digits;
import org.nnlang.text.Thousands;

/** Numbers as pictures write them: {@code −0.25}, {@code 3.5·10⁻⁷}, {@code 10,000}. */
final class NumberLabel {
    private static final char MINUS = '\u2212';
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double WHOLE = 1e9;

    private NumberLabel() {}

    /** A number with {@code significant} digits, a whole number below 10⁹ with all its digits; {@code –} for NaN. */
    static String of(double value, int significant) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Thousands.of(value == 0 ? 0 : value).replace('-', MINUS);
        }
        String text = Digits.format(value, significant);
        int e = text.indexOf('e');
        return e < 0
                ? text.replace('-', MINUS)
                : text.substring(0, e).replace('-', MINUS) + "·" + power(Integer.parseInt(text.substring(e + 1)));
    }

    /** A power of ten: {@code 10⁻⁷}. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    /** A decimal number, {@code digits · 10^exponent}, with all its places and commas between thousands. */
    static String decimal(long digits, int exponent) {
        String text = Long.toString(Math.abs(digits)) + "0".repeat(digits == 0 ? 0 : Math.max(0, exponent));
        String fraction = "";
        if (exponent < 0) {
            text = "0".repeat(Math.max(0, 1 - exponent - text.length())) + text;
            int point = text.length() + exponent;
            fraction = "." + text.substring(point);
            text = text.substring(0, point);
        }
        StringBuilder whole = new StringBuilder(text);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            whole.insert(i, ',');
        }
        return (digits < 0 ? String.valueOf(MINUS) : "") + whole + fraction;
    }
}
