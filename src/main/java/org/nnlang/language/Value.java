package org.nnlang.language;

import java.util.List;
import java.util.function.DoubleFunction;
import org.nnlang.explain.Digits;

/** What an expression gives. */
public sealed interface Value extends Known {
    /** A number. */
    record Scalar(double value) implements Value {}

    /** True or false. */
    record Truth(boolean value) implements Value {}

    /**
     * A vector.
     *
     * @param names what each element is called, or empty
     */
    record Vector(double[] values, List<String> names) implements Value {
        public Vector {
            names = List.copyOf(names);
        }

        /** How many elements it has. */
        public int size() {
            return values.length;
        }
    }

    /**
     * A matrix.
     *
     * @param values row after row
     * @param rowNames what each row is called, or empty
     * @param columnNames what each column is called, or empty
     */
    record Matrix(double[] values, int rows, int columns, List<String> rowNames, List<String> columnNames)
            implements Value {
        public Matrix {
            rowNames = List.copyOf(rowNames);
            columnNames = List.copyOf(columnNames);
        }

        /** The element in a row and a column, both from 0. */
        public double at(int row, int column) {
            return values[row * columns + column];
        }
    }

    /** A vector without names. */
    static Vector vector(double... values) {
        return new Vector(values, List.of());
    }

    /** A matrix without names. */
    static Matrix matrix(double[] values, int rows, int columns) {
        return new Matrix(values, rows, columns, List.of(), List.of());
    }

    @Override
    default double number() {
        return this instanceof Scalar s ? s.value() : Double.NaN;
    }

    @Override
    default Shape shape() {
        return switch (this) {
            case Scalar _ -> Shape.NUMBER;
            case Truth _ -> Shape.TRUTH;
            case Vector v -> new Shape.Vector(v.size());
            case Matrix m -> new Shape.Matrix(m.rows(), m.columns());
        };
    }

    /** In one line, numbers to so many significant digits: {@code [1, 2; 3, 4]}. */
    default String text(int digits) {
        return text(number -> Digits.format(number, digits));
    }

    /** The same with all the significant digits, zeros at the end too. */
    default String padded(int digits) {
        return text(number -> Digits.padded(number, digits));
    }

    private String text(DoubleFunction<String> number) {
        return switch (this) {
            case Scalar s -> number.apply(s.value());
            case Truth t -> t.value() ? "true" : "false";
            case Vector v -> "[" + row(v.values(), 0, v.size(), number) + "]";
            case Matrix m -> {
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < m.rows(); row++) {
                    rows.append(row == 0 ? "" : "; ");
                    rows.append(row(m.values(), row * m.columns(), (row + 1) * m.columns(), number));
                }
                yield "[" + rows + "]";
            }
        };
    }

    private static String row(double[] values, int from, int to, DoubleFunction<String> number) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ", ").append(number.apply(values[i]));
        }
        return text.toString();
    }
}
