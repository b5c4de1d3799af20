package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Activation;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.numeric.Elementary;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Works out the value of an expression. */
final class Evaluator {
    private final Workspace workspace;
    private final Resolver resolver;
    /** The step that is looked at, or −1 for now. */
    private long moment = -1;
    /** Whether figures are looked at as they would be without decimals. */
    private boolean exact;

    Evaluator(Workspace workspace) {
        this.workspace = workspace;
        this.resolver = new Resolver(workspace.declarations(), e -> index(number(e), e.span()));
    }

    Resolver resolver() {
        return resolver;
    }

    /** The index that a number stands for; fails unless it is a natural number from 1 on. */
    static int index(double value, Span span) {
        if (value != Math.rint(value) || value < 1 || value > Integer.MAX_VALUE) {
            throw new Failure(span, new Problem.BadValue("an index", "a whole number from 1 on", Texts.number(value)));
        }
        return (int) value;
    }

    /** The number that an expression is; fails where it is none. */
    double number(Expr expression) {
        Value value = value(expression);
        if (value instanceof Value.Scalar scalar) {
            return scalar.value();
        }
        throw new Failure(
                expression.span(),
                new Problem.WrongKind("a number", value.shape().text()));
    }

    /** Whether a condition holds. */
    boolean condition(Expr expression) {
        Value value = value(expression);
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        throw new Failure(
                expression.span(),
                new Problem.WrongKind("a condition", value.shape().text()));
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

    Value value(Expr expression) {
        return switch (expression) {
            case Expr.Number e -> new Value.Scalar(e.value());
            case Expr.Text e -> throw new Failure(e.span(), new Problem.WrongKind("a value", "a text"));
            case Expr.Name e -> name(e);
            case Expr.Index e -> element(e);
            case Expr.Call e -> call(e);
            case Expr.Negation e -> negation(e);
            case Expr.Chain e -> chain(e);
            case Expr.Power e -> power(e);
            case Expr.Comparison e -> new Value.Truth(comparison(e));
            case Expr.Junction e -> new Value.Truth(junction(e));
            case Expr.Not e -> new Value.Truth(!condition(e.operand()));
            case Expr.If e -> value(condition(e.condition()) ? e.then() : e.otherwise());
            case Expr.Matrix e -> matrix(e);
            case Expr.Numbers e -> numbers(e);
            case Expr.At e -> at(e);
        };
    }

    /**
     * The value of an expression if no figure had been rounded to decimals; null where figures aren't, where that has no
     * value, or where it is the same.
     */
    Value exact(Expr expression, Value value) {
        if (!workspace.settings().method().rounds()) {
            return null;
        }
        exact = true;
        try {
            Value without = value(expression);
            return ValueArithmetic.same(value, without) ? null : without;
        } catch (Failure _) {
            return null; // a division by a figure that is not 0 before it is rounded, say, can be the other way round
        } finally {
            exact = false;
        }
    }

    private Value name(Expr.Name e) {
        Value named = workspace.lets().get(e.name());
        if (named != null) {
            return named;
        }
        if (e.name().equals("pi")) {
            return new Value.Scalar(Math.PI);
        }
        Quantity quantity = resolver.resolve(e);
        if (quantity == null) {
            throw Suggestions.notAValue(
                    workspace.declarations(), workspace.lets().keySet(), e);
        }
        return quantity(quantity, e.span());
    }

    /** The value of a quantity at the moment that is looked at. */
    Value quantity(Quantity quantity, Span span) {
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
        Overflows overflows = new Overflows(reading.method().precision(), span);
        for (double number : ValueArithmetic.values(value)) {
            overflows.checkResult(Texts.source(span), number);
        }
        return value;
    }

    /** The quantities at the moment that is looked at. */
    Reading reading(Span span) {
        if (exact) {
            return workspace.exact(moment < 0 ? workspace.step() : moment, span);
        }
        return moment < 0 ? workspace.reading(span) : workspace.reading(moment, span);
    }

    private Value element(Expr.Index e) {
        Value of = workspace.lets().get(e.of().name());
        if (of == null) {
            Quantity quantity = resolver.resolve(e);
            if (quantity == null) {
                throw new Failure(
                        e.of().span(),
                        Suggestions.unknownName(
                                workspace.declarations(), workspace.lets().keySet(), e.of().name(), e.of().span()));
            }
            return quantity(quantity, e.span());
        }
        int needed = of instanceof Value.Matrix ? 2 : 1;
        if (e.indices().size() != needed || of instanceof Value.Scalar || of instanceof Value.Truth) {
            throw new Failure(
                    e.span(),
                    new Problem.WrongKind("a vector or a matrix", of.shape().text()));
        }
        return new Value.Scalar(
                switch (of) {
                    case Value.Vector v -> v.values()[position(e, 0, v.size(), of)];
                    case Value.Matrix m -> m.at(position(e, 0, m.rows(), of), position(e, 1, m.columns(), of));
                    case Value.Scalar s -> s.value();
                    case Value.Truth _ -> throw new IllegalStateException();
                });
    }

    private int position(Expr.Index e, int place, int size, Value of) {
        Expr index = e.indices().get(place);
        int i = index(number(index), index.span());
        if (i > size) {
            throw new Failure(
                    index.span(),
                    new Problem.NoSuchElement(e.of().name(), of.shape().text(), Integer.toString(i)));
        }
        return i - 1;
    }

    private Value call(Expr.Call e) {
        Quantity quantity = resolver.resolve(e);
        if (quantity != null) {
            return quantity(quantity, e.span());
        }
        if (!Functions.exists(
                e.name(), workspace.declarations(), workspace.lets().keySet())) {
            throw Suggestions.notAFunction(
                    workspace.declarations(), workspace.lets().keySet(), e);
        }
        Activation.Own own = workspace.declarations().definitions().activation(e.name());
        List<Value> arguments = e.arguments().stream().map(this::value).toList();
        return own != null
                ? Functions.apply(own, arguments.getFirst(), e.span())
                : Functions.apply(e.name(), arguments, e.span());
    }

    private Value negation(Expr.Negation e) {
        Value operand = value(e.operand());
        double[] values = ValueArithmetic.values(operand).clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = -values[i];
        }
        return ValueArithmetic.like(operand, values);
    }

    private Value chain(Expr.Chain e) {
        Value value = value(e.first());
        for (Expr.Link link : e.rest()) {
            Span span = e.first().span().to(link.operand().span());
            value = ValueArithmetic.apply(link.operator(), value, value(link.operand()), span);
        }
        return value;
    }

    private Value power(Expr.Power e) {
        double base = number(e.base());
        double exponent = number(e.exponent());
        if (base == 0 && exponent < 0) {
            throw new Failure(e.span(), new Problem.DivisionByZero());
        }
        double result = Elementary.pow(base, exponent);
        if (Double.isNaN(result) && base < 0) {
            throw new Failure(
                    e.exponent().span(),
                    new Problem.OutOfDomain(
                            "^ " + Texts.number(exponent),
                            "a base from 0 on, where the exponent is no whole number",
                            Texts.number(base)));
        }
        return new Value.Scalar(ValueArithmetic.finite(result, e.span(), "this power"));
    }

    private boolean comparison(Expr.Comparison e) {
        return switch (e.relation()) {
            case LESS -> number(e.left()) < number(e.right());
            case AT_MOST -> number(e.left()) <= number(e.right());
            case GREATER -> number(e.left()) > number(e.right());
            case AT_LEAST -> number(e.left()) >= number(e.right());
            case EQUAL -> equal(e);
            case NOT_EQUAL -> !equal(e);
        };
    }

    private boolean equal(Expr.Comparison e) {
        Value left = value(e.left());
        Value right = value(e.right());
        ValueArithmetic.comparable(e.relation().sign(), left.shape(), right.shape(), e.span());
        if (left instanceof Value.Truth a && right instanceof Value.Truth b) {
            return a.value() == b.value();
        }
        double[] a = ValueArithmetic.values(left);
        double[] b = ValueArithmetic.values(right);
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean junction(Expr.Junction e) {
        for (Expr operand : e.operands()) {
            if (condition(operand) != e.and()) {
                return !e.and();
            }
        }
        return e.and();
    }

    private Value matrix(Expr.Matrix e) {
        List<List<Value>> rows = new ArrayList<>();
        for (List<Expr> row : e.rows()) {
            rows.add(row.stream().map(this::value).toList());
        }
        return Matrices.value(e, rows);
    }

    private static Value numbers(Expr.Numbers e) {
        int columns = Matrices.columns(e);
        return e.matrix() ? Value.matrix(e.values(), e.rowEnds().length, columns) : Value.vector(e.values());
    }

    private Value at(Expr.At e) {
        long before = moment;
        long step = step(e);
        moment = step;
        try {
            return value(e.quantity());
        } finally {
            moment = before;
        }
    }

    /** The step that {@code Q @ n} looks at; fails unless it is in the past. */
    long step(Expr.At e) {
        double n = number(e.step());
        long now = workspace.step();
        if (n != Math.rint(n) || n < 0 || n > now) {
            throw new Failure(e.step().span(), new Problem.StepNotReached(Texts.number(n), now));
        }
        return (long) n;
    }
}
