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
        String left = "";
        String right = "";
        if (end - start > widest) {
            int from = boundary(source.text(), Math.max(start, markStart - CONTEXT));
            int to = boundary(source.text(), Math.min(end, from + widest));
            left = from > start ? "…" : "";
            right = to < end ? "…" : "";
            start = from;
            markEnd = Math.min(markEnd, to);
            end = to;
        }
        String text = source.text();
        String shown = left + clean(text, start, end) + right;
        int before = left.length() + TextWidth.of(clean(text, start, markStart));
        return new Excerpt(shown.stripTrailing(), before, Math.max(1, TextWidth.of(clean(text, markStart, markEnd))));
    }

    private static int boundary(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                ? offset - 1
                : offset;
    }

    private static String clean(String text, int from, int to) {
        StringBuilder clean = new StringBuilder(to - from);
        text.substring(from, to)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
