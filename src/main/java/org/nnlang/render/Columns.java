package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.TextWidth;

/** Lays rows out in columns, or, where they are too wide, each over several lines that begin with an equals sign. */
final class Columns {
    private static final int COUNT = 4;

    private final List<Line> rows;
    private final int width;

    Columns(List<Line> rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    List<String> lines() {
        List<String> lines = aligned();
        return fit(lines) ? lines : broken();
    }

    /** Whether the rows stand in columns. */
    boolean fit() {
        return fit(aligned());
    }

    private boolean fit(List<String> lines) {
        return lines.stream().allMatch(line -> TextWidth.of(line) <= width);
    }

    /** Each column as wide as its widest cell; a row of a mere result has it behind the first equals sign. */
    private List<String> aligned() {
        int[] widths = new int[COUNT];
        for (Line row : rows) {
            for (int column = 0; column < COUNT; column++) {
                boolean counts = column == 0 || !row.isFact();
                widths[column] = Math.max(widths[column], counts ? TextWidth.of(row.cell(column)) : 0);
            }
        }
        List<String> lines = new ArrayList<>();
        for (Line row : rows) {
            lines.add(aligned(row, widths));
            remark(lines, row, widths[0]);
        }
        return lines;
    }

    private static String aligned(Line row, int[] widths) {
        StringBuilder line = new StringBuilder(padded(row.lhs(), widths[0]));
        if (row.isFact()) {
            return line.append(" = ").append(row.result()).toString();
        }
        for (int column = 1; column < COUNT; column++) {
            if (widths[column] > 0) {
                String cell = row.cell(column);
                line.append(cell.isEmpty() ? "   " : " = ").append(padded(cell, widths[column]));
            }
        }
        return line.toString().stripTrailing();
    }

    /** A remark stands after the result, or, if there is no room for it, below. */
    private void remark(List<String> lines, Line row, int indent) {
        if (row.remark().isEmpty()) {
            return;
        }
        if (TextWidth.of(lines.getLast()) + 1 + TextWidth.of(row.remark()) <= width) {
            lines.addLast(lines.removeLast() + " " + row.remark());
        } else {
            Wrap.lines(row.remark(), Math.max(width - indent - 3, 30))
                    .forEach(line -> lines.add(" ".repeat(indent + 3) + line));
        }
    }

    private List<String> broken() {
        int indent =
                rows.stream().mapToInt(row -> TextWidth.of(row.lhs())).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Line row : rows) {
            String start = padded(row.lhs(), indent);
            for (int column = 1; column < COUNT; column++) {
                for (String piece : pieces(row.cell(column), indent)) {
                    lines.add(start + piece);
                    start = " ".repeat(indent);
                }
            }
            if (row.isBare()) {
                lines.add(row.lhs());
            }
            remark(lines, row, indent);
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
