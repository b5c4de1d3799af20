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

        /** What is known after a branch that gives a name one of two values: only what they agree on. */
        static Name either(Known a, Known b) {
            boolean same = Double.compare(a.number(), b.number()) == 0;
            return new Name(a.shape().isSame(b.shape()) ? a.shape() : Shape.ANY, same ? a.number() : Double.NaN);
        }
    }
}
