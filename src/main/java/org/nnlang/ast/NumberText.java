package org.nnlang.ast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers as they are written: {@code 1}, {@code .5}, {@code 1e-3}, {@code 1_000}, {@code 20%}. */
public final class NumberText {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;

    private NumberText() {}

    /**
     * Where the number that begins at {@code start} ends.
     *
     * @return the offset after it, or −1 when no well-formed number begins there
     */
    public static int end(CharSequence text, int start) {
        int i = digits(text, start);
        boolean whole = i > start;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = digits(text, i + 1);
            if (fraction == i + 1) {
                return -1;
            }
            i = fraction;
        } else if (!whole) {
            return -1;
        }
        if (i < text.length() && (text.charAt(i) | 0x20) == 'e') {
            int sign = i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+') ? 1 : 0;
            int exponent = digits(text, i + 1 + sign);
            if (exponent == i + 1 + sign) {
                return -1;
            }
            i = exponent;
        }
        return i < text.length() && text.charAt(i) == '%' ? i + 1 : i;
    }

    /** Digits, with single underscores between them. */
    private static int digits(CharSequence text, int i) {
        int start = i;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean between = c == '_' && i > start && i + 1 < text.length() && isDigit(text.charAt(i + 1));
            if (!digit && !between) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The double nearest to the number written from {@code start} to {@code end}. */
    public static double value(CharSequence text, int start, int end) {
        long mantissa = 0;
        int scale = 0;
        boolean fraction = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                mantissa = 10 * mantissa + (c - '0');
                scale += fraction ? 1 : 0;
                if (mantissa > EXACT) {
                    return exactly(text, start, end);
                }
            } else if (c == '.') {
                fraction = true;
            } else if (c == '%') {
                scale += 2;
            } else if (c != '_') {
                return exactly(text, start, end);
            }
        }
        return scale > 22 ? exactly(text, start, end) : mantissa / POWERS[scale];
    }

    private static double exactly(CharSequence text, int start, int end) {
        String plain = plain(text.subSequence(start, end).toString());
        return plain.endsWith("%")
                ? new BigDecimal(plain.substring(0, plain.length() - 1))
                        .movePointLeft(2)
                        .doubleValue()
                : Double.parseDouble(plain);
    }

    private static String plain(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }

    /** One unit of the last digit written: 1e-8 for {@code 0.35891648}, 0.01 for {@code 20%}. */
    public static double unit(String text) {
        int scale = text.endsWith("%") ? 2 : 0;
        String number = plain(scale == 2 ? text.substring(0, text.length() - 1) : text);
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        int point = number.indexOf('.');
        int end = e < 0 ? number.length() : e;
        String exponent = e < 0 ? "0" : number.substring(e + 1);
        long power = Long.parseLong(exponent) - scale - (point < 0 ? 0 : end - point - 1);
        return Double.parseDouble("1e" + power);
    }

    /** The numbers of a matrix of numbers, as they are written, without their signs. */
    public static List<String> texts(Expr.Numbers numbers) {
        List<String> texts = new ArrayList<>();
        String text = numbers.span().source().text();
        int i = numbers.span().start();
        while (i < numbers.span().end()) {
            char c = text.charAt(i);
            if (c == '#') {
                while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    i++;
                }
            } else if (isDigit(c) || c == '.') {
                int end = end(text, i);
                texts.add(text.substring(i, end));
                i = end;
            } else {
                i++;
            }
        }
        return texts;
    }
}
