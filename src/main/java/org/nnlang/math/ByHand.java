package org.nnlang.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula as it is worked out on paper: numbers that differ by no more than the rounding errors of binary arithmetic are
 * equal. So {@code 0.3 − 0.2 > 0.1} does not hold, and the sign of {@code 0.1 + 0.2 − 0.3} is 0.
 *
 * <p>Each part has a bound on its error beside its value: a decimal is off by at most u = 2⁻⁵³ of itself, each operation
 * adds u of its result to what its operands bring (running error analysis), each function four times that.
 */
public final class ByHand {
    private static final double U = 0x1p-53;

    /** A number, and how far it may be from the one on paper; NaN where there is no telling. */
    private record Rounded(double value, double error) {}

    private final ToDoubleFunction<Formula.Leaf> errors;
    private final List<Reason.Comparison> equal = new ArrayList<>();
    private final Rounded result;

    /** A formula, and the bound on the error of each leaf in it. */
    public ByHand(Formula formula, ToDoubleFunction<Formula.Leaf> errors) {
        this.errors = errors;
        result = of(formula);
    }

    /** Whether a formula has cases, which small errors may decide. */
    public static boolean concerns(Formula formula) {
        return formula instanceof Formula.If
                || formula instanceof Formula.Call(Function function, List<Formula> _) && function == Function.SIGN
                || Parts.of(formula).stream().anyMatch(ByHand::concerns);
    }

    /** The value of a formula of decimals. */
    public static double valueOf(Formula formula) {
        return new ByHand(formula, leaf -> U * Math.abs(leaf.value())).value();
    }

    /** The value; 0 if it can't be told from that. */
    public double value() {
        return isWithin(result.value, result.error) ? 0 : result.value;
    }

    /** How far the value may be from the one on paper; NaN where there is no telling. */
    public double error() {
        return result.error;
    }

    /** Whether a number is no larger than a bound; an infinite bound tells nothing. */
    public static boolean isWithin(double value, double bound) {
        return Math.abs(value) <= bound && bound < Double.POSITIVE_INFINITY;
    }

    /** What is equal on paper only, and made a difference on the way. */
    public List<Reason.Comparison> equal() {
        return List.copyOf(equal);
    }

    private Rounded of(Formula formula) {
        return switch (formula) {
            case Formula.Number n -> decimal(n.value());
            case Formula.Named n -> decimal(n.value());
            case Formula.Leaf leaf -> new Rounded(leaf.value(), errors.applyAsDouble(leaf));
            case Formula.Variable _, Formula.Elided _ -> new Rounded(Double.NaN, Double.NaN);
            case Formula.Sum f -> sum(f.terms());
            case Formula.Product f -> product(f.factors());
            case Formula.Quotient f -> quotient(of(f.numerator()), of(f.denominator()));
            case Formula.Power f -> power(of(f.base()), of(f.exponent()));
            case Formula.Negation f -> {
                Rounded of = of(f.of());
                yield new Rounded(-of.value, of.error);
            }
            case Formula.Absolute f -> {
                Rounded of = of(f.of());
                yield new Rounded(Math.abs(of.value), of.error);
            }
            case Formula.Root f -> {
                Rounded of = of(f.of());
                double root = Math.sqrt(of.value);
                double error = Math.max(Math.sqrt(of.value + of.error) - root, root - Math.sqrt(rest(of)));
                yield new Rounded(root, error + U * root);
            }
            case Formula.Call f -> call(f);
            case Formula.Because f -> of(f.of());
            case Formula.If f -> of(holds(f.condition()) ? f.then() : f.otherwise());
        };
    }

    private static double rest(Rounded of) {
        return Math.max(0, of.value - of.error);
    }

    /** Halves of whole numbers are exact. */
    private static Rounded decimal(double value) {
        return new Rounded(value, Math.rint(2 * value) == 2 * value ? 0 : U * Math.abs(value));
    }

    private Rounded sum(List<Formula> terms) {
        Rounded first = of(terms.getFirst());
        double sum = first.value;
        double error = first.error;
        for (Formula term : terms.subList(1, terms.size())) {
            Rounded next = of(term);
            sum += next.value;
            error += next.error + U * Math.abs(sum);
        }
        return new Rounded(sum, error);
    }

    private Rounded product(List<Formula> factors) {
        Rounded product = of(factors.getFirst());
        for (Formula factor : factors.subList(1, factors.size())) {
            Rounded next = of(factor);
            double value = product.value * next.value;
            double error = Math.abs(product.value) * next.error
                    + Math.abs(next.value) * product.error
                    + product.error * next.error;
            product = new Rounded(value, error + U * Math.abs(value));
        }
        return product;
    }

    private static Rounded quotient(Rounded a, Rounded b) {
        double value = a.value / b.value;
        double room = Math.abs(b.value) - b.error;
        double error = (a.error + Math.abs(value) * b.error) / room + U * Math.abs(value);
        return new Rounded(value, room > 0 ? error : Double.NaN);
    }

    private static Rounded power(Rounded base, Rounded exponent) {
        double value = Formula.Power.power(base.value, exponent.value);
        double error = base.value != 0 && Math.abs(base.value) <= base.error
                ? Math.abs(value - Formula.Power.power(0, exponent.value))
                : 0;
        for (double b : new double[] {base.value - base.error, base.value + base.error}) {
            for (double e : new double[] {exponent.value - exponent.error, exponent.value + exponent.error}) {
                error = Math.max(error, Math.abs(Formula.Power.power(b, e) - value));
            }
        }
        return new Rounded(value, error + 4 * U * Math.abs(value));
    }

    private Rounded call(Formula.Call call) {
        List<Rounded> arguments = call.arguments().stream().map(this::of).toList();
        Function function = call.function();
        Rounded first = arguments.getFirst();
        if (function == Function.SIGN) {
            return new Rounded(isZero(call.arguments().getFirst()) ? 0 : Math.signum(first.value), 0);
        }
        double value =
                function.value(arguments.stream().mapToDouble(Rounded::value).toArray());
        double error = switch (function) {
            case MAX, MIN -> arguments.stream().mapToDouble(Rounded::error).reduce(0, Math::max);
            case NEG_LOG_SOFTMAX ->
                first.error + arguments.stream().mapToDouble(Rounded::error).reduce(0, Math::max);
            case SIN, COS, RELU -> first.error;
            case NORMAL_DENSITY -> first.error / 4; // its slope is at most 0.242
            case EXP, LN, TANH, SIGMOID, TAN, NORMAL_CDF, EXPM1, SOFTPLUS, LOGISTIC, SIGN ->
                Math.max(
                        Math.abs(function.value(first.value + first.error) - value),
                        Math.abs(function.value(first.value - first.error) - value)); // they rise or fall
        };
        return new Rounded(value, error + 4 * U * Math.abs(value));
    }

    /** Whether a condition holds on paper. */
    public boolean holds(Reason.Condition condition) {
        return switch (condition) {
            case Reason.Comparison c ->
                isEqual(c)
                        ? c.relation().holds(0, 0)
                        : c.relation().holds(c.left().value(), c.right().value());
            case Reason.All all -> all.conditions().stream().allMatch(this::holds);
            case Reason.Any any -> any.conditions().stream().anyMatch(this::holds);
            case Reason.Not not -> !holds(not.condition());
        };
    }

    /** Whether a formula is 0 on paper only. */
    public boolean isZero(Formula formula) {
        return isEqual(new Reason.Comparison(formula, Reason.Relation.EQUAL, Formula.number(0)));
    }

    /** Whether the sides are equal on paper only; then it is noted. */
    private boolean isEqual(Reason.Comparison c) {
        Rounded left = of(c.left());
        Rounded right = of(c.right());
        boolean dust = left.value != right.value && isWithin(left.value - right.value, left.error + right.error);
        Reason.Comparison noted = new Reason.Comparison(c.left(), Reason.Relation.EQUAL, c.right());
        if (dust && !equal.contains(noted)) {
            equal.add(noted);
        }
        return dust;
    }
}
