package org.nnlang.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * What a statement can ask both when it is checked and when it runs, so that each rule is stated once. A check knows
 * shapes and constants; a run knows values.
 */
public abstract sealed class Context permits Checking, Running {
    /** The declarations and settings so far. */
    public abstract Declarations declarations();

    /** The value of an expression, NaN if a check can't know it; fails unless it is a number. */
    public abstract double number(Expr expression);

    /** The shape of an expression, as far as it is known; fails if it can have no value. */
    public abstract Shape shape(Expr expression);

    /** What is known of the values that {@code let} has named. */
    abstract Map<String, ? extends Known> lets();

    /** The names that {@code let} has defined. */
    public final Set<String> names() {
        return lets().keySet();
    }

    /** A schedule of the learning rate; null if the expression has neither {@code step} nor {@code epoch} in it. */
    public final LearningRate.Schedule schedule(Expr expression) {
        return FormulaMaker.schedule(expression, declarations(), lets());
    }

    abstract Quantities quantities();

    /** The network; fails at {@code span} if there is none. */
    public final Network network(Span span) {
        return declarations().network(span);
    }

    /** The preconditions of what is asked for at {@code span}. */
    public final Preconditions needs(Span span) {
        return new Preconditions(declarations(), span);
    }

    /** The maker of activations, losses, optimizers and initialisers. */
    public final Specs specs() {
        return new Specs(declarations().definitions(), this::number);
    }

    /** The quantity that an expression names; null if it isn't one. */
    public final Quantity quantity(Expr expression) {
        return quantities().find(expression);
    }

    /** The quantity to explain; fails unless the expression names a single quantity. */
    public final Quantity.Scalar explained(Expr expression) {
        return Explanations.single("explain", this, expression);
    }

    /** The quantity that {@code why} asks about; fails unless it is a single, computed quantity. */
    public final Quantity.Scalar computed(Expr expression) {
        return Explanations.computed(this, expression);
    }

    /** The quantities that {@code why} asks about, row after row; fails unless the expression names computed quantities. */
    public final List<Quantity.Scalar> computedAll(Expr expression) {
        return Explanations.computedAll(this, expression);
    }

    /** A whole number of at least {@code least}; {@code least} itself if a check can't know the number. */
    public final long count(String what, Expr expression, int least) {
        double value = number(expression);
        if (Double.isNaN(value)) {
            return least;
        }
        if (value != Math.rint(value) || value < least || Double.isInfinite(value)) {
            String range = "a whole number of at least " + least;
            throw new Failure(expression.span(), Problem.BAD_VALUE, what, Texts.number(value), range);
        }
        return (long) value;
    }

    /** The number of a layer, from 1; fails if there is none of that name. {@code what} tells the message what is wanted. */
    public final int layer(Expr.Name name, String what) {
        return declarations().layer(name, what);
    }

    /** Fails unless a value has one number for each neuron: a vector, a matrix of one row or, for one neuron, a number. */
    static void checkVector(String what, Neurons neurons, Shape shape, Span span) {
        Shape vector = shape.asVector();
        if (vector.is(Shape.Kind.MATRIX) || vector.is(Shape.Kind.TRUTH)) {
            throw new Failure(span, Problem.WRONG_KIND, "a vector", shape.text());
        }
        if (!Shape.fits(vector.columns(), neurons.size())) {
            throw new Failure(span, Problem.VECTOR_SIZE, what, neurons.size(), neurons.layer(), vector.columns());
        }
    }
}
