package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Finds the values in a page's sentences: pairs of comments, which Markdown passes through and nobody sees. */
final class ValueScanner {
    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private final Source source;
    private final String text;
    private final TreeMap<Integer, Integer> code = new TreeMap<>();
    private final List<Diagnostic> problems;

    ValueScanner(Source source, List<Span> code, List<Diagnostic> problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
        code.forEach(span -> this.code.put(span.start(), span.end()));
    }

    /** A text whose values are marked by tags of the same lengths: Markdown doesn't read them as comments, which end a line. */
    static String masked(String text, List<PageItem> values) {
        StringBuilder masked = new StringBuilder(text);
        for (PageItem value : values) {
            if (value instanceof PageItem.InlineValue(Span asked, Span shown)) {
                mask(masked, text.lastIndexOf(OPEN, asked.start()), shown.start(), Formula.VALUE);
                mask(masked, shown.end(), text.indexOf(CLOSE, shown.end()) + CLOSE.length(), "</nn");
            }
        }
        return masked.toString();
    }

    private static void mask(StringBuilder text, int from, int to, String tag) {
        for (int i = from; i < to - 1; i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r';
            text.setCharAt(i, i - from < tag.length() ? tag.charAt(i - from) : lineEnd ? c : ' ');
        }
        text.setCharAt(to - 1, '>');
    }

    List<PageItem> values() {
        List<PageItem> values = new ArrayList<>();
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            int word = skip(at + OPEN.length());
            boolean isValue = !inCode(at) && text.startsWith("nn:", word);
            at = text.indexOf(OPEN, isValue ? value(at, word + "nn:".length(), values) : at + 1);
        }
        return values;
    }

    /** Reads the value that begins at {@code at}, whose expression begins at {@code from}; returns where to continue. */
    private int value(int at, int from, List<PageItem> values) {
        int close = text.indexOf(CLOSE, from);
        int shown = close < 0 ? text.length() : close + CLOSE.length();
        int end = text.indexOf(OPEN, shown);
        if (end >= 0 && isEnd(end)) {
            values.add(new PageItem.InlineValue(stripped(from, close), new Span(source, shown, end)));
            return end + 1;
        }
        problems.add(Diagnostic.error(new Span(source, at, shown), Problem.UNCLOSED_VALUE));
        return shown;
    }

    private boolean isEnd(int at) {
        int word = skip(at + OPEN.length());
        return text.startsWith("/nn", word) && text.startsWith(CLOSE, skip(word + "/nn".length()));
    }

    /** A range of the page without the space at its ends. */
    private Span stripped(int from, int to) {
        int start = Math.min(to, skip(from));
        int end = to;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(source, start, end);
    }

    private boolean inCode(int offset) {
        var before = code.floorEntry(offset);
        return before != null && offset < before.getValue();
    }

    private int skip(int at) {
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
