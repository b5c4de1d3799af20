package org.nnlang.syntax;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.language.statement.SetData;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * Reads {@code [1, 2; 3, 4]}, {@code [[1, 2], [3, 4]]} or {@code [0, 1 -> 1; 1, 1 -> 0]} of plain numbers in one pass,
 * without a token or a node for each.
 */
final class NumberBlock {
    private final Source source;
    private final String text;
    private final int start;
    private final int limit;
    private int at;
    private double[] values = new double[8];
    private int count;
    private int[] rowEnds = new int[4];
    private int rows;
    private boolean matrix;
    /** For data, the number of inputs in each row; else null. */
    private int[] arrows;

    private int[] starts = new int[8];

    private NumberBlock(Source source, int start, int limit) {
        this.source = source;
        this.text = source.text();
        this.start = start;
        this.at = start + 1;
        this.limit = limit;
    }

    /** Reads the block that begins with the {@code [} at an offset; null if it isn't a block of plain numbers. */
    static NumberBlock at(Source source, int offset, int limit) {
        NumberBlock block = new NumberBlock(source, offset, limit);
        block.skip();
        block.matrix = block.charAt() == '[';
        return (block.matrix ? block.nested() : block.read()) ? block : null;
    }

    /** Whether its rows have arrows, so that it is data. */
    boolean isData() {
        return arrows != null;
    }

    /** The offset after the closing bracket. */
    int end() {
        return at;
    }

    /** The block as an expression. */
    Expr.Numbers expression() {
        double[] all = count == values.length ? values : Arrays.copyOf(values, count);
        return new Expr.Numbers(all, Arrays.copyOf(rowEnds, rows), matrix || rows > 1, new Span(source, start, at));
    }

    /** The block as data. */
    List<SetData.DataRow> data() {
        List<SetData.DataRow> data = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            int from = row == 0 ? 0 : rowEnds[row - 1];
            int end = NumberText.end(text, unsigned(rowEnds[row] - 1), limit);
            Span span = new Span(source, starts[from], end);
            data.add(new SetData.DataRow(
                    new Numbers(from, from + arrows[row]), new Numbers(from + arrows[row], rowEnds[row]), null, span));
        }
        return data;
    }

    /** Some of the numbers, as expressions that are made when asked for. */
    private final class Numbers extends AbstractList<Expr> {
        private final int from;
        private final int to;

        private Numbers(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public Expr get(int i) {
            int digits = unsigned(from + i);
            int begin = starts[from + i];
            int end = NumberText.end(text, digits, limit);
            Expr number = new Expr.Number(Math.abs(values[from + i]), new Span(source, digits, end));
            return begin == digits ? number : new Expr.Negation(number, new Span(source, begin, end));
        }
    }

    /** The offset of a number's digits, after its sign. */
    private int unsigned(int number) {
        return isSign(text.charAt(starts[number])) ? skipped(starts[number] + 1) : starts[number];
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '\u2212';
    }

    /** Reads rows separated by semicolons; one after the last row makes the block a matrix. */
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

    /** Reads rows that are each in brackets, separated by commas. */
    private boolean nested() {
        starts = null;
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

    /** Reads numbers separated by commas, and the semicolon or bracket that ends the row. */
    private boolean row() {
        boolean first = rows == 0;
        boolean arrow = false;
        while (number()) {
            skip();
            char sign = charAt();
            at++;
            if (sign == ';' || sign == ']') {
                endRow();
                if (first && !arrow) {
                    starts = null; // only data needs them
                }
                return arrow == isData();
            }
            if (sign == '-' && charAt() == '>' && !arrow && starts != null) {
                at++;
                arrow = true;
                arrow();
            } else if (sign != ',') {
                return false;
            }
        }
        return false;
    }

    /** Notes the number of inputs before this row's arrow. */
    private void arrow() {
        if (arrows == null || arrows.length == rows) {
            arrows = arrows == null ? new int[4] : Arrays.copyOf(arrows, 2 * rows);
        }
        arrows[rows] = count - (rows == 0 ? 0 : rowEnds[rows - 1]);
    }

    private void endRow() {
        if (rows == rowEnds.length) {
            rowEnds = Arrays.copyOf(rowEnds, 2 * rows);
        }
        rowEnds[rows++] = count;
    }

    private boolean number() {
        skip();
        int begin = at;
        boolean negative = isSign(charAt());
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
        if (starts != null) {
            starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
            starts[count] = begin;
        }
        values[count++] = negative ? -value : value;
        at = end;
        return true;
    }

    private char charAt() {
        return at < limit ? text.charAt(at) : 0;
    }

    private void skip() {
        at = skipped(at);
    }

    private int skipped(int from) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '#') {
                i = Lexer.lineEnd(text, i, limit);
            } else if (Lexer.isBlank(c) || c == '\n' || c == '\r') {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }
}
