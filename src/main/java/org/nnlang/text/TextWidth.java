package org.nnlang.text;

/** The columns that a text takes in a monospaced font: on a terminal, in a code block. */
public final class TextWidth {
    /** The first character that does not take exactly one column. */
    private static final int WIDE_OR_NONE = 0x300;

    private TextWidth() {}

    /** The columns of a text: none for combining marks, two for wide characters. */
    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c < WIDE_OR_NONE) {
                width++;
                continue;
            }
            c = text.codePointAt(i);
            width += of(c);
            i += Character.charCount(c) - 1;
        }
        return width;
    }

    /** The first {@code most} characters of a text, without half a surrogate pair. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most);
    }

    /** The columns of a character: 0, 1 or 2. */
    public static int of(int c) {
        if (c < WIDE_OR_NONE) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
