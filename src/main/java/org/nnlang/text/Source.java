package org.nnlang.text;

import java.util.Arrays;
import java.util.Objects;

/** A named text, with its lines. */
public final class Source {
    private final String name;
    private final String text;
    private final int firstLine;
    private int[] lineStarts;
    /** The last column computed, so that many diagnostics in a long line need not count from its beginning. */
    private Column known;

    private record Column(int offset, int number) {}

    /** A text with the name that diagnostics show. */
    public Source(String name, String text) {
        this(name, text, 1);
    }

    /** A part of a longer text, which begins at its line {@code firstLine}, from 1. */
    public Source(String name, String text, int firstLine) {
        this.name = Objects.requireNonNull(name, "the name of a text is null");
        this.text = Objects.requireNonNull(text, "a text is null");
        this.firstLine = firstLine;
    }

    /** The name that diagnostics show, usually the file's. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The number of the line at an offset; the first line is 1, unless given. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return firstLine + (found >= 0 ? found : -found - 2);
    }

    /** The offset at which line {@code number} begins. */
    public int lineStart(int number) {
        return lineStarts()[number - firstLine];
    }

    /** The offset at which line {@code number} ends, before its line end. */
    public int lineEnd(int number) {
        int end = number - firstLine + 1 < lineStarts().length ? lineStart(number + 1) : text.length();
        while (end > lineStart(number) && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The column, from 1, counted in characters (code points). */
    public int column(int offset) {
        int start = lineStart(line(offset));
        Column near = known;
        Column found = near != null && near.offset >= start && near.offset <= offset
                ? new Column(offset, near.number + text.codePointCount(near.offset, offset))
                : new Column(offset, text.codePointCount(start, offset) + 1);
        known = found;
        return found.number;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, 2 * count);
                    }
                    starts[count++] = i + 1;
                }
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }
}
