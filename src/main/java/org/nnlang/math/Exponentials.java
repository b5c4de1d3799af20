package org.nnlang.math;

import java.util.List;

/** Forms of e^u that have a name, and are worked out by it without overflow: the sigmoid and the hyperbolic tangent. */
final class Exponentials {
    private static final Formula ONE = Formula.number(1);

    private Exponentials() {}

    /** The u of 1 + e^u; null of any other sum. */
    static Formula oneAndPower(Formula formula) {
        if (!(formula instanceof Formula.Sum sum) || sum.terms().size() != 2) {
            return null;
        }
        Formula a = sum.terms().getFirst();
        Formula b = sum.terms().getLast();
        return a.equals(ONE) ? exponent(b) : b.equals(ONE) ? exponent(a) : null;
    }

    private static Formula exponent(Formula formula) {
        return formula instanceof Formula.Call call && call.function() == Function.EXP
                ? call.arguments().getFirst()
                : null;
    }

    /** The u of e^u + e^−u, or of e^u − e^−u; null of any other formula. */
    private static Formula both(Formula formula, boolean plus) {
        if (!(formula instanceof Formula.Sum sum) || sum.terms().size() != 2) {
            return null;
        }
        Formula second = sum.terms().getLast();
        Formula u = exponent(sum.terms().getFirst());
        Formula v = exponent(plus ? second : second instanceof Formula.Negation n ? n.of() : ONE);
        boolean opposite = u != null && v != null && Simplifier.negated(u).equals(v);
        return opposite ? u : null;
    }

    /** Gives the named forms in a product their names. */
    static void join(Term term) {
        for (Formula base : List.copyOf(term.powers().keySet())) {
            Formula exponent = term.powers().get(base);
            if (exponent != null && exponent.equals(ONE)) {
                joinTanh(term, base);
            }
        }
        Formula power = term.powers().get(Term.E);
        if (power != null) {
            joinSigmoid(term, power);
        }
    }

    /** e^u · σ(−u) = σ(u). */
    private static void joinSigmoid(Term term, Formula power) {
        for (Formula base : List.copyOf(term.powers().keySet())) {
            if (base instanceof Formula.Call call && call.function() == Function.SIGMOID) {
                Formula u = Simplifier.negated(call.arguments().getFirst());
                double times = times(power, u);
                Formula exponent = term.powers().get(base);
                if (times >= 1 && Term.isWhole(exponent) && Term.value(exponent) >= 1) {
                    double taken = Math.min(times, Term.value(exponent));
                    term.put(Term.E, Simplifier.product(Formula.number(-taken), u));
                    term.put(base, Formula.number(-taken));
                    term.put(Formula.call(Function.SIGMOID, u), Formula.number(taken));
                    return;
                }
            }
        }
    }

    /** How many whole times u goes into a power; 0 where it does not. */
    private static double times(Formula power, Formula u) {
        Term a = Term.of(power);
        Term b = Term.of(u);
        double ratio = a.coefficient().over(b.coefficient()).value();
        return a.powers().equals(b.powers()) && Fraction.isWhole(ratio) ? ratio : 0;
    }

    /** (e^u − e^−u) / (e^u + e^−u) = tanh(u). */
    private static void joinTanh(Term term, Formula base) {
        Formula u = both(base, false);
        if (u == null) {
            return;
        }
        for (Formula other : List.copyOf(term.powers().keySet())) {
            Formula v = both(other, true);
            boolean divides = v != null && term.powers().get(other).equals(Formula.number(-1));
            if (divides && (v.equals(u) || v.equals(Simplifier.negated(u)))) {
                term.powers().remove(base);
                term.powers().remove(other);
                term.multiply(Simplifier.simplify(Formula.call(Function.TANH, u)), ONE);
                return;
            }
        }
    }
}
