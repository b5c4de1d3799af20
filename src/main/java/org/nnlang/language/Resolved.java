package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.formula.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Quantity;
import org.nnlang.numeric.Elementary;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * An expression whose names have been found, with its shape; it can be evaluated any number of times.
 *
 * <p>Each part states its own rules: its constructor fails if the operands can't go together, as far as their shapes are
 * known, and {@link #value} computes.
 */
sealed interface Resolved extends Known {
    /** Where it is written. */
    Span span();

    @Override
    default double number() {
        return Double.NaN;
    }

    /** Its value; fails if there is none. */
    Value value(Evaluator at);

    /** Its value, a number; fails if it is something else. */
    default double number(Evaluator at) {
        Value value = value(at);
        if (value instanceof Value.Scalar scalar) {
            return scalar.value();
        }
        throw wrong("a number", value.shape());
    }

    /** Whether it is true; fails if it is no condition. */
    default boolean holds(Evaluator at) {
        Value value = value(at);
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        throw wrong("a condition", value.shape());
    }

    /** Says what is needed in its place. */
    default Failure wrong(String needed, Shape found) {
        return new Failure(span(), new Problem.WrongKind(needed, found.text()));
    }

    /**
     * A number as written, several in brackets, {@code pi}, or what {@code let} named.
     *
     * @param known a {@link Value} unless this is a check
     */
    record Given(Known known, double number, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return known.shape();
        }

        @Override
        public Value value(Evaluator at) {
            return (Value) known;
        }
    }

    /** A symbol of a formula. */
    record Symbol(Formula formula, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }

        @Override
        public Value value(Evaluator at) {
            return new Value.Scalar(formula.value());
        }
    }

    /**
     * A quantity of the network.
     *
     * @param first the quantity; if an index isn't known yet, the one with the index 1
     * @param indexed what finds the quantity if an index must be computed each time, else null
     */
    record Measured(Quantity first, Quantities indexed, Expr expression, Shape shape) implements Resolved {
        @Override
        public Span span() {
            return expression.span();
        }

        Quantity quantity(Evaluator at) {
            return indexed == null ? first : indexed.at(at).find(expression);
        }

        @Override
        public Value value(Evaluator at) {
            return at.value(quantity(at), span());
        }
    }

    /** An element of what {@code let} named: {@code v[1]}, {@code m[1, 2]}. */
    record Element(String name, Resolved of, List<Resolved> indices, Span span) implements Resolved {
        public Element {
            int needed = of.shape().directions();
            if (needed == 0) {
                throw of.wrong("a vector or a matrix", of.shape());
            }
            if (needed > 0 && indices.size() != needed) {
                String form = "`" + name + (needed == 1 ? "[1]`" : "[1, 2]`");
                throw new Failure(span, new Problem.WrongArgumentCount(name, form, indices.size()));
            }
            for (int i = 0; i < indices.size(); i++) {
                double index = indices.get(i).number();
                if (!Double.isNaN(index)) {
                    position(of, name, i, indices.get(i), index);
                }
            }
        }

        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }

        @Override
        public Value value(Evaluator at) {
            Value whole = of.value(at);
            int[] places = new int[indices.size()];
            for (int i = 0; i < places.length; i++) {
                Resolved index = indices.get(i);
                places[i] = position(of, name, i, index, index.number(at));
            }
            double element = whole instanceof Value.Matrix m
                    ? m.at(places[0], places[1])
                    : ValueArithmetic.values(whole)[places[0]];
            return new Value.Scalar(element);
        }

        /** An index in one direction, from 0; fails if there is no such element. */
        private static int position(Resolved of, String name, int direction, Resolved index, double value) {
            int i = ValueArithmetic.index(value, index.span());
            int size = of.shape().size(direction);
            if (size >= 0 && i > size) {
                String whole = of.shape().text();
                throw new Failure(index.span(), new Problem.NoSuchElement(name, whole, Integer.toString(i)));
            }
            return i - 1;
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

    /** A call of an activation that the script defines, element by element. */
    record OwnCall(Activation.Own own, Resolved argument, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return argument.shape();
        }

        @Override
        public Value value(Evaluator at) {
            Value value = argument.value(at);
            double[] values = ValueArithmetic.values(value).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Faults.checked(own, values[i], span);
            }
            return ValueArithmetic.like(value, values);
        }
    }

    /** {@code -a}. */
    record Negation(Resolved operand, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return operand.shape();
        }

        @Override
        public double number() {
            return -operand.number();
        }

        @Override
        public Value value(Evaluator at) {
            Value value = operand.value(at);
            double[] values = ValueArithmetic.values(value).clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = -values[i];
            }
            return ValueArithmetic.like(value, values);
        }
    }

    /** {@code a + b - c}: an operator before each operand but the first. */
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
    record Power(Resolved base, Resolved exponent, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }

        @Override
        public Value value(Evaluator at) {
            double b = base.number(at);
            double e = exponent.number(at);
            if (b == 0 && e < 0) {
                throw new Failure(span, new Problem.DivisionByZero());
            }
            double result = Elementary.pow(b, e);
            if (Double.isNaN(result) && b < 0) {
                String domain = "a base from 0 on, where the exponent is no whole number";
                throw new Failure(
                        exponent.span(), new Problem.OutOfDomain("^ " + Texts.number(e), domain, Texts.number(b)));
            }
            return new Value.Scalar(ValueArithmetic.finite(result, span, "this power"));
        }
    }

    /** {@code a < b}; {@code ==} and {@code !=} compare vectors, matrices and conditions too. */
    record Comparison(Expr.Relation relation, Resolved left, Resolved right, Span span) implements Resolved {
        public Comparison {
            if (relation.isEquality()) {
                ValueArithmetic.comparable(relation.sign(), left.shape(), right.shape(), span);
            }
        }

        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }

        @Override
        public Value value(Evaluator at) {
            return new Value.Truth(holds(at));
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
    record Junction(boolean and, List<Resolved> operands, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }

        @Override
        public Value value(Evaluator at) {
            for (Resolved operand : operands) {
                if (operand.holds(at) != and) {
                    return new Value.Truth(!and);
                }
            }
            return new Value.Truth(and);
        }
    }

    /** {@code not a}. */
    record Not(Resolved operand, Span span) implements Resolved {
        @Override
        public Shape shape() {
            return Shape.TRUTH;
        }

        @Override
        public Value value(Evaluator at) {
            return new Value.Truth(!operand.holds(at));
        }
    }

    /** {@code if(condition, a, b)}. */
    record If(Resolved condition, Resolved then, Resolved otherwise, Span span) implements Resolved {
        public If {
            if (!then.shape().mayBe(otherwise.shape())) {
                Problem differ = new Problem.BranchesDiffer(
                        then.shape().text(), otherwise.shape().text());
                throw new Failure(then.span().to(otherwise.span()), differ);
            }
        }

        @Override
        public Shape shape() {
            return then.shape() instanceof Shape.Any ? otherwise.shape() : then.shape();
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

    /** A part that may never be evaluated, in a run; its names are looked up when it is. */
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
