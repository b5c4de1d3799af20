package org.nnlang.math;

import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.square;
import static org.nnlang.math.Formula.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The derivative of a formula by a variable, worked out symbolically.
 *
 * <p>Where a formula has a kink, what is taken for its derivative there is what PyTorch takes: 0 for {@code relu} and for
 * {@code abs} at 0; for {@code max} and {@code min} of two equal numbers half of each one's derivative; for {@code if} the
 * derivative of the branch that is taken, whatever the other does.
 */
public final class Derivative {
    /** Larger formulas, counted in numbers, names and operations, are refused. */
    public static final int MOST = 400;

    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);
    private static final Formula TWO = number(2);
    private static final Formula HALF = number(0.5);

    private final String variable;
    private final Simplifier simplifier = new Simplifier();
    private final UnaryOperator<Formula> once = Parts.once(this::worked);

    private Derivative(String variable) {
        this.variable = variable;
    }

    /** A formula that is too large to be differentiated. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("the formula has more than " + MOST + " operations", null, false, false);
        }
    }

    /**
     * ∂formula/∂variable, simplified.
     *
     * @throws TooLarge where a formula has more than {@link #MOST} operations, or its derivative a hundred times as many
     */
    public static Formula of(Formula formula, String variable) {
        Derivative derivative = new Derivative(variable);
        Formula slope = derivative.by(derivative.simplifier.of(limited(formula, MOST)));
        return derivative.simplifier.of(limited(slope, 100.0 * MOST));
    }

    private static Formula limited(Formula formula, double most) {
        if (Parts.size(formula) > most) {
            throw new TooLarge();
        }
        return formula;
    }

    private Formula by(Formula formula) {
        return once.apply(formula);
    }

    private Formula worked(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Named _, Formula.Elided _ -> ZERO;
            case Formula.Variable v -> v.name().equals(variable) ? ONE : ZERO;
            case Formula.Sum f -> added(f.terms().stream().map(this::by).toList());
            case Formula.Product f -> byFactors(f.factors());
            case Formula.Quotient f -> ofQuotient(f);
            case Formula.Power f -> ofPower(f);
            case Formula.Negation f -> minus(by(f.of()));
            case Formula.Call f -> ofCall(f);
            case Formula.Absolute f -> times(call(Function.SIGN, f.of()), by(f.of()));
            case Formula.Root f -> over(by(f.of()), product(TWO, f));
            case Formula.Because f -> by(f.of());
            case Formula.If f -> choice(f.condition(), by(f.then()), by(f.otherwise()));
        };
    }

    /** Σ of each factor's derivative times the other factors. */
    private Formula byFactors(List<Formula> factors) {
        List<Formula> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Formula slope = by(factors.get(i));
            if (!isZero(slope)) {
                List<Formula> term = new ArrayList<>(factors);
                term.set(i, slope);
                terms.add(product(term.toArray(Formula[]::new)));
            }
        }
        return added(terms);
    }

    /** N / D gives N′ / D where D is constant, else (N′ · D − N · D′) / D². */
    private Formula ofQuotient(Formula.Quotient f) {
        Formula above = by(f.numerator());
        Formula below = by(f.denominator());
        if (isZero(below)) {
            return over(above, f.denominator());
        }
        return Fractions.rule(f, above, this::by, simplifier);
    }

    private Formula ofPower(Formula.Power f) {
        Formula base = by(f.base());
        Formula exponent = by(f.exponent());
        if (isZero(exponent)) {
            return times(f.exponent(), Formula.power(f.base(), difference(f.exponent(), ONE)), base);
        }
        Formula byExponent = times(exponent, call(Function.LN, f.base()));
        return times(
                f, isZero(base) ? byExponent : added(List.of(byExponent, over(times(f.exponent(), base), f.base()))));
    }

    private Formula ofCall(Formula.Call f) {
        Formula u = f.arguments().getFirst();
        Formula slope = by(u);
        if (f.arguments().size() == 1 && isZero(slope)) {
            return ZERO;
        }
        return switch (f.function()) {
            case EXP -> times(f, slope);
            case LN -> over(slope, u);
            case TANH -> times(difference(ONE, square(f)), slope);
            case SIGMOID -> times(f, difference(ONE, f), slope);
            case LOGISTIC -> by(call(Function.SIGMOID, u));
            case SIN -> times(call(Function.COS, u), slope);
            case COS -> minus(times(call(Function.SIN, u), slope));
            case TAN -> times(sum(ONE, square(f)), slope);
            case RELU -> choice(new Reason.Comparison(u, Reason.Relation.ABOVE, ZERO), slope, ZERO);
            case SIGN -> ZERO;
            case NORMAL_CDF -> times(call(Function.NORMAL_DENSITY, u), slope);
            case NORMAL_DENSITY -> minus(times(u, f, slope));
            case EXPM1 -> times(call(Function.EXP, u), slope);
            case SOFTPLUS -> times(call(Function.SIGMOID, u), slope);
            case MAX -> ofLarger(f, Reason.Relation.ABOVE, Reason.Relation.BELOW);
            case MIN -> ofLarger(f, Reason.Relation.BELOW, Reason.Relation.ABOVE);
            case NEG_LOG_SOFTMAX -> ofNegLogSoftmax(f);
        };
    }

    /** Of the larger, or the smaller, of the first argument and of the rest. */
    private Formula ofLarger(Formula.Call f, Reason.Relation first, Reason.Relation second) {
        List<Formula> arguments = f.arguments();
        Formula a = arguments.getFirst();
        if (arguments.size() == 1) {
            return by(a);
        }
        List<Formula> others = arguments.subList(1, arguments.size());
        Formula b = others.size() == 1 ? others.getFirst() : new Formula.Call(f.function(), others);
        Formula ofA = by(a);
        Formula ofB = by(b);
        if (ofA.equals(ofB)) {
            return ofA;
        }
        return cases(a, first, b, ofA, cases(a, second, b, ofB, times(HALF, added(List.of(ofA, ofB)))));
    }

    /** Σ softmax(a) · a′ − z′, where softmax(a) = e^a / (e^a + e^b + …). */
    private Formula ofNegLogSoftmax(Formula.Call f) {
        List<Formula> terms = new ArrayList<>();
        List<Formula> all = f.arguments().subList(1, f.arguments().size());
        for (Formula a : all) {
            List<Formula> arguments = new ArrayList<>(all);
            arguments.addFirst(a);
            Formula share = call(Function.EXP, negation(new Formula.Call(Function.NEG_LOG_SOFTMAX, arguments)));
            terms.add(times(share, by(a)));
        }
        terms.add(minus(by(f.arguments().getFirst())));
        return added(terms);
    }

    private static Formula choice(Reason.Condition condition, Formula then, Formula otherwise) {
        return then.equals(otherwise) ? then : new Formula.If(condition, then, otherwise);
    }

    static boolean isZero(Formula formula) {
        return formula instanceof Formula.Number n && n.value() == 0;
    }

    private static boolean isOne(Formula formula) {
        return formula instanceof Formula.Number n && n.value() == 1;
    }

    static Formula added(List<Formula> terms) {
        List<Formula> some = terms.stream().filter(term -> !isZero(term)).toList();
        return some.isEmpty() ? ZERO : sum(some);
    }

    static Formula times(Formula... factors) {
        List<Formula> some = new ArrayList<>();
        for (Formula factor : factors) {
            if (isZero(factor)) {
                return ZERO;
            }
            if (!isOne(factor)) {
                some.add(factor);
            }
        }
        return some.isEmpty() ? ONE : product(some.toArray(Formula[]::new));
    }

    private static Formula over(Formula a, Formula b) {
        return isZero(a) ? ZERO : quotient(a, b);
    }

    private static Formula minus(Formula of) {
        return isZero(of) ? ZERO : negation(of);
    }
}
