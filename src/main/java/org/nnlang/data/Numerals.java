package org.nnlang.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How numbers, and cells without a value, are written in a file. Not for two threads at a time. */
final class Numerals {
    private static final Set<String> MISSING = Set.of("", "?", "na", "nan", "null");

    private static final int LONGEST_MISSING = 4;

    /** Numbers with a decimal comma, or with groups of three digits. */
    private static final Pattern FOREIGN = Pattern.compile(
            "[-+]?([0-9]*,[0-9]+" + "|[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+)");

    private final CsvReader reader;
    private final char decimal;
    private final char thousands;
    private char[] plain = new char[64];

    Numerals(CsvReader reader, CsvFormat format) {
        this.reader = reader;
        this.decimal = format.decimal();
        this.thousands = format.thousands();
    }

    /** Whether a cell, without the blanks around it, has no value. */
    static boolean isMissing(String text) {
        return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The number in a cell, blanks around it aside; NaN if it is none, infinite if it is beyond the doubles. */
    double number(char[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text[start])) start++;
        while (start < end && isBlank(text[end - 1])) end--;
        if (start == end) return Double.NaN;
        if (decimal == '.' && thousands == 0) return reader.number(text, start, end);
        int length = plain(text, start, end);
        return length == 0 ? Double.NaN : reader.number(plain, 0, length);
    }

    /** Whether a cell that is no number here would be one if another decimal sign, or groups of digits, had been said. */
    boolean isForeign(String text) {
        if (Character.isLetter(text.charAt(0))) return false;
        return FOREIGN.matcher(text).matches()
                || decimal == ',' && !Double.isNaN(reader.number(text.toCharArray(), 0, text.length()));
    }

    double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0';
    }

    /** Writes the number with a point and without groups; 0 if it is not written as it should be. */
    private int plain(char[] text, int from, int to) {
        if (plain.length < to - from) plain = new char[to - from];
        int length = 0;
        int digits = 0; // since the last group ended
        int groups = 0;
        boolean whole = true;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (whole && isThousands(c)) {
                if (digits == 0 || digits > 3 || groups > 0 && digits != 3) return 0;
                groups++;
                digits = 0;
                continue;
            }
            boolean isDigit = c >= '0' && c <= '9';
            if (whole && !isDigit && c != '+' && c != '-') {
                whole = false;
                if (groups > 0 && digits != 3) return 0;
            }
            if (isDigit) digits++;
            if (c == '.' && decimal != '.') return 0;
            plain[length++] = c == decimal ? '.' : c;
        }
        return whole && groups > 0 && digits != 3 ? 0 : length;
    }

    /** A thousands' blank is often one that lines don't break at. */
    private boolean isThousands(char c) {
        return thousands != 0 && (c == thousands || thousands == ' ' && (c == '\u00a0' || c == '\u202f'));
    }
}
