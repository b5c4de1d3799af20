package org.nnlang.language;

import java.util.Map;

/** Finds the shape of an expression before it is evaluated, and what can be wrong with it. */
final class Typer {
    /** A named value as far as it is known: its shape, and its number where that is certain, else NaN. */
    record Known(Shape shape, double number) implements org.nnlang.language.Known {
        /** All that is to be known of a value. */
        static Known of(Value value) {
            return new Known(value.shape(), value.number());
        }

        /** Of which nothing is known. */
        static final Known NOTHING = new Known(Shape.ANY, Double.NaN);

        /** What is known where it may be this or the other. */
        Known or(Known other) {
            boolean same = Double.compare(number, other.number) == 0;
            return new Known(shape.equals(other.shape) ? shape : Shape.ANY, same ? number : Double.NaN);
        }
    }

    private final Resolver resolver;
    private final Quantities quantities;

    Typer(Declarations declarations, Map<String, Known> lets) {
        resolver = new Resolver(declarations, lets, false);
        quantities = new Quantities(declarations, resolver, null);
    }

    Quantities resolver() {
        return quantities;
    }

    /** The number that an expression certainly has, else NaN. */
    double constant(Expr expression) {
        return resolver.resolve(expression).number();
    }

    /** The number that an expression is, NaN where it is not known yet; fails unless it is a number. */
    double argument(Expr expression) {
        return resolver.number(expression).number();
    }

    /** Fails unless the expression is a number. */
    void number(Expr expression) {
        resolver.number(expression);
    }

    /** Fails unless the expression is true or false. */
    void condition(Expr expression) {
        resolver.condition(expression);
    }

    Shape shape(Expr expression) {
        return resolver.resolve(expression).shape();
    }

    /** A number as it is written; fails if a double can't hold it. */
    static Shape literal(Expr.Number number) {
        return Resolver.literal(number).shape();
    }
}
