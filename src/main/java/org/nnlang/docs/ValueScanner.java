package org.nnlang.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;

/** Finds the values in the sentences of a page: pairs of comments, which Markdown passes on and nobody sees. */
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

    List<Part.InlineValue> values() {
        List<Part.InlineValue> values = new ArrayList<>();
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            Span asked = inCode(at) ? null : comment(at, "nn:");
            if (asked != null) {
                int from = text.indexOf(CLOSE, asked.end()) + CLOSE.length();
                int to = text.indexOf(OPEN, from);
                if (to >= 0
                        && comment(to, "/nn") instanceof Span end
                        && end.text().isEmpty()) {
                    values.add(new Part.InlineValue(asked, new Span(source, from, to)));
                } else {
                    problems.add(Diagnostic.error(new Span(source, at, from), new Problem.UnclosedValue()));
                }
            }
            at = text.indexOf(OPEN, at + 1);
        }
        return values;
    }

    private boolean inCode(int offset) {
        var before = code.floorEntry(offset);
        return before != null && offset < before.getValue();
    }

    /** What a comment says after the word that it begins with; null when it is another one. */
    private Span comment(int at, String word) {
        int from = skip(at + OPEN.length());
        int to = text.indexOf(CLOSE, from);
        if (to < 0 || !text.startsWith(word, from)) {
            return null;
        }
        from = Math.min(to, skip(from + word.length()));
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(source, from, to);
    }

    private int skip(int at) {
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
