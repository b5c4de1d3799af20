package org.nnlang.language;

/** What is known of a value before it is computed, or of one that is. */
sealed interface Known permits Value, Resolved, Known.Name {
    /** Its shape, as far as it is known. */
    Shape shape();

    /** The number that it certainly is, else NaN. */
    double number();

    /** What is known of a value that {@code let} names. */
    record Name(Shape shape, double number) implements Known {
        /** If nothing is known. */
        static final Name NOTHING = new Name(Shape.ANY, Double.NaN);

        /** As much as is known of a value. */
        static Name of(Known value) {
            return new Name(value.shape(), value.number());
        }

        /** What is known if it is this or the other. */
        Name or(Name other) {
            boolean same = Double.compare(number, other.number) == 0;
            return new Name(shape.isSame(other.shape) ? shape : Shape.ANY, same ? number : Double.NaN);
        }
    }
}
