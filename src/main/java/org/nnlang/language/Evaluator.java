package org.nnlang.language;

import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Evaluates expressions, for now or for an earlier step. */
final class Evaluator {
    private static final long NOW = -1;

    private final Workspace workspace;
    private final Resolver resolver;
    private final long step;
    private final boolean exact;

    /** For now. */
    Evaluator(Workspace workspace) {
        this(workspace, new Resolver(workspace.declarations(), workspace.lets(), true), NOW, false);
    }

    private Evaluator(Workspace workspace, Resolver resolver, long step, boolean exact) {
        this.workspace = workspace;
        this.resolver = resolver;
        this.step = step;
        this.exact = exact;
    }

    /** For a step of the past. */
    Evaluator atStep(long step) {
        return new Evaluator(workspace, resolver, step, exact);
    }

    Quantities resolver() {
        return resolver.quantities(this);
    }

    Value value(Expr expression) {
        return resolver.resolve(expression).value(this);
    }

    /** The number that an expression is; fails if it is something else. */
    double number(Expr expression) {
        return resolver.number(expression).number(this);
    }

    /** Whether a condition holds. */
    boolean condition(Expr expression) {
        return resolver.condition(expression).holds(this);
    }

    /** The numbers of a vector; a number is a vector of one, and a matrix of one row is a vector. */
    double[] vector(Expr expression) {
        Value value = value(expression);
        if (value instanceof Value.Scalar || value.shape().asVector() instanceof Shape.Vector) {
            return ValueArithmetic.values(value);
        }
        throw new Failure(
                expression.span(),
                new Problem.WrongKind("a vector", value.shape().text()));
    }

    /** The value of an expression if no number had been rounded to decimals; null if that has no value or the same one. */
    Value exact(Expr expression, Value value) {
        try {
            Value unrounded = resolver.resolve(expression).value(new Evaluator(workspace, resolver, step, true));
            return ValueArithmetic.same(value, unrounded) ? null : unrounded;
        } catch (Failure _) {
            return null; // a divisor may be 0 only before it is rounded
        }
    }

    /** The value that a {@code let} named. */
    Value let(String name) {
        return workspace.lets().get(name);
    }

    /** The value of a quantity; the span is where it is asked for. */
    Value value(Quantity quantity, Span span) {
        new Preconditions(workspace.declarations(), span).check(quantity);
        if (workspace.declarations().isEmpty()) {
            return new Value.Scalar(0); // step or epoch
        }
        Reading reading = reading(span);
        new DomainGuard(reading, span).check(quantity);
        Value value = switch (quantity) {
            case Quantity.Scalar q -> new Value.Scalar(reading.value(q));
            case Quantity.Whole q -> NamedValues.of(q, reading);
        };
        new Overflows(reading.method().precision(), span).checkResult(value);
        return value;
    }

    private Reading reading(Span span) {
        if (exact) {
            return workspace.exact(step == NOW ? workspace.step() : step, span);
        }
        return step == NOW ? workspace.reading(span) : workspace.reading(step, span);
    }

    /** The step that {@code Q @ n} looks at; fails unless it is in the past. */
    long step(Expr.At e) {
        return step(resolver.number(e.step()));
    }

    long step(Resolved expression) {
        double n = expression.number(this);
        long now = workspace.step();
        if (n != Math.rint(n) || n < 0 || n > now) {
            throw new Failure(expression.span(), new Problem.StepNotReached(Texts.number(n), now));
        }
        return (long) n;
    }
}
