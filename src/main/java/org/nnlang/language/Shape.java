package org.nnlang.language;

/** What kind of value an expression has, as far as it is known before running; a size that is not known is −1. */
public sealed interface Shape {
    /** A number. */
    Shape NUMBER = new Number();

    /** True or false. */
    Shape TRUTH = new Truth();

    /** Not known. */
    Shape ANY = new Any();

    record Number() implements Shape {}

    record Truth() implements Shape {}

    record Vector(int size) implements Shape {}

    record Matrix(int rows, int columns) implements Shape {}

    record Any() implements Shape {}

    /** Whether both are, or may be, the same. */
    default boolean mayBe(Shape other) {
        return switch (this) {
            case Any _ -> true;
            case Number _, Truth _ -> other.equals(this) || other instanceof Any;
            case Vector v -> other instanceof Any || other instanceof Vector w && fits(v.size, w.size);
            case Matrix m ->
                other instanceof Any || other instanceof Matrix n && fits(m.rows, n.rows) && fits(m.columns, n.columns);
        };
    }

    /** The same, a matrix of one row as a vector. */
    default Shape asVector() {
        return this instanceof Matrix m && m.rows == 1 ? new Vector(m.columns) : this;
    }

    /** How many indices an element has; −1 if that isn't known. */
    default int directions() {
        return switch (this) {
            case Number _, Truth _ -> 0;
            case Vector _ -> 1;
            case Matrix _ -> 2;
            case Any _ -> -1;
        };
    }

    /** How many elements there are in a direction, 0 or 1; −1 if that isn't known. */
    default int size(int direction) {
        return switch (this) {
            case Vector v -> v.size;
            case Matrix m -> direction == 0 ? m.rows : m.columns;
            case Number _, Truth _, Any _ -> -1;
        };
    }

    /** Whether two sizes are, or may be, the same. */
    static boolean fits(int a, int b) {
        return a == b || a < 0 || b < 0;
    }

    /** In words, for a message. */
    default String text() {
        return switch (this) {
            case Number _ -> "a number";
            case Truth _ -> "a condition, true or false";
            case Vector v -> v.size < 0 ? "a vector" : "a vector of " + v.size;
            case Matrix m -> m.rows < 0 ? "a matrix" : "a matrix of " + m.rows + " by " + m.columns;
            case Any _ -> "a value";
        };
    }
}
