package org.nnlang.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: to so many significant digits, or the shortest that reads back as the same double. */
public final class Digits {
    /** Rounding to this many digits gives back any decimal of that length that a double was read from. */
    private static final int SAFE = 15;

    private static final int PLAIN_FROM = -4;
    private static final int PLAIN_TO = 15;

    /** Decimal digits without zeros at either end: 0.d₁d₂d₃… · 10^point. */
    private record Decimal(String digits, int point) {}

    private Digits() {}

    /**
     * The number to so many significant digits, correctly rounded from its exact binary value, without trailing zeros:
     * {@code 0.35891648}; {@code 3.51018778e-05} below 1e-4 and from 1e15 on; {@code inf}, {@code -inf}, {@code nan}.
     */
    public static String format(double value, int significant) {
        return text(value, significant, 1);
    }

    /** The same with all the significant digits, zeros at the end too: {@code 1.100}. */
    public static String padded(double value, int significant) {
        return text(value, significant, significant);
    }

    private static String text(double value, int significant, int least) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return plain(new Decimal("0".repeat(least), 1));
        }
        Decimal shortest = rounded(Math.abs(value), significant);
        String zeros = "0".repeat(Math.max(0, least - shortest.digits.length()));
        Decimal rounded = new Decimal(shortest.digits + zeros, shortest.point);
        int exponent = rounded.point - 1;
        boolean plain = exponent >= PLAIN_FROM && exponent < PLAIN_TO;
        return (value < 0 ? "-" : "") + (plain ? plain(rounded) : scientific(rounded));
    }

    /**
     * The shortest digits that read back as the same double, written as JavaScript writes numbers: {@code 0.5}, {@code
     * 3}, {@code 1e-7}, {@code 1e+21}; {@code NaN}, {@code Infinity}.
     */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        Decimal decimal = oneDigit(Math.abs(value), decimal(Double.toString(Math.abs(value))));
        int exponent = decimal.point - 1;
        boolean plain = exponent > -7 && exponent < 21;
        return (value < 0 ? "-" : "") + (plain ? plain(decimal) : javaScript(decimal));
    }

    /**
     * The shortest decimal D that reads back as the value rounds as the value itself does, unless it lies halfway: a
     * halfway point between the two would be a nearer decimal that is no longer, and so would have been D.
     */
    private static Decimal rounded(double value, int significant) {
        Decimal shortest = decimal(Double.toString(value));
        int length = shortest.digits.length();
        boolean exact = value < Double.MIN_NORMAL
                || (length <= significant ? significant > SAFE : halfway(shortest.digits, significant));
        if (exact) {
            return exactly(value, significant);
        }
        return length <= significant ? shortest : cut(shortest, significant);
    }

    private static boolean halfway(String digits, int significant) {
        return digits.length() == significant + 1 && digits.charAt(significant) == '5';
    }

    private static Decimal exactly(double value, int significant) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        return trimmed(digits, digits.length() - rounded.scale());
    }

    private static Decimal cut(Decimal decimal, int significant) {
        String kept = decimal.digits.substring(0, significant);
        return decimal.digits.charAt(significant) < '5' ? trimmed(kept, decimal.point) : up(kept, decimal.point);
    }

    /** One more in the last place. */
    private static Decimal up(String digits, int point) {
        int i = digits.length() - 1;
        while (i >= 0 && digits.charAt(i) == '9') {
            i--;
        }
        return i < 0
                ? new Decimal("1", point + 1)
                : new Decimal(digits.substring(0, i) + (char) (digits.charAt(i) + 1), point);
    }

    /** The digits of what {@link Double#toString} writes of a number above 0. */
    private static Decimal decimal(String text) {
        int e = text.indexOf('E');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int zeros = 0;
        while (digits.charAt(zeros) == '0') {
            zeros++;
        }
        return trimmed(digits.substring(zeros), dot + exponent - zeros);
    }

    private static Decimal trimmed(String digits, int point) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return new Decimal(digits.substring(0, end), point);
    }

    /** Java writes two digits at least; where one is enough, JavaScript writes that one. */
    private static Decimal oneDigit(double value, Decimal decimal) {
        if (decimal.digits.length() == 2) {
            Decimal one = cut(decimal, 1);
            if (Double.parseDouble(javaScript(one)) == value) {
                return one;
            }
        }
        return decimal;
    }

    private static String plain(Decimal d) {
        int length = d.digits.length();
        if (d.point <= 0) {
            return "0." + "0".repeat(-d.point) + d.digits;
        }
        return d.point >= length
                ? d.digits + "0".repeat(d.point - length)
                : d.digits.substring(0, d.point) + "." + d.digits.substring(d.point);
    }

    private static String scientific(Decimal d) {
        int size = Math.abs(d.point - 1);
        return mantissa(d) + "e" + (d.point < 1 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static String javaScript(Decimal d) {
        return mantissa(d) + "e" + (d.point < 1 ? "-" : "+") + Math.abs(d.point - 1);
    }

    private static String mantissa(Decimal d) {
        return d.digits.length() == 1 ? d.digits : d.digits.charAt(0) + "." + d.digits.substring(1);
    }
}
