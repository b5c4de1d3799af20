package org.nnlang.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The rule of quotients, for a denominator of several powers: none of them comes out squared that need not. */
final class Fractions {
    private static final Formula ONE = Formula.number(1);

    private Fractions() {}

    /**
     * (N / ∏ D^a)′ = (N′ · ∏ D − N · Σ a · D′ · ∏ (the other D)) / ∏ D^(a + 1), over the D that are not constant.
     *
     * @param slope N′
     * @param by gives a derivative
     * @param simplifier knows what has been simplified before
     */
    static Formula rule(Formula.Quotient f, Formula slope, UnaryOperator<Formula> by, Simplifier simplifier) {
        List<Formula> bases = new ArrayList<>();
        List<Formula> falls = new ArrayList<>();
        for (Map.Entry<Formula, Formula> power :
                Term.of(f.denominator()).powers().entrySet()) {
            Formula base = by.apply(power.getKey());
            if (!Derivative.isZero(base)) {
                bases.add(power.getKey());
                falls.add(Derivative.times(power.getValue(), base));
            }
        }
        Formula numerator = Formula.difference(
                Derivative.times(slope, product(bases, -1, ONE)), Formula.product(f.numerator(), sum(bases, falls)));
        return Formula.quotient(
                Expansion.shorter(simplifier.of(numerator)), Formula.product(f.denominator(), product(bases, -1, ONE)));
    }

    private static Formula sum(List<Formula> bases, List<Formula> falls) {
        List<Formula> terms = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            terms.add(product(bases, i, falls.get(i)));
        }
        return Formula.sum(terms);
    }

    /** The product of the bases, with another formula in the place of one. */
    private static Formula product(List<Formula> bases, int place, Formula other) {
        List<Formula> factors = new ArrayList<>(bases);
        if (place >= 0) {
            factors.set(place, other);
        }
        return Formula.product(factors.toArray(Formula[]::new));
    }
}
