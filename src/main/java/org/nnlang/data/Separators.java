package org.nnlang.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what separates the cells of a file from its first lines.
 *
 * <p>A comma, if the first line has one outside quotes that isn't a decimal comma; else semicolon or tab, whichever is more
 * frequent; else spaces, if they split all lines into the same number of cells.
 */
final class Separators {
    private static final int MOST_LINES = 50;

    private final List<String> lines;

    private Separators(List<String> lines) {
        this.lines = lines;
    }

    /** The separator of a text, from its beginning; not a comma if commas are decimal marks. */
    static char find(char[] head, CsvFormat format) {
        return new Separators(lines(head, format.comment())).find(format.decimal() == ',');
    }

    private char find(boolean decimalComma) {
        if (lines.isEmpty()) return ',';
        String first = lines.getFirst();
        int commas = decimalComma ? 0 : cuts(first, ',');
        int semicolons = cuts(first, ';');
        int tabs = cuts(first, '\t');
        if (commas > 0 && !areDecimals(semicolons, tabs)) return ',';
        if (semicolons > tabs) return ';';
        boolean blanks = lines.size() > 1 && cutsEqually(' ');
        boolean wide = blanks && lines.stream().allMatch(line -> line.strip().contains("  "));
        if (tabs > 0 && (cutsEqually('\t') && !wide || !blanks)) return '\t';
        return blanks ? ' ' : decimalComma ? ';' : ',';
    }

    /** Whether all commas in the first lines are between digits, and something else separates. */
    private boolean areDecimals(int semicolons, int tabs) {
        boolean others = semicolons > 0 && cutsEqually(';')
                || tabs > 0 && cutsEqually('\t')
                || semicolons + tabs == 0 && !cutsEqually(',') && cutsEqually(' ');
        if (!others) return false;
        for (String line : lines) {
            for (int i = line.indexOf(','); i >= 0; i = line.indexOf(',', i + 1)) {
                if (i == 0 || i + 1 == line.length() || !isDigit(line.charAt(i - 1)) || !isDigit(line.charAt(i + 1))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the separator splits all lines into the same number of cells, at least two; R's header may have one fewer. */
    private boolean cutsEqually(char separator) {
        int first = cuts(lines.getFirst(), separator);
        int expected = cuts(lines.getLast(), separator);
        boolean namesRows = separator == ' ' && expected == first + 1;
        return first > 0
                && (first == expected || namesRows)
                && lines.stream().skip(1).allMatch(line -> cuts(line, separator) == expected);
    }

    /** The number of separators in a line, outside quotes; for spaces, the number of runs within the line. */
    private static int cuts(String line, char separator) {
        String text = separator == ' ' ? line.strip() : line;
        int count = 0;
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || begins)) quoted = !quoted;
            boolean blank = separator == ' ' && (c == ' ' || c == '\t');
            if (!quoted && (c == separator || blank)) {
                boolean run = blank && i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t');
                if (!run) count++;
            }
            // A doubled quote closes and opens again.
            begins = c == '"' || c == ',' || c == ';' || c == '\t' || c == ' ' && separator == ' ';
        }
        return count;
    }

    /** The first lines that are not blank; joins lines within quotes, and leaves out the last if it may be cut. */
    private static List<String> lines(char[] head, char comment) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < head.length && lines.size() < MOST_LINES; i++) {
            char c = head[i];
            if (c == '"' && (quoted || begins)) quoted = !quoted;
            begins = c == '"' || c == ',' || c == ';' || c == '\t' || c == ' ' || c == '\n' || c == '\r';
            if (!quoted && (c == '\n' || c == '\r')) {
                add(lines, line, comment);
            } else {
                line.append(c);
            }
        }
        if (lines.isEmpty()) add(lines, line, comment);
        return lines;
    }

    private static void add(List<String> lines, StringBuilder line, char comment) {
        String text = line.toString();
        boolean isComment = comment != 0 && !text.isEmpty() && text.charAt(0) == comment;
        if (!text.isBlank() && !isComment) lines.add(text);
        line.setLength(0);
    }
}
