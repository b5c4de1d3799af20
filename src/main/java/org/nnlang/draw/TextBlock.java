package org.nnlang.draw;

import java.util.ArrayList;
import java.util.List;

/** Fits text into a width. */
final class TextBlock {
    private static final String ELLIPSIS = "…";

    /** The share of a shortened text's room that its beginning gets. */
    private static final double BEGIN = 0.65;

    private TextBlock() {}

    /** Lines that are no wider than {@code width}: broken between words, or within one that is too wide by itself. */
    static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (int from = 0; from < text.length(); ) {
            int space = text.indexOf(' ', from);
            String word = text.substring(from, space < 0 ? text.length() : space);
            from += word.length() + 1;
            String longer = line.isEmpty() ? word : line + " " + word;
            if (FontAdvances.width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (FontAdvances.width(word, size) > width) {
                int kept = Math.max(fitting(word, size, width), word.offsetByCodePoints(0, 1));
                lines.add(word.substring(0, kept));
                word = word.substring(kept);
            }
            line = word;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The text, or as much of its beginning and end as fits, with an ellipsis between: ends tell names apart. */
    static String shorten(String text, double size, double width) {
        if (FontAdvances.width(text, size) <= width) {
            return text;
        }
        double room = width - FontAdvances.width(ELLIPSIS, size);
        int kept = Math.max(
                fitting(text, size, BEGIN * room), Math.min(fitting(text, size, room), text.offsetByCodePoints(0, 1)));
        String begin = text.substring(0, kept);
        int end = text.length();
        double used = FontAdvances.width(begin, size);
        while (end > begin.length()) {
            int next = text.offsetByCodePoints(end, -1);
            used += FontAdvances.width(text.substring(next, end), size);
            if (used > room) {
                break;
            }
            end = next;
        }
        return begin.stripTrailing() + ELLIPSIS + text.substring(end).stripLeading();
    }

    /** How many chars at a text's beginning fit into a width. */
    private static int fitting(String text, double size, double width) {
        int kept = 0;
        double used = 0;
        while (kept < text.length()) {
            int next = text.offsetByCodePoints(kept, 1);
            used += FontAdvances.width(text.substring(kept, next), size);
            if (used > width) {
                return kept;
            }
            kept = next;
        }
        return kept;
    }
}
