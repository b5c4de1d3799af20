package org.nnlang.syntax;

import java.util.Arrays;
import org.nnlang.language.NumberText;

/**
 * Reads {@code [1, 2; 3, 4]} or {@code [[1, 2], [3, 4]]} of nothing but numbers in one sweep, without a token or a node for
 * each.
 */
final class NumberBlock {
    private final String text;
    private final int limit;
    private int at;
    private double[] values = new double[8];
    private int count;
    private int[] rowEnds = new int[4];
    private int rows;
    private boolean matrix;

    private NumberBlock(String text, int at, int limit) {
        this.text = text;
        this.at = at;
        this.limit = limit;
    }

    /** The block that begins at the offset of a {@code [}, or null when there is anything else in it. */
    static NumberBlock at(String text, int offset, int limit) {
        NumberBlock block = new NumberBlock(text, offset + 1, limit);
        block.skip();
        block.matrix = block.charAt() == '[';
        return (block.matrix ? block.nested() : block.read()) ? block : null;
    }

    /** The numbers, row after row. */
    double[] values() {
        return count == values.length ? values : Arrays.copyOf(values, count);
    }

    /** Where each row ends. */
    int[] rowEnds() {
        return Arrays.copyOf(rowEnds, rows);
    }

    /** Whether it is a matrix, even if it has one row. */
    boolean isMatrix() {
        return matrix || rows > 1;
    }

    /** The offset after the closing bracket. */
    int end() {
        return at;
    }

    /** Rows that end with semicolons; one after the last row makes a matrix of it. */
    private boolean read() {
        while (row()) {
            if (text.charAt(at - 1) == ']') {
                return true;
            }
            skip();
            if (charAt() == ']') {
                matrix = true;
                at++;
                return true;
            }
        }
        return false;
    }

    /** Rows in brackets of their own, with commas between them. */
    private boolean nested() {
        while (charAt() == '[') {
            at++;
            if (!row() || text.charAt(at - 1) != ']') {
                return false;
            }
            skip();
            char sign = charAt();
            at++;
            if (sign != ',') {
                return sign == ']';
            }
            skip();
        }
        return false;
    }

    /** Numbers with commas between them, and the sign that ends the row: a semicolon or a bracket. */
    private boolean row() {
        while (number()) {
            skip();
            char sign = charAt();
            at++;
            if (sign == ';' || sign == ']') {
                endRow();
                return true;
            }
            if (sign != ',') {
                return false;
            }
        }
        return false;
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
