package org.nnlang.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A formula as a tree: written with its symbols, or with the numbers put in; of variables, a function. */
public sealed interface Formula {
    /** What the formula gives, worked out from the values of its symbols; NaN where terms are left out. */
    double value();

    /** The formula with formulas in the place of variables; variables that the map does not name stay. */
    default Formula bind(Map<String, Formula> values) {
        return Parts.bind(this, values);
    }

    /** A number that belongs to the formula itself, as the 1 in {@code 1 − out(h1)}. */
    record Number(double value) implements Formula {}

    /** What stands for a value and is not made of other formulas: a quantity of a network, say. */
    non-sealed interface Leaf extends Formula {}

    /** A variable: what a function is a function of. It has no value until {@link #bind} puts something in its place. */
    record Variable(String name) implements Formula {
        @Override
        public double value() {
            throw new IllegalStateException(name + " has no value");
        }
    }

    /** A setting or an intermediate result with a letter of its own: η, β₁, mₙ; {@code index} may be empty. */
    record Named(String letter, String index, double value) implements Formula {}

    /** The terms' sum, first to last; a {@link Negation} among them is taken off. */
    record Sum(List<Formula> terms) implements Formula {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public double value() {
            double sum = terms.getFirst().value();
            for (Formula term : terms.subList(1, terms.size())) {
                sum += term.value();
            }
            return sum;
        }

        /** The power if this is 1 − power and {@link Power#lessPower} computes it faster, else null. */
        public Power lessPower() {
            return terms.size() == 2
                            && terms.getFirst() instanceof Number(double one)
                            && one == 1
                            && terms.getLast() instanceof Negation(Power power)
                            && !power.isLow()
                    ? power
                    : null;
        }
    }

    /** The factors' product, first to last. */
    record Product(List<Formula> factors) implements Formula {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public double value() {
            double product = factors.getFirst().value();
            for (Formula factor : factors.subList(1, factors.size())) {
                product *= factor.value();
            }
            return product;
        }
    }

    /** {@code numerator / denominator}. */
    record Quotient(Formula numerator, Formula denominator) implements Formula {
        @Override
        public double value() {
            return numerator.value() / denominator.value();
        }
    }

    /** {@code base ^ exponent}. */
    record Power(Formula base, Formula exponent) implements Formula {
        @Override
        public double value() {
            return power(base.value(), exponent.value());
        }

        /** {@code base ^ exponent}. */
        public static double power(double base, double exponent) {
            return exponent == 2 ? base * base : Elementary.pow(base, exponent);
        }

        /** Whether the exponent is one that {@link #lessPower} does nothing special for. */
        private boolean isLow() {
            return exponent instanceof Number(double value) && value <= 38;
        }

        /** {@code 1 − base ^ exponent}: for β below 1 and n above 38 / (1 − β) it is 1, as βⁿ is below e⁻³⁸, which is below 2⁻⁵⁴. */
        public static double lessPower(double base, double exponent) {
            return base >= 0 && base < 0.9999999 && exponent > 38 / (1 - base) ? 1 : 1 - power(base, exponent);
        }
    }

    /** {@code −of}. */
    record Negation(Formula of) implements Formula {
        @Override
        public double value() {
            return -of.value();
        }
    }

    /** A function of its arguments. */
    record Call(Function function, List<Formula> arguments) implements Formula {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public double value() {
            return function.value(arguments.stream().mapToDouble(Formula::value).toArray());
        }
    }

    /** {@code |of|}. */
    record Absolute(Formula of) implements Formula {
        @Override
        public double value() {
            return Math.abs(of.value());
        }
    }

    /** {@code √of}. */
    record Root(Formula of) implements Formula {
        @Override
        public double value() {
            return Math.sqrt(of.value());
        }
    }

    /** The formula that holds in one case only, and why this is that case: {@code 1, as net(h1) > 0}. */
    record Because(Formula of, Reason reason) implements Formula {
        @Override
        public double value() {
            return of.value();
        }
    }

    /** {@code then} where the condition holds, else {@code otherwise}; NaN where the condition compares what is NaN. */
    record If(Reason.Condition condition, Formula then, Formula otherwise) implements Formula {
        @Override
        public double value() {
            return !condition.known() ? Double.NaN : condition.holds() ? then.value() : otherwise.value();
        }
    }

    /** Terms that are left out: ⋯. */
    record Elided() implements Formula {
        @Override
        public double value() {
            return Double.NaN;
        }
    }

    /** A variable. */
    static Formula variable(String name) {
        return new Variable(name);
    }

    /** A number. */
    static Formula number(double value) {
        return new Number(value);
    }

    /** A setting with a letter. */
    static Formula named(String letter, double value) {
        return new Named(letter, "", value);
    }

    /** The sum of one or more terms. */
    static Formula sum(List<Formula> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
    }

    /** The sum of one or more terms. */
    static Formula sum(Formula... terms) {
        return sum(List.of(terms));
    }

    /** {@code a − b}. */
    static Formula difference(Formula a, Formula b) {
        return sum(a, new Negation(b));
    }

    /** The product of one or more factors; products among them become part of it. */
    static Formula product(Formula... factors) {
        List<Formula> all = new ArrayList<>();
        for (Formula factor : factors) {
            if (factor instanceof Product inner) {
                all.addAll(inner.factors);
            } else {
                all.add(factor);
            }
        }
        return all.size() == 1 ? all.getFirst() : new Product(all);
    }

    /** {@code a / b}. */
    static Formula quotient(Formula a, Formula b) {
        return new Quotient(a, b);
    }

    /** {@code −of}. */
    static Formula negation(Formula of) {
        return new Negation(of);
    }

    /** {@code of²}. */
    static Formula square(Formula of) {
        return new Power(of, number(2));
    }

    /** {@code base ^ exponent}. */
    static Formula power(Formula base, Formula exponent) {
        return new Power(base, exponent);
    }

    /** {@code |of|}. */
    static Formula absolute(Formula of) {
        return new Absolute(of);
    }

    /** {@code then} where {@code left relation right}, else {@code otherwise}. */
    static Formula cases(Formula left, Reason.Relation relation, Formula right, Formula then, Formula otherwise) {
        return new If(new Reason.Comparison(left, relation, right), then, otherwise);
    }

    /** A function of its arguments. */
    static Formula call(Function function, Formula... arguments) {
        return new Call(function, List.of(arguments));
    }
}
