package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.text.Html;
import org.nnlang.text.Printable;
import org.nnlang.text.TextWidth;

/** Lays out rows of cells in columns, with decimal points aligned, as text or HTML. */
final class TextTable {
    /** As wide as a digit. */
    private static final String FIGURE_SPACE = "\u2007";

    private final List<String> header;
    private final List<List<String>> rows;
    private final boolean numbers;

    TextTable(List<String> header, List<List<String>> rows, boolean numbers) {
        this.header = header;
        this.rows = rows;
        this.numbers = numbers;
    }

    /** The table of an answer; the mark is one more cell. */
    TextTable(Passage.Table table) {
        this(table.rows().getFirst(), TextTable.marked(table), table.numbers());
    }

    /** All rows, the header as the first. */
    List<List<String>> all() {
        return Stream.concat(Stream.of(header), rows.stream()).toList();
    }

    private static List<List<String>> marked(Passage.Table table) {
        List<List<String>> rows = new ArrayList<>(table.rows());
        if (table.marked() > 0) {
            List<String> row = new ArrayList<>(rows.get(table.marked()));
            row.add(table.mark());
            rows.set(table.marked(), row);
        }
        return rows.subList(1, rows.size());
    }

    String text() {
        List<StringBuilder> lines = new ArrayList<>();
        int first = header.isEmpty() ? 0 : 1;
        for (int i = 0; i < rows.size() + first; i++) {
            lines.add(new StringBuilder());
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            List<String> cells = new ArrayList<>();
            if (first == 1) {
                cells.add(cell(header, column));
            }
            boolean aligned = numbers && column > 0;
            int whole = aligned ? widestWhole(column) : 0;
            for (List<String> row : rows) {
                String cell = cell(row, column);
                cells.add(aligned && !cell.isEmpty() ? " ".repeat(whole - whole(cell)) + cell : cell);
            }
            int width = cells.stream().mapToInt(TextWidth::of).max().orElse(0);
            if (width > 0) {
                for (int i = 0; i < cells.size(); i++) {
                    lines.get(i)
                            .append("  ")
                            .append(cells.get(i))
                            .append(" ".repeat(width - TextWidth.of(cells.get(i))));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text.toString();
    }

    /** The rows as an element of HTML; decimal points stand below each other in fonts with digits of one width. */
    String html(String caption) {
        StringBuilder html = new StringBuilder("<table class=\"nn-table\">\n");
        if (!caption.isEmpty()) {
            html.append("<caption>")
                    .append(Html.escaped(Printable.line(caption)))
                    .append("</caption>\n");
        }
        if (!header.isEmpty()) {
            html.append("<tr>");
            header.forEach(cell -> html.append(element(true, Printable.line(cell))));
            html.append("</tr>\n");
        }
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                String cell = cell(row, column);
                boolean aligned = numbers && column > 0 && !cell.isEmpty();
                int before = aligned ? widestWhole(column) - whole(cell) : 0;
                html.append(element(column == 0, FIGURE_SPACE.repeat(before) + cell));
            }
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    /** A cell; an empty one is no header, since it names nothing. */
    private static String element(boolean header, String text) {
        String name = header && !text.isEmpty() ? "th" : "td";
        return "<" + name + " style=\"text-align:left\">" + Html.escaped(text) + "</" + name + ">";
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? Printable.line(row.get(column)) : "";
    }

    private int widestWhole(int column) {
        return rows.stream().mapToInt(row -> whole(cell(row, column))).max().orElse(0);
    }

    /** The number of characters before the decimal point. */
    private static int whole(String cell) {
        int point = cell.indexOf('.');
        int exponent = cell.indexOf('e');
        return point >= 0 ? point : exponent >= 0 ? exponent : cell.length();
    }
}
