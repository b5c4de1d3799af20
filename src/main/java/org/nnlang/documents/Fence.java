package org.nnlang.documents;

import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * A fenced block in a page.
 *
 * @param page the text of the page
 * @param line the line of the opening fence, from 1
 * @param start the offset of the opening fence
 * @param mark the fence itself: three or more backticks or tildes
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

    boolean is(String language) {
        String info = info().text().strip();
        return info.equals(language) || info.startsWith(language + " ") || info.startsWith(language + "\t");
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
