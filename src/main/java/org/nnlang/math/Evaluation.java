package org.nnlang.math;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates formulas again and again, for many elements at a time: each variable is a row of numbers, each operation a loop.
 *
 * <p>The operations and their order are the formula's, so the bits are those of {@link Formula#value()}. What has no variable
 * is computed once, in double. Nothing is allocated during an evaluation; an object serves one thread at a time.
 */
public final class Evaluation {
    private final int room;
    private final boolean single;
    private final Map<String, double[]> rows = new HashMap<>();
    private long run;

    /**
     * @param room the length of the rows
     * @param single whether the result of each operation is rounded to float32
     */
    public Evaluation(int room, boolean single) {
        this.room = room;
        this.single = single;
    }

    /** The row of a variable: callers write its values there. */
    public double[] row(String variable) {
        return rows.computeIfAbsent(variable, _ -> new double[room]);
    }

    /** Prepares a formula. */
    public Values of(Formula formula) {
        Builder builder = new Builder();
        builder.count(formula);
        Step step = builder.step(formula);
        return count -> {
            run++;
            return step.at(count);
        };
    }

    /** What a formula gives. */
    @FunctionalInterface
    public interface Values {
        /** The formula's values for the first {@code count} elements: a row, valid until the next call. */
        double[] at(int count);
    }

    private enum Operation {
        READY,
        SUM,
        DIFFERENCE,
        PRODUCT,
        QUOTIENT,
        POWER,
        SQUARE,
        NEGATION,
        ABSOLUTE,
        ROOT,
        LARGER,
        SMALLER,
        CALL,
        CALL_OF_MANY,
        /** 1 − base^exponent. */
        LESS_POWER,
        CHOICE,
        /** Conditions: 1 if it holds, 0 if not, NaN if it compares NaN. */
        COMPARISON,
        BOTH,
        EITHER,
        NOT
    }

    /** One operation on rows. */
    private final class Step {
        private final Operation operation;
        private final Step[] of;
        private final double[] to;
        private Function function;
        private Reason.Relation relation;
        private boolean shared;
        private long known;

        Step(Operation operation, Step... of) {
            this(operation, new double[room], of);
        }

        Step(Operation operation, double[] to, Step... of) {
            this.operation = operation;
            this.to = to;
            this.of = of;
        }

        double[] at(int count) {
            if (operation == Operation.READY || shared && known == run) {
                return to;
            }
            known = run;
            switch (operation) {
                case CHOICE -> choose(count);
                case CALL_OF_MANY -> callOfMany(count);
                case BOTH, EITHER -> combine(count, operation == Operation.BOTH ? 0 : 1);
                default -> {
                    double[] a = of[0].at(count);
                    compute(a, of.length > 1 ? of[1].at(count) : a, count);
                }
            }
            for (int i = 0; single && i < count; i++) {
                to[i] = (float) to[i];
            }
            return to;
        }

        private void compute(double[] a, double[] b, int count) {
            switch (operation) {
                case SUM -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] + b[i];
                    }
                }
                case DIFFERENCE -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] - b[i];
                    }
                }
                case PRODUCT -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] * b[i];
                    }
                }
                case QUOTIENT -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] / b[i];
                    }
                }
                case SQUARE -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = a[i] * a[i];
                    }
                }
                case ROOT -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = Math.sqrt(a[i]);
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++) {
                        to[i] = value(a[i], b[i]);
                    }
                }
            }
        }

        private double value(double a, double b) {
            return switch (operation) {
                case POWER -> Formula.Power.power(a, b);
                case LESS_POWER -> Formula.Power.lessPower(a, b);
                case NEGATION -> -a;
                case ABSOLUTE -> Math.abs(a);
                case LARGER -> Math.max(a, b);
                case SMALLER -> Math.min(a, b);
                case CALL -> function.value(a);
                case COMPARISON -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : relation.holds(a, b) ? 1 : 0;
                case NOT -> 1 - a;
                case READY, SUM, DIFFERENCE, PRODUCT, QUOTIENT, SQUARE, ROOT, CALL_OF_MANY, CHOICE, BOTH, EITHER ->
                    throw new IllegalStateException(operation.name());
            };
        }

        private void callOfMany(int count) {
            double[][] rows = new double[of.length][];
            double[] values = new double[of.length];
            for (int k = 0; k < of.length; k++) {
                rows[k] = of[k].at(count);
            }
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < of.length; k++) {
                    values[k] = rows[k][i];
                }
                to[i] = function.value(values);
            }
        }

        /** The second condition counts where the first is not the one that decides. */
        private void combine(int count, double decides) {
            double[] a = of[0].at(count);
            double[] b = any(a, 1 - decides, count) ? of[1].at(count) : a;
            for (int i = 0; i < count; i++) {
                to[i] = a[i] == 1 - decides ? b[i] : a[i];
            }
        }

        /** A branch that no element takes isn't evaluated. */
        private void choose(int count) {
            double[] test = of[0].at(count);
            double[] then = any(test, 1, count) ? of[1].at(count) : test;
            double[] otherwise = any(test, 0, count) ? of[2].at(count) : test;
            for (int i = 0; i < count; i++) {
                to[i] = test[i] == 1 ? then[i] : test[i] == 0 ? otherwise[i] : Double.NaN;
            }
        }

        private static boolean any(double[] row, double value, int count) {
            for (int i = 0; i < count; i++) {
                if (row[i] == value) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Makes the steps of one formula; a call that it contains several times is one step. */
    private final class Builder {
        private final Map<Formula, Integer> places = new HashMap<>();
        private final Map<Formula, Step> calls = new HashMap<>();

        void count(Formula formula) {
            if (formula instanceof Formula.Call) {
                places.merge(formula, 1, Integer::sum);
            }
            Parts.of(formula).forEach(this::count);
        }

        Step step(Formula formula) {
            if (!Parts.hasVariables(formula)) {
                double[] row = new double[room];
                Arrays.fill(row, single ? (float) formula.value() : formula.value());
                return new Step(Operation.READY, row);
            }
            return switch (formula) {
                case Formula.Number _, Formula.Leaf _, Formula.Named _, Formula.Elided _ ->
                    throw new IllegalStateException("no variables");
                case Formula.Variable v -> new Step(Operation.READY, row(v.name()));
                case Formula.Sum f
                when f.lessPower() != null ->
                    of(Operation.LESS_POWER, f.lessPower().base(), f.lessPower().exponent());
                case Formula.Sum f -> sum(f.terms());
                case Formula.Product f -> chain(Operation.PRODUCT, f.factors());
                case Formula.Quotient f -> of(Operation.QUOTIENT, f.numerator(), f.denominator());
                case Formula.Power f
                when f.exponent() instanceof Formula.Number n && n.value() == 2 -> of(Operation.SQUARE, f.base());
                case Formula.Power f -> of(Operation.POWER, f.base(), f.exponent());
                case Formula.Negation f -> of(Operation.NEGATION, f.of());
                case Formula.Call f -> call(f);
                case Formula.Absolute f -> of(Operation.ABSOLUTE, f.of());
                case Formula.Root f -> of(Operation.ROOT, f.of());
                case Formula.Because f -> step(f.of());
                case Formula.If f ->
                    new Step(Operation.CHOICE, test(f.condition()), step(f.then()), step(f.otherwise()));
            };
        }

        private Step of(Operation operation, Formula... of) {
            return new Step(operation, Arrays.stream(of).map(this::step).toArray(Step[]::new));
        }

        private Step chain(Operation operation, List<Formula> operands) {
            Step step = step(operands.getFirst());
            for (Formula operand : operands.subList(1, operands.size())) {
                step = new Step(operation, step, step(operand));
            }
            return step;
        }

        private Step sum(List<Formula> terms) {
            Step sum = step(terms.getFirst());
            for (Formula term : terms.subList(1, terms.size())) {
                sum = term instanceof Formula.Negation n
                        ? new Step(Operation.DIFFERENCE, sum, step(n.of()))
                        : new Step(Operation.SUM, sum, step(term));
            }
            return sum;
        }

        private Step call(Formula.Call call) {
            Step known = calls.get(call);
            if (known == null) {
                known = newCall(call);
                known.shared = places.get(call) > 1;
                calls.put(call, known);
            }
            return known;
        }

        private Step newCall(Formula.Call call) {
            List<Formula> arguments = call.arguments();
            boolean one = arguments.size() == 1;
            if (!one && (call.function() == Function.MAX || call.function() == Function.MIN)) {
                return chain(call.function() == Function.MAX ? Operation.LARGER : Operation.SMALLER, arguments);
            }
            Step step = of(one ? Operation.CALL : Operation.CALL_OF_MANY, arguments.toArray(Formula[]::new));
            step.function = call.function();
            return step;
        }

        private Step test(Reason.Condition condition) {
            return switch (condition) {
                case Reason.Comparison c -> {
                    Step step = of(Operation.COMPARISON, c.left(), c.right());
                    step.relation = c.relation();
                    yield step;
                }
                case Reason.All all -> tests(Operation.BOTH, all.conditions());
                case Reason.Any any -> tests(Operation.EITHER, any.conditions());
                case Reason.Not not -> new Step(Operation.NOT, test(not.condition()));
            };
        }

        private Step tests(Operation operation, List<Reason.Condition> conditions) {
            Step step = test(conditions.getFirst());
            for (Reason.Condition condition : conditions.subList(1, conditions.size())) {
                step = new Step(operation, step, test(condition));
            }
            return step;
        }
    }
}
