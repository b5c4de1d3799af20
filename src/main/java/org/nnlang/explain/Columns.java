package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.source.TextWidth;

/** Lays rows out in columns, or, where they are too wide, each over several lines that begin with an equals sign. */
final class Columns {
    /** Formulas' columns are so many characters wide, or a multiple, so that neighbouring blocks often line up. */
    private static final int STOP = 5;

    private static final int COUNT = 4;
    private static final int RESULT = 3;

    private final List<Row> rows;
    private final int width;

    Columns(List<Row> rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    List<String> lines() {
        for (boolean stops : new boolean[] {true, false}) {
            List<String> lines = aligned(stops);
            if (fit(lines)) {
                return lines;
            }
        }
        return broken();
    }

    /** Whether the rows stand in columns. */
    boolean fit() {
        return fit(aligned(false));
    }

    private boolean fit(List<String> lines) {
        return lines.stream().allMatch(line -> TextWidth.of(line) <= width);
    }

    private List<String> aligned(boolean stops) {
        int[] widths = new int[COUNT];
        for (int column = 0; column < COUNT; column++) {
            widths[column] = columnWidth(column, stops);
        }
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(aligned(row, widths));
        }
        return lines;
    }

    private static String aligned(Row row, int[] widths) {
        StringBuilder line = new StringBuilder(padded(row.lhs(), widths[0]));
        for (int column = 1; column < COUNT; column++) {
            if (widths[column] > 0) {
                String cell = row.cell(column);
                line.append(cell.isEmpty() ? "   " : " = ").append(padded(cell, widths[column]));
            }
        }
        return line.toString().stripTrailing();
    }

    private int columnWidth(int column, boolean mayStop) {
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, TextWidth.of(row.cell(column)));
        }
        boolean stops = mayStop && rows.size() > 1 && column > 0 && column < RESULT && bothFormulas();
        return stops ? (widest + STOP - 1) / STOP * STOP : widest;
    }

    private boolean bothFormulas() {
        return rows.stream()
                .anyMatch(row -> !row.formula().isEmpty() && !row.numbers().isEmpty());
    }

    private List<String> broken() {
        int indent = columnWidth(0, false);
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            String start = padded(row.lhs(), indent);
            for (int column = 1; column < COUNT; column++) {
                for (String piece : pieces(row.cell(column), indent)) {
                    lines.add(start + piece);
                    start = " ".repeat(indent);
                }
            }
            if (row.formula().isEmpty()
                    && row.numbers().isEmpty()
                    && row.result().isEmpty()) {
                lines.add(row.lhs());
            }
        }
        return lines;
    }

    private List<String> pieces(String cell, int indent) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> pieces = new ArrayList<>();
        for (String piece : Wrap.lines(cell, Math.max(width - indent - 3, 30))) {
            pieces.add(" " + (pieces.isEmpty() ? "= " : "") + piece);
        }
        return pieces;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
    }
}
