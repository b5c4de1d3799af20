package org.nnlang.math;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of a formula what a textbook would print: like terms and like powers joined, the number in front, the sign in front
 * of that, nothing times 0 or 1, nothing to the power of 1.
 *
 * <p>Where the formula has a value, the simplified one has the same but for rounding; it may have one at further points, as
 * x / x becomes 1. Forms of e^u that would overflow are joined to the function that does not: 1 / (1 + e^−u) to the
 * sigmoid, ln(1 + e^u) to softplus.
 */
public final class Simplifier {
    private static final Formula ONE = Formula.number(1);

    /** What has been simplified, and what came of it, so that nothing is simplified again. */
    private final Map<Formula, Formula> known = new IdentityHashMap<>();

    /** A formula of the same value, simplified. */
    public static Formula simplify(Formula formula) {
        return new Simplifier().of(formula);
    }

    /** The sum of simplified terms. */
    static Formula sum(Formula... terms) {
        Terms sum = new Terms();
        for (Formula term : terms) {
            sum.add(term, Fraction.ONE);
        }
        return sum.formula();
    }

    /** The product of simplified factors. */
    static Formula product(Formula... factors) {
        Term product = Term.of(factors[0]);
        for (int i = 1; i < factors.length; i++) {
            product.multiply(factors[i], ONE);
        }
        return product.formula();
    }

    /** −of, of a simplified formula. */
    static Formula negated(Formula of) {
        if (of instanceof Formula.Sum sum) {
            Terms all = new Terms();
            sum.terms().forEach(term -> all.add(term, Fraction.of(-1)));
            return all.formula();
        }
        return product(Formula.number(-1), of);
    }

    Formula of(Formula formula) {
        Formula simple = known.get(formula);
        if (simple == null) {
            simple = worked(formula);
            known.put(formula, simple);
            known.put(simple, simple);
        }
        return simple;
    }

    private Formula worked(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Variable _, Formula.Named _, Formula.Elided _ -> formula;
            case Formula.Sum f -> sum(all(f.terms()));
            case Formula.Product f -> product(all(f.factors()));
            case Formula.Quotient f -> quotient(of(f.numerator()), of(f.denominator()));
            case Formula.Power f -> power(of(f.base()), of(f.exponent()));
            case Formula.Negation f -> negated(of(f.of()));
            case Formula.Absolute f -> absolute(of(f.of()));
            case Formula.Root f -> root(of(f.of()));
            case Formula.Because f -> new Formula.Because(of(f.of()), f.reason());
            case Formula.Call f -> call(f.function(), List.of(all(f.arguments())));
            case Formula.If f -> Cases.of(Parts.map(f.condition(), this::of), of(f.then()), of(f.otherwise()));
        };
    }

    private Formula[] all(List<Formula> formulas) {
        return formulas.stream().map(this::of).toArray(Formula[]::new);
    }

    private static Formula quotient(Formula numerator, Formula denominator) {
        Term term = Term.of(numerator);
        term.multiply(denominator, Formula.number(-1));
        return term.formula();
    }

    private static Formula power(Formula base, Formula exponent) {
        if (Derivative.isZero(exponent)) {
            return ONE;
        }
        Term term = new Term();
        term.multiply(base, exponent);
        return term.formula();
    }

    private static Formula absolute(Formula of) {
        return switch (of) {
            case Formula.Number n -> Formula.number(Math.abs(n.value()));
            case Formula.Negation n -> absolute(n.of());
            case Formula.Absolute a -> a;
            default -> Formula.absolute(of);
        };
    }

    private static Formula root(Formula of) {
        if (of instanceof Formula.Number n && Fraction.isWhole(Math.sqrt(n.value()))) {
            return Formula.number(Math.sqrt(n.value()));
        }
        return of instanceof Formula.Power p && p.exponent().equals(Formula.number(2))
                ? absolute(p.base())
                : new Formula.Root(of);
    }

    private static Formula call(Function function, List<Formula> arguments) {
        Formula first = arguments.getFirst();
        Formula call = new Formula.Call(function, arguments);
        if (arguments.stream().allMatch(Term::isNumber) && Fraction.isWhole(call.value())) {
            return Formula.number(call.value());
        }
        return switch (function) {
            case EXP -> isCall(first, Function.LN) ? argument(first) : call;
            case LN -> ofLogarithm(call, first);
            case TANH, SIN, TAN, SIGN ->
                Terms.isNegative(first) ? negated(Formula.call(function, negated(first))) : call;
            case COS -> Terms.isNegative(first) ? Formula.call(function, negated(first)) : call;
            case LOGISTIC -> Formula.call(Function.SIGMOID, first);
            case MAX, MIN -> largest(function, arguments);
            case SIGMOID, RELU, NORMAL_CDF, NORMAL_DENSITY, EXPM1, SOFTPLUS, NEG_LOG_SOFTMAX -> call;
        };
    }

    private static boolean isCall(Formula formula, Function function) {
        return formula instanceof Formula.Call call && call.function() == function;
    }

    private static Formula argument(Formula call) {
        return ((Formula.Call) call).arguments().getFirst();
    }

    private static Formula ofLogarithm(Formula call, Formula of) {
        Formula u = Exponentials.oneAndPower(of);
        return isCall(of, Function.EXP) ? argument(of) : u == null ? call : Formula.call(Function.SOFTPLUS, u);
    }

    /** The largest, or smallest, of different arguments, at most one of them a number. */
    private static Formula largest(Function function, List<Formula> arguments) {
        Set<Formula> all = new LinkedHashSet<>();
        Formula number = null;
        for (Formula argument : flattened(function, arguments)) {
            if (!Term.isNumber(argument)) {
                all.add(argument);
            } else if (number == null) {
                number = argument;
            } else {
                number = Formula.number(function.value(Term.value(number), Term.value(argument)));
            }
        }
        List<Formula> some = new ArrayList<>(all);
        if (number != null) {
            some.addFirst(number);
        }
        return some.size() == 1 ? some.getFirst() : new Formula.Call(function, some);
    }

    private static List<Formula> flattened(Function function, List<Formula> arguments) {
        List<Formula> all = new ArrayList<>();
        for (Formula argument : arguments) {
            if (argument instanceof Formula.Call call && call.function() == function) {
                all.addAll(call.arguments());
            } else {
                all.add(argument);
            }
        }
        return all;
    }
}
