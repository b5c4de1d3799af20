package org.nnlang.text;

/**
 * Makes text from a script, a document, a cell or a file's name safe for a terminal: a character that would control the
 * terminal or change the reading direction becomes {@code U+FFFD}.
 */
public final class Printable {
    private static final char UNPRINTABLE = '\ufffd';

    private Printable() {}

    /** Whether a character neither controls a terminal nor changes the reading direction. */
    public static boolean is(char c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return c > 0x9f
                && c != '\u061c'
                && (c < '\u200e' || c > '\u200f' && c < '\u2028' || c > '\u202e' && c < '\u2066' || c > '\u2069');
    }

    /** A safe text in one line: line ends become {@code U+FFFD}, too. */
    public static String line(String text) {
        return of(text, false);
    }

    /** A safe text that keeps its lines. */
    public static String lines(String text) {
        return of(text, true);
    }

    private static String of(String text, boolean lines) {
        StringBuilder printable = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!is(c) && c != '\t' && !(lines && c == '\n')) {
                printable = printable == null ? new StringBuilder(text) : printable;
                printable.setCharAt(i, UNPRINTABLE);
            }
        }
        return printable == null ? text : printable.toString();
    }
}
