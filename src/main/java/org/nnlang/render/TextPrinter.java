package org.nnlang.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.nnlang.draw.TextColors;
import org.nnlang.draw.TextPicture;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.NamedFormula;
import org.nnlang.explain.Names;
import org.nnlang.language.Event;
import org.nnlang.language.Value;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Cancellation;
import org.nnlang.text.Digits;
import org.nnlang.text.Printable;
import org.nnlang.text.TextLines;
import org.nnlang.text.TextWidth;

/** Prints a script's results as plain text; does not print diagnostics. */
public final class TextPrinter {
    /** The most rows that a table shows in full; a longer table shows its first rows and its last. */
    private static final int MOST_ROWS = 20;

    private static final int FIRST_ROWS = 10;

    /** The most columns that a table shows in full. */
    private static final int MOST_COLUMNS = 12;

    private static final int FIRST_COLUMNS = 8;
    private static final int LONGEST_NAME = 120;
    private static final String CUT = "⋯";

    /** The most lines of a window that a one-line text may take. */
    private static final int MOST_LINES = 4;

    private final int width;
    private final int height;
    private final Cancellation cancellation;

    /** Prints for a page with {@code width} columns. */
    public TextPrinter(int width) {
        this(width, Cancellation.NONE);
    }

    /** Prints for a page with {@code width} columns; what is long can be cancelled. */
    public TextPrinter(int width, Cancellation cancellation) {
        this(width, 0, cancellation);
    }

    private TextPrinter(int width, int height, Cancellation cancellation) {
        this.width = width;
        this.height = height;
        this.cancellation = cancellation;
    }

    /** Prints for a window of this size: cuts what does not fit, and says so. */
    public static TextPrinter window(int width, int height, Cancellation cancellation) {
        return new TextPrinter(width, height, cancellation);
    }

    private boolean isWindow() {
        return height > 0;
    }

    /** The text of an event, each line with its line end; empty for a diagnostic. It is safe for a terminal. */
    public String print(Event event) {
        return Printable.lines(text(event));
    }

    private String text(Event event) {
        return switch (event) {
            case Event.Shown e -> shown(e);
            case Event.Listed e -> listed(e).text();
            case Event.Derived e -> derived(e, width, cancellation);
            case Event.Answered _, Event.Narrated _ -> PassageText.of(Passage.of(event), width);
            case Event.Stated e -> stated(e);
            case Event.Pictured e -> TextPicture.of(e.figure(), Math.min(width, TextPicture.COLUMNS), TextColors.NONE);
            case Event.Printed e -> e.text() + "\n";
            case Event.Reported _ -> "";
        };
    }

    /** The formulas with their equals signs below each other, then the numbers that have letters: {@code slope = 0.1}. */
    private String stated(Event.Stated e) {
        FormulaText text = new FormulaText(null, e.digits(), false, false);
        List<Line> rows = new ArrayList<>();
        Map<String, Double> named = new LinkedHashMap<>();
        for (NamedFormula statement : e.statements()) {
            rows.add(Line.of(statement.name(), text.text(statement.formula()), "", ""));
            collect(statement.formula(), named);
        }
        named.remove("π");
        named.forEach((letter, value) -> rows.add(Line.of(letter, text.text(value), "", "")));
        return String.join("\n", new Columns(rows, width).lines()) + "\n";
    }

    private static void collect(Formula formula, Map<String, Double> named) {
        Parts.walk(formula, part -> {
            if (part instanceof Formula.Named n) {
                named.putIfAbsent(n.letter() + Names.low(n.index()), n.value());
            }
        });
    }

    /** A derivation in its format; {@code width} matters for plain text only. */
    static String derived(Event.Derived e, int width, Cancellation cancellation) {
        Derivation derivation = e.derivation();
        return switch (e.format()) {
            case TEXT -> new TextRenderer(e.network(), e.digits(), width, cancellation).render(derivation);
            case LATEX -> new LatexRenderer(e.network(), e.digits(), cancellation).render(derivation);
            case MARKDOWN -> new MarkdownRenderer(e.network(), e.digits(), cancellation).render(derivation);
            case MATHML -> new MathMlRenderer(e.network(), e.digits(), cancellation).render(derivation);
        };
    }

    private String shown(Event.Shown e) {
        String name = brief(e.name());
        return switch (e.value()) {
            case Value.Scalar s -> name + " = " + s.text(e.digits()) + besides(e) + "\n";
            case Value.Truth t -> name + " = " + t.text(e.digits()) + besides(e) + "\n";
            case Value.Vector v
            when v.names().isEmpty() -> line(name + " = " + v.text(e.digits()) + besides(e), v.size());
            case Value.Vector _, Value.Matrix _ ->
                tables(e).stream().map(Table::text).collect(Collectors.joining());
        };
    }

    /**
     * A table with a title above it.
     *
     * @param note a line below it, with its line end, or empty
     */
    record Table(String title, TextTable cells, String note) {
        String text() {
            return title + "\n" + cells.text() + note;
        }
    }

    /** The tables of which an event's text consists; none if it is no table. */
    List<Table> tables(Event event) {
        return event instanceof Event.Listed listed
                ? List.of(listed(listed))
                : event instanceof Event.Shown shown ? tables(shown) : List.of();
    }

    private List<Table> tables(Event.Shown e) {
        return switch (e.value()) {
            case Value.Scalar _, Value.Truth _ -> List.of();
            case Value.Vector v when v.names().isEmpty() -> List.of();
            case Value.Vector v
            when (!isWindow() || v.size() <= height - 6)
                    && e.exact() instanceof Value.Vector exact
                    && !(e.brief() && v.size() > MOST_ROWS) -> List.of(besides(v, exact, e));
            case Value.Vector v ->
                tables(e, Value.matrix(v.values(), v.size(), 1), v.names(), List.of(), e.exact() != null);
            case Value.Matrix m ->
                tables(
                        e,
                        m,
                        m.rowNames(),
                        m.columnNames(),
                        e.exact() instanceof Value.Matrix exact
                                && !exact.text(e.digits()).equals(m.text(e.digits())));
        };
    }

    /** A matrix, and its exact numbers below. */
    private List<Table> tables(
            Event.Shown e, Value.Matrix matrix, List<String> rowNames, List<String> columnNames, boolean exactly) {
        List<Table> tables = new ArrayList<>();
        tables.add(table(brief(e.name()), matrix, rowNames, columnNames, e.digits(), e.brief()));
        if (exactly) {
            tables.addAll(tables(exactly(e)));
        }
        return tables;
    }

    /** The unrounded value, on a separate line. */
    private static Event.Shown exactly(Event.Shown e) {
        return new Event.Shown(e.span(), brief(e.name()) + ", exact", e.exact(), e.digits(), e.brief());
    }

    /** The exact value, if it prints differently. */
    private static String besides(Event.Shown e) {
        return e.exact() == null
                ? ""
                : besides(e.value().text(e.digits()), e.exact().text(e.digits()));
    }

    private static String besides(String value, String exact) {
        return exact.equals(value) ? "" : " (exact " + exact + ")";
    }

    /** A row for each element of a vector, with its exact value if it prints differently. */
    private static Table besides(Value.Vector vector, Value.Vector exact, Event.Shown e) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            String value = Digits.format(vector.values()[i], e.digits());
            String other = besides(value, Digits.format(exact.values()[i], e.digits()));
            rows.add(List.of(vector.names().get(i), value, other.strip()));
        }
        return new Table(brief(e.name()), new TextTable(List.of(), rows, true), "");
    }

    /** The name of a shown expression: its text, which can be long. */
    private static String brief(String name) {
        return name.length() <= LONGEST_NAME ? name : TextWidth.cut(name, LONGEST_NAME) + " …";
    }

    /** A vector in one line, cut to the window if it is long. */
    private String line(String text, int size) {
        int most = MOST_LINES * width;
        boolean cut = isWindow() && text.length() > most;
        return (cut ? text.substring(0, most - 30) + "… (" + size + " numbers)" : text) + "\n";
    }

    private Table table(
            String title,
            Value.Matrix matrix,
            List<String> rowNames,
            List<String> columnNames,
            int digits,
            boolean brief) {
        if (isWindow()) {
            return windowed(title, matrix, rowNames, columnNames, digits);
        }
        List<Integer> rows = shown(matrix.rows(), brief ? MOST_ROWS : Integer.MAX_VALUE, FIRST_ROWS);
        List<Integer> columns = shown(matrix.columns(), brief ? MOST_COLUMNS : Integer.MAX_VALUE, FIRST_COLUMNS);
        return new Table(title, cells(matrix, rowNames, columnNames, digits, rows, columns), "");
    }

    /** As many rows and columns as fit into the window, and a note if some are missing. */
    private Table windowed(
            String title, Value.Matrix matrix, List<String> rowNames, List<String> columnNames, int digits) {
        int room = Math.max(4, height - 6); // the prompt, the name, the header, the gap, the note
        List<Integer> rows = shown(matrix.rows(), room, room - 2);
        int most = Math.min(matrix.columns(), Math.max(2, width / 3));
        TextTable cells;
        do {
            List<Integer> columns = shown(matrix.columns(), most, Math.max(1, most - 2));
            cells = cells(matrix, rowNames, columnNames, digits, rows, columns);
        } while (widest(cells.text()) > width && --most > 1);
        boolean all = matrix.rows() <= room && matrix.columns() <= most;
        return new Table(title, cells, all ? "" : "  (cut to the window: " + size(matrix) + ")\n");
    }

    private static String size(Value.Matrix matrix) {
        String rows = matrix.rows() + (matrix.rows() == 1 ? " row" : " rows");
        return matrix.columns() == 1 ? rows : rows + ", " + matrix.columns() + " columns";
    }

    private static int widest(String text) {
        return TextLines.split(text, '\n').stream()
                .mapToInt(TextWidth::of)
                .max()
                .orElse(0);
    }

    private TextTable cells(
            Value.Matrix matrix,
            List<String> rowNames,
            List<String> columnNames,
            int digits,
            List<Integer> rows,
            List<Integer> columns) {
        List<List<String>> cells = new ArrayList<>();
        for (int row : rows) {
            cancellation.check();
            String name = row < 0 ? CUT : rowNames.isEmpty() ? "" : rowNames.get(row);
            cells.add(cells(name, columns, column -> row < 0 ? "" : Digits.format(matrix.at(row, column), digits)));
        }
        List<String> header = columnNames.isEmpty() ? List.of() : cells("", columns, columnNames::get);
        return new TextTable(header, cells, true);
    }

    /** The numbers of the rows or columns that a table shows, −1 for a gap. */
    private static List<Integer> shown(int count, int most, int first) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < (count > most ? first : count); i++) {
            shown.add(i);
        }
        if (count > most) {
            shown.add(-1);
            shown.add(count - 1);
        }
        return shown;
    }

    private static List<String> cells(String name, List<Integer> columns, IntFunction<String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.forEach(column -> cells.add(column < 0 ? (cell.apply(0).isEmpty() ? "" : CUT) : cell.apply(column)));
        return cells;
    }

    private static Table listed(Event.Listed e) {
        List<List<String>> rows = new ArrayList<>();
        boolean numbers = false;
        for (Event.Row row : e.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            for (Event.Cell cell : row.cells()) {
                cells.add(cell.text(e.digits()));
                numbers |= cell instanceof Event.Number;
            }
            rows.add(cells);
        }
        return new Table(e.title(), new TextTable(e.header(), rows, numbers), "");
    }
}
