package org.nnlang.math;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sum being put in order: how often each product of powers stands in it. */
final class Terms {
    private static final Map<Formula, Formula> NUMBER = Map.of();

    private final Map<Map<Formula, Formula>, Fraction> counts = new LinkedHashMap<>();

    /** Adds a simplified formula so many times. */
    void add(Formula formula, Fraction times) {
        switch (formula) {
            case Formula.Sum sum -> sum.terms().forEach(term -> add(term, times));
            case Formula.Negation negation -> add(negation.of(), times.negated());
            case Formula.Call call
            when call.function() == Function.EXPM1 -> {
                count(Term.of(new Formula.Call(Function.EXP, call.arguments())).powers(), times);
                count(NUMBER, times.negated());
            }
            default -> {
                Term term = Term.of(formula);
                count(term.powers(), term.coefficient().times(times));
            }
        }
    }

    private void count(Map<Formula, Formula> powers, Fraction times) {
        counts.merge(powers, times, Fraction::plus);
    }

    /** The sum as a formula; it begins with a term that is not negative, where there is one. */
    Formula formula() {
        List<Formula> terms = new ArrayList<>();
        Formula power = withoutOne();
        counts.forEach((powers, count) -> {
            if (count.top() != 0) {
                terms.add(term(powers, count));
            }
        });
        if (power != null) {
            terms.addFirst(power);
        }
        if (terms.isEmpty()) {
            return Formula.number(0);
        }
        return terms.size() == 1 ? terms.getFirst() : inOrder(terms);
    }

    /** e^u − 1 is kept together; null where it does not stand in the sum. */
    private Formula withoutOne() {
        Fraction number = counts.get(NUMBER);
        if (number == null || number.top() >= 0) {
            return null;
        }
        for (Map.Entry<Map<Formula, Formula>, Fraction> entry : counts.entrySet()) {
            Formula exponent = entry.getKey().get(Term.E);
            if (exponent != null
                    && entry.getKey().size() == 1
                    && entry.getValue().equals(number.negated())) {
                counts.remove(entry.getKey());
                counts.remove(NUMBER);
                Formula power = Formula.call(Function.EXPM1, exponent);
                return term(Map.of(power, Formula.number(1)), number.negated());
            }
        }
        return null;
    }

    private static Formula term(Map<Formula, Formula> powers, Fraction count) {
        Term term = Term.of(Formula.number(count.top()));
        term.multiply(Formula.number(count.bottom()), Formula.number(-1));
        powers.forEach(term::put);
        return term.formula();
    }

    private static Formula inOrder(List<Formula> terms) {
        int first = 0;
        while (first < terms.size() && isNegative(terms.get(first))) {
            first++;
        }
        if (first < terms.size()) {
            terms.addFirst(terms.remove(first));
        }
        return Choices.outermost(Formula.sum(terms.stream().map(Terms::asTerm).toList()));
    }

    /** Whether every term of a sum is negative. */
    static boolean isNegativeSum(Formula.Sum sum) {
        return sum.terms().stream().allMatch(Terms::isNegative);
    }

    static boolean isNegative(Formula formula) {
        return formula instanceof Formula.Negation || formula instanceof Formula.Number n && n.value() < 0;
    }

    /** −2 as what is taken off. */
    private static Formula asTerm(Formula formula) {
        return formula instanceof Formula.Number n && n.value() < 0
                ? Formula.negation(Formula.number(-n.value()))
                : formula;
    }
}
