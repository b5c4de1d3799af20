package org.nnlang.language;

import java.util.Set;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * What a statement can ask both when it is checked and when it runs, so that a condition is stated once. A check knows
 * shapes and constants, a run values.
 */
public abstract sealed class Context permits Checking, Running {
    /** What is declared and set so far. */
    public abstract Declarations declarations();

    /** The number that an expression is, NaN if a check can't know it; fails unless it is a number. */
    public abstract double number(Expr expression);

    /** The names that {@code let} gave. */
    public abstract Set<String> names();

    abstract Quantities quantities();

    /** The network; fails at {@code span} if there is none. */
    public final Network network(Span span) {
        return declarations().network(span);
    }

    /** What must be there for what {@code span} asks. */
    public final Preconditions needs(Span span) {
        return new Preconditions(declarations(), span);
    }

    /** Makes activations, losses, optimizers and initialisers. */
    public final Specs specs() {
        return new Specs(declarations().definitions(), this::number);
    }

    /** The quantity that an expression names, or null. */
    public final Quantity quantity(Expr expression) {
        return quantities().find(expression);
    }

    /** The quantity to explain; fails unless the expression names a single one. */
    public final Quantity.Scalar explained(Expr expression) {
        return Explanations.single("explain", this, expression);
    }

    /** The quantity to ask {@code why} of; fails unless it is a single one, and computed. */
    public final Quantity.Scalar computed(Expr expression) {
        return Explanations.computed(this, expression);
    }

    /** A whole number from {@code least} on; {@code least} if a check can't know it. */
    public final long count(String what, Expr expression, int least) {
        double value = number(expression);
        if (Double.isNaN(value)) {
            return least;
        }
        if (value != Math.rint(value) || value < least || Double.isInfinite(value)) {
            String range = "a whole number of at least " + least;
            throw new Failure(expression.span(), new Problem.BadValue(what, range, Texts.number(value)));
        }
        return (long) value;
    }

    /** The number of the layer of that name, from 1; fails if there is none. {@code what} of it is meant. */
    public final int layer(Expr.Name name, String what) {
        return declarations().layer(name, what);
    }

    /** Fails unless a value is a vector or a matrix of one row, with a number for each neuron; a number will do for one. */
    static void checkVector(String what, Neurons neurons, Shape shape, Span span) {
        Shape vector = shape.asVector();
        if (vector.is(Shape.Kind.MATRIX) || vector.is(Shape.Kind.TRUTH)) {
            throw new Failure(span, new Problem.WrongKind("a vector", shape.text()));
        }
        if (!Shape.fits(vector.columns(), neurons.size())) {
            throw new Failure(span, new Problem.VectorSize(what, neurons.size(), neurons.layer(), vector.columns()));
        }
    }
}
