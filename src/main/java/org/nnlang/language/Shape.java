package org.nnlang.language;

/**
 * The type and size of a value, as far as they are known before it is computed.
 *
 * @param rows 1 but for a matrix; −1 if it isn't known
 * @param columns elements in a row; −1 if it isn't known
 */
public record Shape(Kind kind, int rows, int columns) {
    /** The types of values. */
    public enum Kind {
        NUMBER,
        TRUTH,
        VECTOR,
        MATRIX,
        /** Not known. */
        ANY
    }

    static final Shape NUMBER = new Shape(Kind.NUMBER, 1, 1);
    static final Shape TRUTH = new Shape(Kind.TRUTH, 1, 1);
    static final Shape ANY = new Shape(Kind.ANY, -1, -1);

    static Shape vector(int size) {
        return new Shape(Kind.VECTOR, 1, size);
    }

    static Shape matrix(int rows, int columns) {
        return new Shape(Kind.MATRIX, rows, columns);
    }

    /** Whether it is of that type. */
    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether both are, or may be, the same. */
    boolean mayBe(Shape other) {
        return kind == Kind.ANY
                || other.kind == Kind.ANY
                || kind == other.kind && fits(rows, other.rows) && fits(columns, other.columns);
    }

    /** Whether both are known to the same degree, and the same. */
    boolean isSame(Shape other) {
        return kind == other.kind && rows == other.rows && columns == other.columns;
    }

    /** The same, a matrix of one row as a vector. */
    public Shape asVector() {
        return kind == Kind.MATRIX && rows == 1 ? vector(columns) : this;
    }

    /** How many indices an element has; −1 if that isn't known. */
    int directions() {
        return switch (kind) {
            case NUMBER, TRUTH -> 0;
            case VECTOR -> 1;
            case MATRIX -> 2;
            case ANY -> -1;
        };
    }

    /** How many elements there are in the direction of an index, from 0; −1 if that isn't known. */
    int size(int direction) {
        return kind == Kind.MATRIX && direction == 0 ? rows : columns;
    }

    /** Whether two sizes are, or may be, the same. */
    public static boolean fits(int a, int b) {
        return a == b || a < 0 || b < 0;
    }

    /** In words, for a message. */
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
