package org.nnlang.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.nnlang.math.ExactDecimal;
import org.teavm.jso.JSBody;

/**
 * What Java's library does to the last bit and TeaVM's does not; nn's compiled classes are made to call it. JavaScript reads
 * and writes the nearest and the shortest numbers as Java does.
 */
public final class Exact {
    private static final double WHOLE = 0x1p52;

    private Exact() {}

    @JSBody(params = "text", script = "return +text;")
    private static native double number(String text);

    @JSBody(params = "value", script = "return String(value);")
    private static native String text(double value);

    /** The nearest double. */
    public static double parseDouble(String text) {
        double value = number(text);
        if (text.isBlank() || Double.isNaN(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    /** A code point as a string, which TeaVM lacks. */
    public static String toString(int point) {
        return new String(Character.toChars(point));
    }

    /** The shortest digits of a number, two at least, in Java's form: 1e21 is 1.0E21, 0.0001 is 1.0E-4. */
    public static String toString(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        boolean negative = value < 0 || value == 0 && 1 / value < 0;
        double size = negative ? 0 - value : value;
        return (negative ? "-" : "") + (size == Double.POSITIVE_INFINITY ? "Infinity" : size == 0 ? "0.0" : size(size));
    }

    private static String size(double size) {
        if (size == Double.MIN_VALUE) {
            return "4.9E-324"; // the nearest of those with two digits; JavaScript writes 5e-324
        }
        String script = text(size);
        int e = script.indexOf('e');
        String mantissa = e < 0 ? script : script.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(script.substring(script.charAt(e + 1) == '+' ? e + 2 : e + 1));
        int point = mantissa.indexOf('.');
        String digits = point < 0 ? mantissa : mantissa.substring(0, point) + mantissa.substring(point + 1);
        exponent += (point < 0 ? mantissa.length() : point) - 1;
        int first = 0;
        while (digits.charAt(first) == '0') {
            first++;
        }
        int end = digits.length();
        while (end > first + 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return form(digits.substring(first, end), exponent - first, size);
    }

    /** Writes d.ddd · 10^exponent. */
    private static String form(String digits, int exponent, double size) {
        if (size < 1e-3 || size >= 1e7) {
            return digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1)) + "E" + exponent;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        String padded = digits + "0".repeat(Math.max(0, exponent + 2 - digits.length()));
        return padded.substring(0, exponent + 1) + "." + padded.substring(exponent + 1);
    }

    /** Appends a number as {@link #toString} writes it. */
    public static StringBuilder append(StringBuilder text, double value) {
        return text.append(toString(value));
    }

    /** The nearest whole number, of two the even one, with the sign of {@code value}. */
    public static double rint(double value) {
        if (value > 0 && value < WHOLE) {
            return value + WHOLE - WHOLE;
        }
        return value < 0 && value > -WHOLE ? -1.0 * (WHOLE - value - WHOLE) : value;
    }

    /** The distance to the next double of larger size. */
    public static double ulp(double value) {
        double size = Math.abs(value);
        if (!(size < Double.POSITIVE_INFINITY)) {
            return size;
        }
        long bits = Double.doubleToRawLongBits(size);
        return size == Double.MAX_VALUE
                ? size - Double.longBitsToDouble(bits - 1)
                : Double.longBitsToDouble(bits + 1) - size;
    }

    /** The nearest whole number, of two the larger one. */
    public static long round(double value) {
        double whole = Math.floor(value);
        return (long) (value - whole >= 0.5 ? whole + 1 : whole);
    }

    /** The size of one number with the sign of another. */
    public static double copySign(double size, double sign) {
        long bits =
                Double.doubleToRawLongBits(size) & Long.MAX_VALUE | Double.doubleToRawLongBits(sign) & Long.MIN_VALUE;
        return Double.longBitsToDouble(bits);
    }

    /** What is left of {@code value} after whole multiples of another number, with the sign of {@code value}. */
    @JSBody(
            params = {"value", "by"},
            script = "return value % by;")
    public static native double remainder(double value, double by);

    /** The nearest double. */
    public static double doubleValue(BigDecimal value) {
        return number(value.toString());
    }

    /** The nearest double. */
    public static double doubleValue(BigInteger value) {
        return number(value.toString());
    }

    /** The shortest decimal that reads back as the same double. */
    public static BigDecimal valueOf(double value) {
        return new BigDecimal(toString(value));
    }

    /** The nearest decimal with so many digits. */
    public static BigDecimal round(BigDecimal value, MathContext context) {
        ExactDecimal rounded = new ExactDecimal(value.unscaledValue(), value.scale())
                .withPrecision(context.getPrecision(), context.getRoundingMode());
        return new BigDecimal(rounded.unscaled(), rounded.scale());
    }

    /** The exact value of a finite double. */
    public static String digits(double value) {
        ExactDecimal exact = ExactDecimal.of(value);
        return exact.unscaled() + "E" + -exact.scale();
    }
}
