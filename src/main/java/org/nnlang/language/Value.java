package org.nnlang.language;

import java.util.List;
import org.nnlang.text.Digits;

/** The value of an expression. */
public sealed interface Value extends Known {
    /** A number. */
    record Scalar(double value) implements Value {
        @Override
        public double[] values() {
            return new double[] {value};
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Value {
        @Override
        public double[] values() {
            return new double[0];
        }
    }

    /**
     * A vector.
     *
     * @param names the names of the elements, or empty
     */
    record Vector(double[] values, List<String> names) implements Value {
        public Vector {
            names = List.copyOf(names);
        }

        /** The number of elements. */
        public int size() {
            return values.length;
        }
    }

    /**
     * A matrix.
     *
     * @param values row after row
     * @param rowNames the names of the rows, or empty
     * @param columnNames the names of the columns, or empty
     */
    record Matrix(double[] values, int rows, int columns, List<String> rowNames, List<String> columnNames)
            implements Value {
        public Matrix {
            rowNames = List.copyOf(rowNames);
            columnNames = List.copyOf(columnNames);
        }

        /** The element at a row and a column, both from 0. */
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
        return this instanceof Vector v
                ? Shape.vector(v.size())
                : this instanceof Matrix m
                        ? Shape.matrix(m.rows, m.columns)
                        : this instanceof Scalar ? Shape.NUMBER : Shape.TRUTH;
    }

    /** Its numbers, row after row. */
    double[] values();

    /** A value of the same shape and names with other numbers. */
    default Value with(double[] numbers) {
        return this instanceof Vector v
                ? new Vector(numbers, v.names)
                : this instanceof Matrix m
                        ? new Matrix(numbers, m.rows, m.columns, m.rowNames, m.columnNames)
                        : this instanceof Scalar ? new Scalar(numbers[0]) : this;
    }

    /** Formats it on one line, with {@code digits} significant digits: {@code [1, 2; 3, 4]}. */
    default String text(int digits) {
        return text(digits, false);
    }

    /** Formats it on one line with all {@code digits} significant digits, including trailing zeros. */
    default String padded(int digits) {
        return text(digits, true);
    }

    private String text(int digits, boolean padded) {
        if (this instanceof Truth truth) {
            return truth.value ? "true" : "false";
        }
        double[] values = values();
        int columns = this instanceof Matrix m ? m.columns : values.length;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : i % columns == 0 ? "; " : ", ");
            text.append(padded ? Digits.padded(values[i], digits) : Digits.format(values[i], digits));
        }
        return this instanceof Scalar ? text.toString() : "[" + text + "]";
    }
}
