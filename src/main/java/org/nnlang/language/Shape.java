package org.nnlang.language;

/**
 * The type and the size of a value, as far as they are known before it is computed.
 *
 * @param rows the number of rows, 1 except for a matrix; −1 if it isn't known
 * @param columns the number of elements in a row; −1 if it isn't known
 */
public record Shape(Kind kind, int rows, int columns) {
    /** The types of values. */
    public enum Kind {
        NUMBER,
        TRUTH,
        VECTOR,
        MATRIX,
        /** An unknown type. */
        ANY
    }

    static final Shape NUMBER = new Shape(Kind.NUMBER, 1, 1);
    static final Shape TRUTH = new Shape(Kind.TRUTH, 1, 1);
    static final Shape ANY = new Shape(Kind.ANY, -1, -1);

    /** A vector's shape. */
    public static Shape vector(int size) {
        return new Shape(Kind.VECTOR, 1, size);
    }

    static Shape matrix(int rows, int columns) {
        return new Shape(Kind.MATRIX, rows, columns);
    }

    /** Whether it is certainly of a type. */
    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether two values of these shapes may have the same shape. */
    boolean mayBe(Shape other) {
        return kind == Kind.ANY
                || other.kind == Kind.ANY
                || kind == other.kind && fits(rows, other.rows) && fits(columns, other.columns);
    }

    /** Whether the two shapes are equal, including what isn't known of them. */
    boolean isSame(Shape other) {
        return kind == other.kind && rows == other.rows && columns == other.columns;
    }

    /** This shape; for a matrix of one row, the shape of a vector. */
    public Shape asVector() {
        return kind == Kind.MATRIX && rows == 1 ? vector(columns) : this;
    }

    /** The number of indices that select an element; −1 if it isn't known. */
    int directions() {
        return switch (kind) {
            case NUMBER, TRUTH -> 0;
            case VECTOR -> 1;
            case MATRIX -> 2;
            case ANY -> -1;
        };
    }

    /** The number of elements in a direction, from 0; −1 if it isn't known. */
    int size(int direction) {
        return kind == Kind.MATRIX && direction == 0 ? rows : columns;
    }

    /** Whether two sizes may be equal; −1 is an unknown size. */
    public static boolean fits(int a, int b) {
        return a == b || a < 0 || b < 0;
    }

    /** The shape in words, for messages. */
    public String text() {
        return switch (kind) {
            case NUMBER -> "a number";
            case TRUTH -> "a condition, true or false";
            case VECTOR -> columns < 0 ? "a vector" : "a vector of " + columns;
            case MATRIX -> rows < 0 ? "a matrix" : "a matrix of " + rows + " by " + columns;
            case ANY -> "a value";
        };
    }
}
