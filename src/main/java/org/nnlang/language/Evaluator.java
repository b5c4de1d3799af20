package org.nnlang.language;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Evaluates expressions at the current step or at an earlier one.
 *
 * <p>It resolves an expression once, however often a loop evaluates it. So an evaluator is valid only as long as the
 * declarations, and the names and shapes of {@code let} values, stay the same.
 */
final class Evaluator {
    private static final long NOW = -1;
    /** The number of resolved expressions kept: enough for any loop, while an included script may have many more. */
    private static final int MOST_KEPT = 1000;

    private final Workspace workspace;
    private final Resolver resolver;
    private final long step;
    private final boolean exact;
    private final Map<Expr, Resolved> kept;
    /** Changes what is read; null for what it is. */
    private final UnaryOperator<QuantityValues> change;

    private QuantityValues changed;

    /** An evaluator at the current step. */
    Evaluator(Workspace workspace) {
        this(
                workspace,
                new Resolver(workspace.declarations(), workspace.lets(), true),
                new IdentityHashMap<>(),
                NOW,
                false,
                null);
    }

    private Evaluator(
            Workspace workspace,
            Resolver resolver,
            Map<Expr, Resolved> kept,
            long step,
            boolean exact,
            UnaryOperator<QuantityValues> change) {
        this.workspace = workspace;
        this.resolver = resolver;
        this.kept = kept;
        this.step = step;
        this.exact = exact;
        this.change = change;
    }

    /** An evaluator at an earlier step. */
    Evaluator atStep(long step) {
        return new Evaluator(workspace, resolver, kept, step, exact, change);
    }

    /** An evaluator of the same quantities after a change. */
    Evaluator after(UnaryOperator<QuantityValues> change) {
        return new Evaluator(workspace, resolver, kept, step, exact, change);
    }

    Quantities quantities() {
        return resolver.quantities(this);
    }

    private Resolved resolve(Expr expression) {
        if (expression instanceof Expr.Number || expression instanceof Expr.Numbers) {
            return resolver.resolve(expression);
        }
        Resolved resolved = kept.get(expression);
        if (resolved == null) {
            resolved = resolver.resolve(expression);
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            kept.put(expression, resolved);
        }
        return resolved;
    }

    Value value(Expr expression) {
        return resolve(expression).value(this);
    }

    /** The shape of an expression's value; that of its value now if it isn't known before. */
    Shape shape(Expr expression) {
        Shape shape = resolve(expression).shape();
        return shape.is(Shape.Kind.ANY) ? value(expression).shape() : shape;
    }

    /** The number that an expression gives; fails if it isn't a number. */
    double number(Expr expression) {
        return resolve(expression).number(this);
    }

    /** Whether a condition holds. */
    boolean condition(Expr expression) {
        return resolve(expression).holds(this);
    }

    /** The numbers of a vector; a number is a vector of one, and a matrix of one row is a vector. */
    double[] vector(Expr expression) {
        Value value = value(expression);
        if (value instanceof Value.Scalar || value.shape().asVector().is(Shape.Kind.VECTOR)) {
            return value.values();
        }
        throw new Failure(
                expression.span(), Problem.WRONG_KIND, "a vector", value.shape().text());
    }

    /** An expression's value if no number had been rounded to decimals; null if it has none, or if it is the same. */
    Value exact(Expr expression, Value value) {
        try {
            Value unrounded = resolve(expression).value(new Evaluator(workspace, resolver, kept, step, true, change));
            return ValueArithmetic.same(value, unrounded) ? null : unrounded;
        } catch (Failure _) {
            return null; // a divisor may be 0 only before it is rounded
        }
    }

    /** The value of a {@code let} name. */
    Value let(String name) {
        return workspace.lets().get(name);
    }

    /** The value of a quantity that the script asks for at {@code span}. */
    Value value(Quantity quantity, Span span) {
        new Preconditions(step == NOW ? workspace.declarations() : workspace.declarationsAt(step, span), span)
                .check(quantity);
        if (workspace.declarations().isEmpty()) {
            return new Value.Scalar(0); // step or epoch
        }
        QuantityValues reading = reading(span);
        new DomainGuard(reading, span).check(quantity);
        Value value = quantity instanceof Quantity.Scalar single
                ? new Value.Scalar(reading.value(single))
                : NamedValues.of((Quantity.Whole) quantity, reading);
        new Overflows(reading.arithmetic().precision(), span).checkResult(value);
        return value;
    }

    private QuantityValues reading(Span span) {
        if (change == null) {
            return unchanged(span);
        }
        if (changed == null) {
            changed = change.apply(unchanged(span));
        }
        return changed;
    }

    private QuantityValues unchanged(Span span) {
        Readings all = workspace.readings(span);
        if (exact) {
            return step == NOW ? all.exact() : all.exactAt(step);
        }
        return step == NOW ? all.now() : all.at(step);
    }

    /** The step {@code n} of {@code Q @ n}; fails unless it is a whole number from the first step to the current one. */
    long step(Expr.At e) {
        return stepOf(e.step());
    }

    long stepOf(Expr n) {
        return step(resolve(n));
    }

    long step(Resolved expression) {
        double n = expression.number(this);
        long now = workspace.step();
        long first = workspace.first();
        if (n != Math.rint(n) || n < first || n > now) {
            String step = Texts.number(n);
            throw first == 0
                    ? new Failure(expression.span(), Problem.STEP_NOT_REACHED, step, now)
                    : new Failure(expression.span(), Problem.STEP_NOT_KNOWN, step, first, now);
        }
        return (long) n;
    }
}
