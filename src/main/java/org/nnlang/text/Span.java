package org.nnlang.text;

/**
 * A range of a source.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Span(Source source, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException(start + " to " + end);
        }
    }

    /** The span from the beginning of this to the end of another. */
    public Span to(Span other) {
        return new Span(source, start, Math.max(end, other.end));
    }

    /** The text in the span. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The number of its first line, from 1. */
    public int line() {
        return source.line(start);
    }
}
