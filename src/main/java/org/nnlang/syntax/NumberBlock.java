package org.nnlang.syntax;

import java.util.Arrays;
import org.nnlang.ast.NumberText;

/** Reads {@code [1, 2; 3, 4]} of nothing but numbers in one sweep, without a token or a node for each. */
final class NumberBlock {
    private final String text;
    private final int limit;
    private int at;
    private double[] values = new double[8];
    private int count;
    private int[] rowEnds = new int[4];
    private int rows;

    private NumberBlock(String text, int at, int limit) {
        this.text = text;
        this.at = at;
        this.limit = limit;
    }

    /** The block that begins at the offset of a {@code [}, or null when there is anything else in it. */
    static NumberBlock at(String text, int offset, int limit) {
        NumberBlock block = new NumberBlock(text, offset + 1, limit);
        return block.read() ? block : null;
    }

    /** The numbers, row after row. */
    double[] values() {
        return count == values.length ? values : Arrays.copyOf(values, count);
    }

    /** Where each row ends. */
    int[] rowEnds() {
        return Arrays.copyOf(rowEnds, rows);
    }

    /** The offset after the closing bracket. */
    int end() {
        return at;
    }

    private boolean read() {
        while (true) {
            if (!number()) {
                return false;
            }
            skip();
            char sign = charAt();
            at++;
            switch (sign) {
                case ',' -> {}
                case ';' -> endRow();
                case ']' -> {
                    endRow();
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    private void endRow() {
        if (rows == rowEnds.length) {
            rowEnds = Arrays.copyOf(rowEnds, 2 * rows);
        }
        rowEnds[rows++] = count;
    }

    private boolean number() {
        skip();
        boolean negative = charAt() == '-' || charAt() == '\u2212';
        if (negative) {
            at++;
            skip();
        }
        int end = NumberText.end(text, at, limit);
        if (end < 0) {
            return false;
        }
        double value = NumberText.value(text, at, end);
        if (Double.isInfinite(value)) {
            return false;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = negative ? -value : value;
        at = end;
        return true;
    }

    private char charAt() {
        return at < limit ? text.charAt(at) : 0;
    }

    private void skip() {
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '#') {
                at = Characters.lineEnd(text, at, limit);
            } else if (Characters.isBlank(c) || c == '\n' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }
}
