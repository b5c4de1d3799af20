package org.nnlang.documents;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * A fenced block in a Markdown page, or an environment in a LaTeX document.
 *
 * @param page the text of the page
 * @param line the line of the opening fence, from 1
 * @param start the offset of the opening fence
 * @param mark the fence itself: three or more backticks or tildes, or {@code \begin{nn}}
 * @param text its contents, without the marks and the indent of quotes and lists, each line with its line end
 * @param closed whether there is a closing fence
 */
record Fence(Source page, int line, int start, String mark, String text, boolean closed) {
    /** The words after the opening fence. */
    Span info() {
        return new Span(page, start + mark.length(), page.lineEnd(line));
    }

    /** The line of the opening fence, from the fence on. */
    Span opening() {
        return new Span(page, start, page.lineEnd(line));
    }

    boolean isTex() {
        return mark.startsWith(TexReader.BEGIN);
    }

    /** Whether it is a block {@code nn} or {@code output}. */
    boolean is(String language) {
        if (isTex()) {
            return mark.equals(TexReader.BEGIN + TexReader.environment(language) + "}");
        }
        String info = info().text().strip();
        return info.equals(language) || info.startsWith(language + " ") || info.startsWith(language + "\t");
    }

    /** Whether it is a formula: GitHub's block {@code math}. */
    boolean isFormula() {
        return !isTex() && info().text().strip().equals("math");
    }

    /** Its text as a formula. */
    Formula formula() {
        List<SourceLine> lines = new ArrayList<>();
        int at = 0;
        for (String text : text.lines().toList()) {
            lines.add(SourceLine.of(text, SourceSpan.of(line + lines.size(), 0, place(at), text.length())));
            at += text.length() + 1;
        }
        return Formula.of(lines, true, null);
    }

    /** The words for a script, after the block's language or in the environment's brackets. */
    List<Span> words() {
        List<Span> words = words(isTex() ? "[], \t" : " \t");
        return isTex() ? words : words.subList(1, words.size());
    }

    /** Splits the info at separators, except within quotes. */
    private List<Span> words(String separators) {
        List<Span> words = new ArrayList<>();
        int at = info().start();
        int end = info().end();
        while (at < end) {
            int from = at;
            boolean quoted = false;
            while (at < end && (quoted || separators.indexOf(page.text().charAt(at)) < 0)) {
                quoted ^= page.text().charAt(at++) == '"';
            }
            if (at > from) {
                words.add(new Span(page, from, at));
            } else {
                at++;
            }
        }
        return words;
    }

    /** The end of an environment. */
    String end() {
        return mark.replace(TexReader.BEGIN, TexReader.END);
    }

    /** Whether a line within it would end an environment; a fence can be made longer instead. */
    boolean isClosedBy(String content) {
        return isTex() && content.contains(end());
    }

    int lines() {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The line of the closing fence. */
    int lastLine() {
        return line + 1 + lines();
    }

    /** The range of the inner lines in the page; the block must be closed. */
    Span inside() {
        return new Span(page, page.lineStart(line + 1), page.lineStart(lastLine()));
    }

    /** The closing fence with everything before it in its line; the block must be closed. */
    Span closing() {
        return new Span(page, page.lineStart(lastLine()), page.lineEnd(lastLine()));
    }

    /** The prefix of each line in the block: the marks of quotes, and the indent for those of lists. */
    String prefix() {
        if (isTex()) {
            return ""; // its lines are verbatim
        }
        StringBuilder prefix = new StringBuilder(page.text().substring(page.lineStart(line), start));
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            if (c != '>' && c != '\t') {
                prefix.setCharAt(i, ' ');
            }
        }
        return prefix.toString();
    }

    /** The same if the prefix of the fence's line is cut off the other lines: the parser leaves parts of tabs. */
    Fence indentedByTabs() {
        String prefix = prefix();
        StringBuilder cut = new StringBuilder();
        int number = line;
        for (String parsed : text.lines().toList()) {
            number++;
            String whole = page.text().substring(page.lineStart(number), page.lineEnd(number));
            cut.append(whole.startsWith(prefix) ? whole.substring(prefix.length()) : parsed)
                    .append('\n');
        }
        return new Fence(page, line, start, mark, cut.toString(), closed);
    }

    /** The line end of the opening line. */
    String lineEnd() {
        int end = page.lineEnd(line);
        return page.text().substring(end, page.lineStart(line + 1));
    }

    /** An error in the script that is the block's text, at its position in the page; one in another file stays there. */
    Diagnostic placed(Diagnostic error, Source script) {
        Span span = error.span();
        if (span.source() != script || !script.text().equals(text)) {
            return error;
        }
        int from = place(span.start());
        return new Diagnostic(error.severity(), new Span(page, from, Math.max(from, place(span.end()))), error.what());
    }

    /** Translates an offset in the block's text to an offset in the page. */
    int place(int offset) {
        int begin = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', begin);
        int number = line
                + 1
                + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
        if (begin == text.length()) { // after the last line
            return closed ? page.lineStart(number) : page.text().length();
        }
        int from = page.lineStart(number);
        int to = page.lineEnd(number);
        int shift = Math.max(0, to - from - (end - begin));
        return Math.min(to, from + shift + offset - begin);
    }
}
