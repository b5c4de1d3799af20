package org.nnlang.language;

/** What is known of a value: of one not computed yet its shape and perhaps its number, of a computed one everything. */
sealed interface Known permits Value, Resolved, Known.Name {
    /** Its shape, as far as it is known. */
    Shape shape();

    /** Its number, NaN if that isn't known or it isn't a number. */
    double number();

    /** What is known of a {@code let} value. */
    record Name(Shape shape, double number) implements Known {
        /** A value of which nothing is known. */
        static final Name NOTHING = new Name(Shape.ANY, Double.NaN);

        /** Keeps only the shape and the number of a value. */
        static Name of(Known value) {
            return new Name(value.shape(), value.number());
        }

        /** What is known after a branch: only what this and {@code other} agree on. */
        Name or(Name other) {
            boolean same = Double.compare(number, other.number) == 0;
            return new Name(shape.isSame(other.shape) ? shape : Shape.ANY, same ? number : Double.NaN);
        }
    }
}
