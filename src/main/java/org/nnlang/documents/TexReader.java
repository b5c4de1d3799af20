package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Finds what nn knows in a LaTeX document: the environments {@code nn} and {@code nnoutput}, and the commands {@code \nnvalue}
 * and {@code \nnexplain}. It leaves out comments, verbatim text, and what is after {@code \end{document}}.
 */
final class TexReader {
    static final String BEGIN = "\\begin{";
    static final String END = "\\end{";
    private static final Set<String> VERBATIM = Set.of(
            "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "filecontents", "filecontents*");

    /** The environment of a block, by its name in Markdown. */
    private static final Map<String, String> ENVIRONMENTS = Map.of("nn", "nn", "output", "nnoutput");

    private final Source source;
    private final String text;
    private final List<Diagnostic> problems;
    private final List<Fence> fences = new ArrayList<>();
    private final List<PageItem> values = new ArrayList<>();
    private int at;

    /** A reader of a document; it adds what is wrong with its syntax to the problems. */
    TexReader(Source source, List<Diagnostic> problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    static String environment(String language) {
        return ENVIRONMENTS.get(language);
    }

    List<Fence> fences() {
        return fences;
    }

    List<PageItem> values() {
        return values;
    }

    void read() {
        while (at < text.length() && !text.startsWith(END + "document}", at)) {
            char c = text.charAt(at);
            if (c == '%') {
                at = lineEnd();
            } else if (c == '\\') {
                command();
            } else {
                at++;
            }
        }
    }

    private void command() {
        int start = at++;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start + 1, at);
        switch (name) {
            case "" -> at++; // a sign, such as \% or \{
            case "begin" -> environment(start);
            case "verb", "lstinline" -> inlineCode();
            case "nnvalue", "nnexplain" -> value(start, name.equals("nnexplain"));
            default -> {}
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void environment(int start) {
        int close = text.startsWith(BEGIN, start) ? text.indexOf('}', at) : -1;
        if (close < 0) {
            return;
        }
        String name = text.substring(start + BEGIN.length(), close);
        at = close + 1;
        if (ENVIRONMENTS.containsValue(name)) {
            block(start, name);
        } else if (VERBATIM.contains(name)) {
            int end = text.indexOf(END + name + "}", at);
            at = end < 0 ? text.length() : end;
        }
    }

    /** Reads the block that begins at an offset; it ends with the first line that begins with its end. */
    private void block(int start, String name) {
        int line = source.line(start);
        String end = END + name + "}";
        StringBuilder lines = new StringBuilder();
        int next = nextLine();
        boolean closed = false;
        while (next < text.length() && !closed) {
            at = next;
            String content = text.substring(at, lineEnd());
            closed = content.strip().startsWith(end);
            if (!closed) {
                lines.append(content).append('\n');
                next = nextLine();
            }
        }
        at = closed ? text.indexOf(end, at) + end.length() : lineEnd(start);
        fences.add(new Fence(source, line, start, BEGIN + name + "}", lines.toString(), closed));
    }

    /** Skips {@code \verb|…|}, which may have a star, and {@code \lstinline[…]|…|}. */
    private void inlineCode() {
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '[') {
            at = Math.max(at, text.indexOf(']', at)) + 1;
        }
        if (at < text.length()) {
            char mark = text.charAt(at) == '{' ? '}' : text.charAt(at);
            int end = text.indexOf(mark, at + 1);
            at = end < 0 || end > lineEnd() ? lineEnd() : end + 1;
        }
    }

    /** Reads the two groups after {@code \nnvalue} or {@code \nnexplain}. */
    private void value(int start, boolean explained) {
        if (text.startsWith("}", at) || text.startsWith("[", at)) {
            return; // its definition
        }
        Span asked = group();
        Span shown = asked == null ? null : group();
        if (shown == null) {
            problems.add(Diagnostic.error(new Span(source, start, lineEnd(start)), Problem.UNCLOSED_TEX_VALUE));
        } else {
            values.add(explained ? new PageItem.Explanation(asked, shown) : new PageItem.InlineValue(asked, shown));
        }
    }

    /** The inside of the group that comes next; null if there is none or it doesn't end. */
    private Span group() {
        int from = at;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (from == text.length() || text.charAt(from) != '{') {
            return null;
        }
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '%' -> i = lineEnd(i);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                at = i + 1;
                return new Span(source, from + 1, i);
            }
        }
        return null;
    }

    private int lineEnd() {
        return lineEnd(at);
    }

    private int lineEnd(int offset) {
        return source.lineEnd(source.line(offset));
    }

    private int nextLine() {
        int line = source.line(at);
        return line < source.line(text.length()) ? source.lineStart(line + 1) : text.length();
    }
}
