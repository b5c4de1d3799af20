package org.nnlang.session;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Digits;
import org.nnlang.explain.TextRenderer;
import org.nnlang.interpreter.Event;
import org.nnlang.interpreter.Value;

/** Puts what a script shows into plain text. Diagnostics are not its business. */
public final class TextPrinter {
    /** A brief table with more rows than this shows its first and its last. */
    private static final int MOST_ROWS = 20;

    private static final int FIRST_ROWS = 10;

    private final int width;

    /** For a page of so many columns. */
    public TextPrinter(int width) {
        this.width = width;
    }

    /** The text of an event, each line with its end; empty for a diagnostic. */
    public String print(Event event) {
        return switch (event) {
            case Event.Shown e -> shown(e);
            case Event.Listed e -> listed(e);
            case Event.Derived e -> new TextRenderer(e.network(), e.digits(), width).render(e.derivation());
            case Event.Narrated e ->
                e.title() + "\n" + indented(new TextRenderer(e.network(), e.digits(), width - 2).narrate(e.lines()));
            case Event.Printed e -> e.text() + "\n";
            case Event.Reported _ -> "";
        };
    }

    private static String indented(String text) {
        return text.indent(2);
    }

    private static String shown(Event.Shown e) {
        return switch (e.value()) {
            case Value.Scalar s -> e.name() + " = " + Digits.format(s.value(), e.digits()) + "\n";
            case Value.Truth t -> e.name() + " = " + t.value() + "\n";
            case Value.Vector v when v.names().isEmpty() -> e.name() + " = " + line(v.values(), e.digits()) + "\n";
            case Value.Vector v ->
                e.name() + "\n"
                        + table(Value.matrix(v.values(), v.size(), 1), v.names(), List.of(), e.digits(), e.brief());
            case Value.Matrix m -> e.name() + "\n" + table(m, m.rowNames(), m.columnNames(), e.digits(), e.brief());
        };
    }

    private static String line(double[] values, int digits) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(Digits.format(values[i], digits));
        }
        return text.append(']').toString();
    }

    private static String table(
            Value.Matrix matrix, List<String> rowNames, List<String> columnNames, int digits, boolean brief) {
        boolean cut = brief && matrix.rows() > MOST_ROWS;
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            if (cut && row == FIRST_ROWS) {
                rows.add(List.of("⋯"));
                row = matrix.rows() - 1;
            }
            List<String> cells = new ArrayList<>();
            cells.add(rowNames.isEmpty() ? "" : rowNames.get(row));
            for (int column = 0; column < matrix.columns(); column++) {
                cells.add(Digits.format(matrix.at(row, column), digits));
            }
            rows.add(cells);
        }
        List<String> header = new ArrayList<>();
        if (!columnNames.isEmpty()) {
            header.add("");
            header.addAll(columnNames);
        }
        return new TextTable(header, rows, true).text();
    }

    private static String listed(Event.Listed e) {
        return e.title() + "\n" + new TextTable(e.header(), e.rows(), false).text();
    }
}
