package org.nnlang.data;

import java.util.Locale;
import java.util.Set;
import org.nnlang.text.TextPattern;

/** Reads numbers and missing cells in a file's format. Not thread-safe. */
final class Numerals {
    private static final Set<String> MISSING = Set.of("", "?", "na", "nan", "null");

    private static final int LONGEST_MISSING = 4;

    /** Numbers with a decimal comma, or with groups of three digits. */
    private static final TextPattern FOREIGN =
            new TextPattern("[-+]?(\\d*,\\d+|\\d\\d?\\d?(,\\d\\d\\d)+(\\.\\d+)?|\\d\\d?\\d?(\\.\\d\\d\\d)+,\\d+)");

    private final CsvReader reader;
    private final char decimal;
    private final char thousands;
    private char[] plain = new char[64];

    Numerals(CsvReader reader, CsvFormat format) {
        this.reader = reader;
        this.decimal = format.decimal();
        this.thousands = format.thousands();
    }

    /** Whether a cell, without the spaces around it, has no value. */
    static boolean isMissing(String text) {
        return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The number in a cell, ignoring spaces around it; NaN if it isn't one, infinite if too large for a double. */
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

    /** Whether a cell would be a number with another decimal mark, or with groups of digits. */
    boolean isForeign(String text) {
        if (Character.isLetter(text.charAt(0))) return false;
        return FOREIGN.fits(text)
                || decimal == ',' && !Double.isNaN(reader.number(text.toCharArray(), 0, text.length()));
    }

    double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0';
    }

    /** Rewrites a number with a point and without groups; 0 if its format is wrong. */
    private int plain(char[] text, int from, int to) {
        if (plain.length < to - from) plain = new char[to - from];
        int length = 0;
        int digits = 0; // since the end of the last group
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

    /** Whether a character is the thousands mark; a space may also be a non-breaking space. */
    private boolean isThousands(char c) {
        return thousands != 0 && (c == thousands || thousands == ' ' && (c == '\u00a0' || c == '\u202f'));
    }
}
