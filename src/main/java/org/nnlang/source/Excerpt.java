package org.nnlang.source;

/**
 * The part of a line that a diagnostic shows, as it stands on a terminal.
 *
 * @param text the line, cut where it is long, tabs and control characters as blanks
 * @param before how many columns stand before the mark
 * @param marked how many columns are marked, at least 1
 */
record Excerpt(String text, int before, int marked) {
    private static final int CONTEXT = 60;

    static Excerpt of(Span span, int widest) {
        Source source = span.source();
        int line = source.line(span.start());
        int start = source.lineStart(line);
        int end = source.lineEnd(line);
        int markStart = Math.min(span.start(), end);
        int markEnd = Math.clamp(span.end(), markStart, end);
        String text = source.text();
        int from = start;
        int to = end;
        if (end - start > widest) {
            from = back(text, start, markStart, CONTEXT);
            to = forth(text, from, end, widest);
        }
        String left = from > start ? "…" : "";
        String shown = left + clean(text, from, to) + (to < end ? "…" : "");
        int before = left.length() + width(clean(text, from, markStart));
        int marked = width(clean(text, markStart, Math.min(markEnd, to)));
        return new Excerpt(shown.stripTrailing(), before, Math.max(1, marked));
    }

    /** The offset so many columns before {@code at}, but not before {@code start}, nor within a character. */
    private static int back(String text, int start, int at, int columns) {
        int i = at;
        int width = 0;
        while (i > start && width < columns) {
            int c = text.codePointBefore(i);
            i -= Character.charCount(c);
            width += width(c);
        }
        while (i > start && width(text.codePointAt(i)) == 0) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    /** The offset so many columns after {@code from}, but not after {@code end}, nor within a character. */
    private static int forth(String text, int from, int end, int columns) {
        int i = from;
        int width = 0;
        while (i < end) {
            int c = text.codePointAt(i);
            width += width(c);
            if (width > columns) {
                return i;
            }
            i += Character.charCount(c);
        }
        return end;
    }

    private static String clean(String text, int from, int to) {
        StringBuilder clean = new StringBuilder(to - from);
        text.substring(from, to).codePoints().map(Excerpt::shown).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** What stands for a character: a blank for one that would move what is written, or be nothing. */
    private static int shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> '\ufffd';
            default -> c;
        };
    }

    /** How many columns a text takes on a terminal: none for combining marks, two for wide characters. */
    static int width(String text) {
        return text.codePoints().map(Excerpt::width).sum();
    }

    private static int width(int c) {
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
