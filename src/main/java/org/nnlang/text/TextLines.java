package org.nnlang.text;

import java.util.ArrayList;
import java.util.List;

/** Splits and indents texts without the regular expressions behind {@code String.split}. */
public final class TextLines {
    private TextLines() {}

    /** What stands between separators; nothing after the last one is no piece. */
    public static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf(separator, from);
            pieces.add(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() : end + 1;
        }
        return pieces;
    }

    /**
     * Lines of at most {@code width} columns, broken at spaces; a word that is longer has a line to itself.
     *
     * @param start what the first line begins with
     * @param indent what the others begin with
     */
    public static List<String> wrapped(String start, String words, String indent, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(start);
        boolean first = true;
        for (String word : split(words, ' ')) {
            int longer = TextWidth.of(line.toString()) + 1 + TextWidth.of(word);
            if (longer > width && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Puts spaces before each line; the last one gets a line end too. */
    public static String indented(String text, int columns) {
        StringBuilder lines = new StringBuilder();
        for (String line : split(text, '\n')) {
            lines.append(" ".repeat(columns)).append(line).append('\n');
        }
        return lines.toString();
    }
}
