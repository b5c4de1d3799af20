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
 * Reads {@code [1, 2; 3, 4]}, {@code [[1, 2], [3, 4]]} or {@code [0, 1 -> 1; 1, 1 -> 0 : 2]} of plain numbers in one pass,
 * without a token or a node for each.
 */
final class NumberBlock {
    private final Source source;
    private final String text;
    private final int start;
    private final int limit;
    private int at;
    /** The offsets at which the last number and its digits begin. */
    private int begin;

    private int digits;
    private double[] values = new double[8];
    private int count;
    private int[] rowEnds = new int[4];
    /** The offset at which each row begins. */
    private int[] rowStarts = new int[4];

    private int rows;
    private boolean matrix;
    private boolean data;

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
        return (block.sign() == '[' ? block.nested() : block.read()) ? block : null;
    }

    /** Whether its rows have arrows. */
    boolean isData() {
        return data;
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

    /** The block as data, whose rows are made when asked for. */
    List<SetData.DataRow> data() {
        values = null;
        return new AbstractList<>() {
            @Override
            public int size() {
                return rows;
            }

            @Override
            public SetData.DataRow get(int row) {
                return new NumberBlock(source, rowStarts[row] - 1, limit).dataRow();
            }
        };
    }

    private SetData.DataRow dataRow() {
        List<List<Expr>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int part = 0;
        while (true) {
            number();
            Span span = new Span(source, begin, at);
            Expr number = new Expr.Number(Math.abs(values[count - 1]), new Span(source, digits, at));
            parts.get(part).add(begin == digits ? number : new Expr.Negation(number, span));
            char sign = sign();
            if (sign == ';' || sign == ']') {
                Expr weight = parts.get(2).isEmpty() ? null : parts.get(2).getFirst();
                Span row = parts.getFirst().getFirst().span().to(span);
                return new SetData.DataRow(parts.get(0), parts.get(1), weight, row);
            }
            part += sign == ',' ? 0 : 1;
            at += sign == '-' ? 2 : 1;
        }
    }

    /** Reads rows separated by semicolons; one after the last row makes the block a matrix. */
    private boolean read() {
        while (row()) {
            if (text.charAt(at - 1) == ']') {
                return true;
            }
            if (sign() == ']') {
                at++;
                matrix = true;
                return true;
            }
        }
        return false;
    }

    /** Reads rows that are each in brackets, separated by commas. */
    private boolean nested() {
        matrix = true;
        while (sign() == '[') {
            at++;
            if (!row() || text.charAt(at - 1) != ']') {
                return false;
            }
            char sign = sign();
            at++;
            if (sign != ',') {
                return sign == ']';
            }
        }
        return false;
    }

    /** Reads inputs, targets and a weight, or only numbers, and the semicolon or bracket that ends the row. */
    private boolean row() {
        rowStarts = rows < rowStarts.length ? rowStarts : Arrays.copyOf(rowStarts, 2 * rows);
        rowStarts[rows] = at;
        int part = 0;
        while (number()) {
            char sign = sign();
            at++;
            if (sign == ';' || sign == ']') {
                data = rows == 0 ? part > 0 : data;
                rowEnds = rows < rowEnds.length ? rowEnds : Arrays.copyOf(rowEnds, 2 * rows);
                rowEnds[rows++] = count;
                return data == part > 0;
            }
            boolean arrow = sign == '-' && charAt() == '>' && part == 0 && !matrix;
            if (arrow || sign == ':' && part == 1) {
                at += arrow ? 1 : 0;
                part++;
            } else if (sign != ',' || part == 2) {
                return false;
            }
        }
        return false;
    }

    private boolean number() {
        begin = at = skipped(at);
        boolean negative = charAt() == '-' || charAt() == '\u2212';
        digits = negative ? skipped(at + 1) : at;
        int end = NumberText.end(text, digits, limit);
        double value = end < 0 ? Double.POSITIVE_INFINITY : NumberText.value(text, digits, end);
        if (Double.isInfinite(value)) {
            return false;
        }
        values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
        values[count++] = negative ? -value : value;
        at = end;
        return true;
    }

    private char charAt() {
        return at < limit ? text.charAt(at) : 0;
    }

    /** Passes blanks, and returns the symbol after them. */
    private char sign() {
        at = skipped(at);
        return charAt();
    }

    private int skipped(int from) {
        int i = from;
        while (i < limit && Lexer.isBlank(text.charAt(i))) {
            i++;
        }
        return i < limit && text.charAt(i) <= '#' ? Lexer.gapEnd(text, i, limit) : i;
    }
}
