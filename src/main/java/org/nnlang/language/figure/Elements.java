package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.language.statement.Clause;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Thousands;

/**
 * {@code plot weights(h)}, {@code plot out(h)}, {@code plot weights(h) as 8 by 8}: the numbers of a vector as bars, of a matrix as
 * a heat map, or each row as a small picture.
 *
 * @param subject the vector or matrix
 */
record Elements(Expr subject, Clauses clauses) implements PictureKind {
    /** The most bars, and the most columns of a heat map. */
    private static final int MOST_COLUMNS = 200;

    /** The most rows of a heat map, and the most small pictures. */
    private static final int MOST_ROWS = 64;

    @Override
    public String name() {
        return "plot " + Texts.source(subject.span());
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.of(Clause.Kind.AS);
    }

    @Override
    public void check(Checking c) {
        Shape shape = c.shape(subject);
        size(c, shape.is(Shape.Kind.MATRIX), shape.columns());
    }

    /** The rows and columns of the small pictures; null if the numbers are shown as they are. */
    private int[] size(Context c, boolean matrix, int numbers) {
        if (!(clauses.get(Clause.Kind.AS) instanceof Clause.As as)) {
            return null;
        }
        long rows = c.count("the number of rows", as.rows(), 1);
        long columns = c.count("the number of columns", as.columns(), 1);
        boolean known = numbers >= 0 && !Double.isNaN(c.number(as.rows()) + c.number(as.columns()));
        if (known && (rows > numbers || rows * columns != numbers)) {
            String what = (matrix ? "a row of " : "") + Message.count(numbers, "number");
            throw new Failure(as.span(), Problem.PICTURE_SIZE, rows + " by " + columns, what, sizes(numbers));
        }
        return new int[] {(int) rows, (int) columns};
    }

    /** The sizes that would fit, the squarest first: "8 by 8, 4 by 16 or 2 by 32". */
    private static String sizes(int numbers) {
        List<String> sizes = new ArrayList<>();
        for (int rows = (int) Math.sqrt(numbers); rows >= 1 && sizes.size() < 3; rows--) {
            if (numbers % rows == 0) {
                sizes.add("`as " + rows + " by " + numbers / rows + "`");
            }
        }
        return sizes.size() == 1
                ? sizes.getFirst()
                : String.join(", ", sizes.subList(0, sizes.size() - 1)) + " or " + sizes.getLast();
    }

    @Override
    public Figure figure(Running r, long step) {
        Value value = r.value(subject, step);
        Shape shape = value.shape();
        int[] size = size(r, shape.is(Shape.Kind.MATRIX), shape.columns());
        String source = Texts.source(subject.span());
        String title = source + (r.quantity(subject) == null ? "" : StepTitle.after(step));
        if (size == null && value instanceof Value.Vector v) {
            return bars(title, source, v);
        }
        List<String> notes = new ArrayList<>();
        Extent extent = new Extent().add(value.values());
        boolean diverging = extent.least() < 0;
        double most = Math.max(-extent.least(), extent.greatest());
        Axis scale = diverging ? new Extent().add(-most, most).tight(source) : extent.tight(source);
        List<Figure.Matrix> matrices = size != null ? pictures(value, size, notes) : List.of(heatMap(value, notes));
        return new Figure.Matrices(new Figure.Caption(title, notes), scale, diverging, matrices);
    }

    private static Figure bars(String title, String source, Value.Vector v) {
        int shown = Math.min(v.size(), MOST_COLUMNS);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            names.add(v.names().isEmpty() ? Integer.toString(i + 1) : v.names().get(i));
        }
        double[] values = Arrays.copyOf(v.values(), shown);
        List<String> notes = shown == v.size()
                ? List.of()
                : List.of("the first " + shown + " of " + Thousands.of(v.size()) + " numbers; `plot histogram(" + source
                        + ")` shows how all are spread");
        Axis x = Axis.linear(v.names().isEmpty() ? "element" : "neuron", 0.5, shown + 0.5);
        Axis y = new Extent().add(0).add(values).linear(source);
        return new Figure.Bars(new Figure.Caption(title, notes), x, y, names, new double[0], values);
    }

    private static Figure.Matrix heatMap(Value value, List<String> notes) {
        Value.Matrix m = (Value.Matrix) value;
        int rows = Math.min(m.rows(), MOST_ROWS);
        int columns = Math.min(m.columns(), MOST_COLUMNS);
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(m.values(), row * m.columns(), values, row * columns, columns);
        }
        noteRows(rows, m.rows(), "row", notes);
        noteRows(columns, m.columns(), "column", notes);
        return new Figure.Matrix("", values, rows, columns, first(m.rowNames(), rows), first(m.columnNames(), columns));
    }

    private static List<String> first(List<String> names, int count) {
        return names.isEmpty() ? names : names.subList(0, count);
    }

    private static void noteRows(int shown, int all, String what, List<String> notes) {
        if (shown < all) {
            notes.add("the first " + shown + " of " + Message.count(all, what));
        }
    }

    /** Each row as a small picture. */
    private static List<Figure.Matrix> pictures(Value value, int[] size, List<String> notes) {
        int numbers = size[0] * size[1];
        int all = value.values().length / numbers;
        int shown = Math.min(all, MOST_ROWS);
        List<String> names = value instanceof Value.Matrix m ? m.rowNames() : List.of();
        List<Figure.Matrix> pictures = new ArrayList<>();
        for (int row = 0; row < shown; row++) {
            double[] values = Arrays.copyOfRange(value.values(), row * numbers, (row + 1) * numbers);
            String name = !names.isEmpty() ? names.get(row) : all == 1 ? "" : Integer.toString(row + 1);
            pictures.add(new Figure.Matrix(name, values, size[0], size[1], List.of(), List.of()));
        }
        noteRows(shown, all, "row", notes);
        return pictures;
    }
}
