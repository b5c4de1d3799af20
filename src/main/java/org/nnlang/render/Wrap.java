package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.TextWidth;

/** Breaks a long formula before its operators, those outside brackets and of sums first. */
final class Wrap {
    private static final String SUMS = "+−=";
    private static final String PRODUCTS = "·/";

    /** Operators inside more brackets than so many are not told from other blanks. */
    private static final int DEEPEST = 12;

    private Wrap() {}

    /** Lines of at most {@code width} columns, as far as the formula's operators allow. */
    static List<String> lines(String formula, int width) {
        List<String> lines = new ArrayList<>();
        String rest = formula;
        while (TextWidth.of(rest) > width) {
            int at = place(rest, width);
            if (at <= 0) {
                break;
            }
            lines.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
        return lines;
    }

    /** The last blank in front of an operator of the outermost kind that there is within the width, any blank, or −1. */
    private static int place(String text, int width) {
        int otherwise = text.lastIndexOf(" else ", width);
        if (otherwise > 0 && text.lastIndexOf('(', otherwise) <= text.lastIndexOf(')', otherwise)) {
            return otherwise;
        }
        for (int depth = 0; depth < DEEPEST; depth++) {
            for (String operators : List.of(SUMS, PRODUCTS)) {
                int at = place(text, width, depth, operators);
                if (at > 0) {
                    return at;
                }
            }
        }
        return text.lastIndexOf(' ', width);
    }

    private static int place(String text, int width, int deepest, String operators) {
        int depth = 0;
        int best = -1;
        for (int i = 0; i < text.length() - 2 && i <= width; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean operator =
                    c == ' ' && i > 1 && text.charAt(i + 2) == ' ' && operators.indexOf(text.charAt(i + 1)) >= 0;
            if (operator && depth <= deepest) {
                best = i;
            }
        }
        return best;
    }
}
