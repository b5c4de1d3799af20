package org.nnlang.text;

/**
 * The part of a line that a diagnostic shows, as the terminal shows it.
 *
 * @param text the line, cut if it is long, with spaces for tabs and control characters
 * @param before the number of columns before the mark
 * @param marked the number of marked columns, at least 1
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
        if (forth(text, start, end, widest) < end) {
            from = back(text, start, markStart, CONTEXT);
            to = forth(text, from, end, widest);
        }
        String left = from > start ? "…" : "";
        String shown = left + clean(text, from, to) + (to < end ? "…" : "");
        int before = left.length() + TextWidth.of(clean(text, from, markStart));
        int marked = TextWidth.of(clean(text, markStart, Math.min(markEnd, to)));
        return new Excerpt(shown.stripTrailing(), before, Math.max(1, marked));
    }

    /** The offset {@code columns} columns before {@code at}, but not before {@code start}, nor within a character. */
    private static int back(String text, int start, int at, int columns) {
        int i = at;
        int width = 0;
        while (i > start && width < columns) {
            int c = text.codePointBefore(i);
            i -= Character.charCount(c);
            width += TextWidth.of(shown(c));
        }
        while (i > start && TextWidth.of(shown(text.codePointAt(i))) == 0) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i;
    }

    /** The offset {@code columns} columns after {@code from}, but not after {@code end}, nor within a character. */
    private static int forth(String text, int from, int end, int columns) {
        int i = from;
        int width = 0;
        while (i < end) {
            int c = text.codePointAt(i);
            width += TextWidth.of(shown(c));
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

    /** The character to show: a space for one that would move the cursor or be invisible. */
    private static int shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> '\ufffd';
            default -> c;
        };
    }
}
