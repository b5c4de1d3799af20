package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Quantity;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * An expression whose names are resolved, with its shape; it can be evaluated any number of times.
 *
 * <p>Each record states its own rules: its constructor fails if the operands can't go together, as far as their shapes
 * are known, and {@link #value} evaluates it.
 */
sealed interface Resolved extends Known {
    /** Its position in the script. */
    Span span();

    @Override
    default double number() {
        return Double.NaN;
    }

    /** Its value; fails if it has none. */
    Value value(Evaluator at);

    /** Its value as a number; fails if it isn't a number. */
    default double number(Evaluator at) {
        Value value = value(at);
        if (value instanceof Value.Scalar scalar) {
            return scalar.value();
        }
        throw wrong("a number", value.shape());
    }

    /** Its value as a condition; fails if it isn't a condition. */
    default boolean holds(Evaluator at) {
        Value value = value(at);
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        throw wrong("a condition", value.shape());
    }

    /** The failure that another type of value is needed here. */
    default Failure wrong(String needed, Shape found) {
        return new Failure(span(), Problem.WRONG_KIND, needed, found.text());
    }

    /** An expression that is a number. */
    sealed interface OfNumber extends Resolved {
        @Override
        default Shape shape() {
            return Shape.NUMBER;
        }

        @Override
        double number(Evaluator at);

        @Override
        default Value value(Evaluator at) {
            return new Value.Scalar(number(at));
        }
    }

    /** An expression that is true or false. */
    sealed interface Condition extends Resolved {
        @Override
        default Shape shape() {
            return Shape.TRUTH;
        }

        @Override
        boolean holds(Evaluator at);

        @Override
        default Value value(Evaluator at) {
            return new Value.Truth(holds(at));
        }
    }

    /** A constant: a number, numbers in brackets, {@code pi}. */
    record Given(Value value, double number, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return value.shape();
        }

        @Override
        public Value value(Evaluator at) {
            return value;
        }
    }

    /** A {@code let} value. */
    record Let(String name, Shape shape, double number, Span span) implements Resolved {
        @Override
        public Value value(Evaluator at) {
            return at.let(name);
        }
    }

    /** A symbol in a formula. */
    record Symbol(Formula formula, Span span) implements OfNumber {
        @Override
        public double number(Evaluator at) {
            return formula.value();
        }
    }

    /**
     * A quantity of the network.
     *
     * @param first the quantity, with 1 for an index that isn't known yet
     * @param indexed finds the quantity again at each evaluation, null if no index can change
     */
    record Measured(Quantity first, Resolver indexed, Expr expression, Shape shape) implements Resolved {
        @Override
        public Span span() {
            return expression.span();
        }

        Quantity quantity(Evaluator at) {
            return indexed == null ? first : indexed.quantities(at).find(expression);
        }

        @Override
        public Value value(Evaluator at) {
            return at.value(quantity(at), span());
        }
    }

    /** An element of a {@code let} value: {@code v[1]}, {@code m[1, 2]}. */
    record Element(String name, Resolved of, List<Resolved> indices, Span span) implements OfNumber {
        public Element {
            int needed = of.shape().directions();
            if (needed == 0) {
                throw of.wrong("a vector or a matrix", of.shape());
            }
            if (needed > 0 && indices.size() != needed) {
                String form = "`" + name + (needed == 1 ? "[1]`" : "[1, 2]`");
                throw new Failure(span, Problem.WRONG_ARGUMENT_COUNT, name, indices.size(), form);
            }
            for (int i = 0; i < indices.size(); i++) {
                double index = indices.get(i).number();
                if (!Double.isNaN(index)) {
                    position(name, of.shape(), i, index, indices.get(i).span());
                }
            }
        }

        @Override
        public double number(Evaluator at) {
            Value whole = of.value(at);
            int place = 0;
            for (int i = 0; i < indices.size(); i++) {
                Shape shape = whole.shape();
                double index = indices.get(i).number(at);
                place = place * shape.size(i)
                        + position(name, shape, i, index, indices.get(i).span());
            }
            return whole.values()[place];
        }

        /** Checks an index in a direction, both from 0; fails if there is no such element. */
        private static int position(String name, Shape shape, int direction, double index, Span span) {
            int i = ValueArithmetic.index(index, span);
            int size = shape.size(direction);
            if (size >= 0 && i > size) {
                throw new Failure(span, Problem.NO_SUCH_ELEMENT, Integer.toString(i), name, shape.text());
            }
            return i - 1;
        }
    }

    /** A function of one number, applied to each element of a value. */
    sealed interface Elementwise extends Resolved {
        Resolved operand();

        double of(double element);

        @Override
        default Shape shape() {
            return operand().shape();
        }

        @Override
        default Value value(Evaluator at) {
            Value value = operand().value(at);
            double[] values = value.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = of(values[i]);
            }
            return value.with(values);
        }
    }

    /** {@code exp(a)}, {@code max(a, b)}. */
    record Call(BuiltInFunction function, List<Resolved> arguments, Shape shape, Span span) implements Resolved {
        Call(BuiltInFunction function, List<Resolved> arguments, Span span) {
            this(function, arguments, arguments.size() > 1 ? Shape.NUMBER : function.shape(arguments.getFirst()), span);
        }

        @Override
        public Value value(Evaluator at) {
            List<Value> values = new ArrayList<>(arguments.size());
            for (Resolved argument : arguments) {
                values.add(argument.value(at));
            }
            return function.value(values, span);
        }
    }

    /** A call of a user-defined activation, element by element. */
    record OwnCall(Activation own, Resolved operand, Span span) implements Elementwise {
        @Override
        public double of(double element) {
            return Faults.checked(own, element, span);
        }
    }

    /** {@code -a}. */
    record Negation(Resolved operand, Span span) implements Elementwise {
        @Override
        public double number() {
            return -operand.number();
        }

        @Override
        public double of(double element) {
            return -element;
        }
    }

    /** {@code a + b - c}: {@code operators} come before each operand but the first. */
    record Chain(List<Expr.Operator> operators, List<Resolved> operands, Shape shape, Span span) implements Resolved {
        @Override
        public double number() {
            double value = operands.getFirst().number();
            for (int i = 0; i < operators.size(); i++) {
                value = ValueArithmetic.apply(
                        operators.get(i), value, operands.get(i + 1).number());
            }
            return value;
        }

        @Override
        public Value value(Evaluator at) {
            Resolved first = operands.getFirst();
            Value value = first.value(at);
            for (int i = 0; i < operators.size(); i++) {
                Resolved next = operands.get(i + 1);
                Span both = first.span().to(next.span());
                value = ValueArithmetic.apply(operators.get(i), value, next.value(at), both);
            }
            return value;
        }
    }

    /** {@code a ^ b}. */
    record Power(Resolved base, Resolved exponent, Span span) implements OfNumber {
        @Override
        public double number() {
            double power = Elementary.pow(base.number(), exponent.number());
            return Double.isInfinite(power) ? Double.NaN : power;
        }

        @Override
        public double number(Evaluator at) {
            double b = base.number(at);
            double e = exponent.number(at);
            if (b == 0 && e < 0) {
                throw new Failure(span, Problem.DIVISION_BY_ZERO);
            }
            double result = Elementary.pow(b, e);
            if (Double.isNaN(result) && b < 0) {
                String domain = "a base of at least 0, unless the exponent is a whole number";
                throw new Failure(
                        exponent.span(), Problem.OUT_OF_DOMAIN, "^ " + Texts.number(e), Texts.number(b), domain);
            }
            return ValueArithmetic.finite(result, span, "this power");
        }
    }

    /** {@code a < b}; {@code ==} and {@code !=} compare vectors, matrices and conditions too. */
    record Comparison(Expr.Relation relation, Resolved left, Resolved right, Span span) implements Condition {
        public Comparison {
            if (relation.isEquality()) {
                ValueArithmetic.comparable(relation.sign(), left.shape(), right.shape(), span);
            }
        }

        @Override
        public boolean holds(Evaluator at) {
            return switch (relation) {
                case LESS -> left.number(at) < right.number(at);
                case AT_MOST -> left.number(at) <= right.number(at);
                case GREATER -> left.number(at) > right.number(at);
                case AT_LEAST -> left.number(at) >= right.number(at);
                case EQUAL -> equal(at);
                case NOT_EQUAL -> !equal(at);
            };
        }

        private boolean equal(Evaluator at) {
            Value a = left.value(at);
            Value b = right.value(at);
            ValueArithmetic.comparable(relation.sign(), a.shape(), b.shape(), span);
            return ValueArithmetic.equal(a, b);
        }
    }

    /** {@code a and b}, {@code a or b}. */
    record Junction(boolean and, List<Resolved> operands, Span span) implements Condition {
        @Override
        public boolean holds(Evaluator at) {
            for (Resolved operand : operands) {
                if (operand.holds(at) != and) {
                    return !and;
                }
            }
            return and;
        }
    }

    /** {@code not a}. */
    record Not(Resolved operand, Span span) implements Condition {
        @Override
        public boolean holds(Evaluator at) {
            return !operand.holds(at);
        }
    }

    /** {@code if(condition, a, b)}. */
    record If(Resolved condition, Resolved then, Resolved otherwise, Span span) implements Resolved {
        public If {
            if (!then.shape().mayBe(otherwise.shape())) {
                Message differ = Problem.BRANCHES_DIFFER.with(
                        then.shape().text(), otherwise.shape().text());
                throw new Failure(then.span().to(otherwise.span()), differ);
            }
        }

        @Override
        public Shape shape() {
            return then.shape().is(Shape.Kind.ANY) ? otherwise.shape() : then.shape();
        }

        @Override
        public Value value(Evaluator at) {
            return (condition.holds(at) ? then : otherwise).value(at);
        }
    }

    /** {@code [a, b; c, d]}. */
    record Matrix(Expr.Matrix expression, List<List<Resolved>> rows, Shape shape) implements Resolved {
        @Override
        public Span span() {
            return expression.span();
        }

        @Override
        public Value value(Evaluator at) {
            List<List<Value>> values = new ArrayList<>(rows.size());
            for (List<Resolved> row : rows) {
                List<Value> elements = new ArrayList<>(row.size());
                for (Resolved element : row) {
                    elements.add(element.value(at));
                }
                values.add(elements);
            }
            return Matrices.value(expression, values);
        }
    }

    /** {@code Q @ n}. */
    record At(Resolved quantity, Resolved step, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return quantity.shape();
        }

        @Override
        public Value value(Evaluator at) {
            return quantity.value(at.atStep(at.step(step)));
        }
    }

    /** A part of a running expression that may never be evaluated; its names are resolved when it is. */
    final class Later implements Resolved {
        private final Resolver resolver;
        private final Expr expression;
        private Resolved found;

        Later(Resolver resolver, Expr expression) {
            this.resolver = resolver;
            this.expression = expression;
        }

        @Override
        public Span span() {
            return expression.span();
        }

        @Override
        public Shape shape() {
            return Shape.ANY;
        }

        @Override
        public Value value(Evaluator at) {
            if (found == null) {
                found = resolver.resolve(expression);
            }
            return found.value(at);
        }
    }
}
