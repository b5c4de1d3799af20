package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Problem;

/**
 * Makes vectors and matrices of what is between {@code [ ]}: numbers, in one row or several; or vectors, each a row of a
 * matrix, as in {@code [[1, 2], [3, 4]]}.
 */
final class Matrices {
    private Matrices() {}

    /** The number of columns of a matrix of plain numbers; fails unless all rows have the same length. */
    static int columns(Expr.Numbers e) {
        int[] ends = e.rowEnds();
        for (int row = 1; row < ends.length; row++) {
            checkRow(e, row, ends[0], ends[row] - ends[row - 1]);
        }
        return ends[0];
    }

    private static void checkRow(Expr e, int row, int expected, int found) {
        if (!Shape.fits(expected, found)) {
            throw new Failure(e.span(), Problem.RAGGED_ROWS, expected, row + 1, found);
        }
    }

    /** The shape of a vector or a matrix; fails if the elements don't go together. */
    static Shape shape(Expr.Matrix e, List<? extends List<? extends Known>> rows) {
        boolean vectors = false;
        boolean unknown = rows.size() == 1;
        for (List<? extends Known> row : rows) {
            for (Known element : row) {
                vectors |= element.shape().is(Shape.Kind.VECTOR);
                unknown &= element.shape().is(Shape.Kind.ANY);
            }
        }
        if (vectors) {
            return stacked(e, rows);
        }
        if (unknown) {
            return Shape.ANY; // the elements may be numbers or vectors
        }
        int columns = rows.getFirst().size();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                needs("a number", Shape.NUMBER, e, rows, row, column);
            }
            checkRow(e, row, columns, rows.get(row).size());
        }
        return rows.size() == 1 && !e.closed() ? Shape.vector(columns) : Shape.matrix(rows.size(), columns);
    }

    /** The shape of a matrix whose rows are vectors. */
    private static Shape stacked(Expr.Matrix e, List<? extends List<? extends Known>> rows) {
        boolean numbers = rows.getFirst().getFirst().shape().is(Shape.Kind.NUMBER);
        int columns = -1;
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                numbers |= i > 0 && rows.size() > 1; // [v, w; …] is no matrix
                if (numbers) {
                    needs("a number", Shape.NUMBER, e, rows, row, i);
                } else {
                    needs("a vector, like the other rows,", Shape.vector(-1), e, rows, row, i);
                }
                int size = rows.get(row).get(i).shape().size(0);
                checkRow(e, count++, columns, size);
                columns = columns < 0 ? size : columns;
            }
        }
        return Shape.matrix(count, columns);
    }

    private static void needs(
            String what, Shape needed, Expr.Matrix e, List<? extends List<? extends Known>> rows, int row, int column) {
        Shape found = rows.get(row).get(column).shape();
        if (!found.mayBe(needed)) {
            throw new Failure(e.rows().get(row).get(column).span(), Problem.WRONG_KIND, what, found.text());
        }
    }

    /** The vector or matrix of these elements. */
    static Value value(Expr.Matrix e, List<List<Value>> rows) {
        Shape shape = shape(e, rows);
        int count = 0;
        for (List<Value> row : rows) {
            for (Value element : row) {
                count += element.values().length;
            }
        }
        double[] values = new double[count];
        int filled = 0;
        for (List<Value> row : rows) {
            for (Value element : row) {
                for (double number : element.values()) {
                    values[filled++] = number;
                }
            }
        }
        return shape.is(Shape.Kind.MATRIX) ? Value.matrix(values, shape.rows(), shape.columns()) : Value.vector(values);
    }

    /** The shape of the transpose; a vector's transpose is a matrix of one column. */
    static Shape transposed(Resolved of) {
        Shape shape = of.shape();
        return switch (shape.kind()) {
            case VECTOR, MATRIX -> Shape.matrix(shape.columns(), shape.rows());
            case ANY -> shape;
            case NUMBER, TRUTH -> throw of.wrong("a matrix or a vector", shape);
        };
    }

    /** The transpose, with its names; a vector's transpose is a matrix of one column. */
    static Value transposed(Value value) {
        return switch (value) {
            case Value.Vector v -> new Value.Matrix(v.values(), v.size(), 1, v.names(), List.of());
            case Value.Matrix m -> {
                double[] values = new double[m.values().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = m.at(i % m.rows(), i / m.rows());
                }
                yield new Value.Matrix(values, m.columns(), m.rows(), m.columnNames(), m.rowNames());
            }
            case Value.Scalar _, Value.Truth _ -> throw new IllegalStateException(value.toString());
        };
    }
}
