package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;

/** Reads numbers as scripts write them: {@code 1}, {@code .5}, {@code 1e-3}, {@code 1_000}, {@code 20%}. */
public final class NumberText {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;

    private NumberText() {}

    /**
     * Finds the end of the number that begins at {@code start}.
     *
     * @return the offset after it, or −1 if no well-formed number begins there
     */
    public static int end(CharSequence text, int start) {
        return end(text, start, text.length());
    }

    /** Finds the end of the number that begins at {@code start}, reading only up to {@code limit}. */
    public static int end(CharSequence text, int start, int limit) {
        int i = digits(text, start, limit);
        if (i < limit && text.charAt(i) == '.') {
            int fraction = i + 1;
            i = digits(text, fraction, limit);
            if (i == fraction) {
                return -1;
            }
        } else if (i == start) {
            return -1;
        }
        if (i < limit && (text.charAt(i) | 0x20) == 'e') {
            int exponent = i + 1 < limit && isSign(text.charAt(i + 1)) ? i + 2 : i + 1;
            i = digits(text, exponent, limit);
            if (i == exponent) {
                return -1;
            }
        }
        return i < limit && text.charAt(i) == '%' ? i + 1 : i;
    }

    /** Finds the end of digits with single underscores between them. */
    private static int digits(CharSequence text, int start, int limit) {
        int i = start;
        while (i < limit) {
            char c = text.charAt(i);
            boolean between = c == '_' && i > start && i + 1 < limit && isDigit(text.charAt(i + 1));
            if (!isDigit(c) && !between) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Whether a character is an exponent's sign, including the true minus sign of printed derivations. */
    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
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
        Parts parts = Parts.of(text.subSequence(start, end).toString());
        return Double.parseDouble(parts.mantissa + "e" + parts.exponent);
    }

    /** One unit of the last digit written: 1e-8 for {@code 0.35891648}, 0.01 for {@code 20%}. */
    public static double unit(String text) {
        Parts parts = Parts.of(text);
        int point = parts.mantissa.indexOf('.');
        int decimals = point < 0 ? 0 : parts.mantissa.length() - point - 1;
        return Double.parseDouble("1e" + (parts.exponent - decimals));
    }

    /** A number as a mantissa of digits and a point, and a power of ten. */
    private record Parts(String mantissa, long exponent) {
        /** A larger exponent gives 0 or infinity, however many digits the mantissa has. */
        private static final long LARGEST = 1L << 40;

        static Parts of(String text) {
            boolean percent = text.endsWith("%");
            String number = text.substring(0, text.length() - (percent ? 1 : 0)).replace("_", "");
            int e = Math.max(number.indexOf('e'), number.indexOf('E'));
            String mantissa = e < 0 ? number : number.substring(0, e);
            return new Parts(mantissa, (e < 0 ? 0 : exponent(number, e + 1)) - (percent ? 2 : 0));
        }

        private static long exponent(String text, int from) {
            boolean negative = text.charAt(from) == '-' || text.charAt(from) == '\u2212';
            long exponent = 0;
            for (int i = isSign(text.charAt(from)) ? from + 1 : from; i < text.length(); i++) {
                exponent = Math.min(LARGEST, 10 * exponent + (text.charAt(i) - '0'));
            }
            return negative ? -exponent : exponent;
        }
    }

    /** The numbers of a matrix as the script writes them, without minus signs. */
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
