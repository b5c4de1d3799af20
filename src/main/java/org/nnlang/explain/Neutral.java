package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;

/**
 * Leaves out of sums, products and quotients what the branch of a case has made neutral: {@code 2 · 1 · u} is
 * {@code 2 · u}, {@code −1 · u} is {@code −u}, {@code u + 0} is {@code u}. What was written so stays. The value is the same,
 * but for the rounding where a branch's product becomes part of another: {@code u · (v · w)} is {@code u · v · w}.
 */
final class Neutral {
    private final List<Formula> before;
    private final Formula after;

    private Neutral(Formula before, Formula after) {
        this.before = Parts.of(before);
        this.after = after;
    }

    /** The formula {@code after}, which was {@code before} until its branches were taken. */
    static Formula without(Formula before, Formula after) {
        return new Neutral(before, after).formula();
    }

    private Formula formula() {
        return switch (after) {
            case Formula.Sum sum -> sum(sum);
            case Formula.Product product -> product(product.factors());
            case Formula.Quotient q -> quotient(q);
            case Formula.Negation n when isNew(0, n.of(), 0) -> n.of();
            default -> after;
        };
    }

    /** Whether part {@code i} has become this number. */
    private boolean isNew(int i, Formula part, double number) {
        return isNumber(part, number) && !part.equals(before.get(i));
    }

    private static boolean isNumber(Formula part, double number) {
        return switch (part) {
            case Formula.Number n -> n.value() == number;
            case Formula.Negation(Formula.Number n) -> -n.value() == number;
            default -> false;
        };
    }

    private Formula sum(Formula.Sum sum) {
        List<Formula> terms = new ArrayList<>();
        for (int i = 0; i < sum.terms().size(); i++) {
            if (!isNew(i, sum.terms().get(i), 0)) {
                terms.add(sum.terms().get(i));
            }
        }
        return terms.isEmpty() ? Formula.number(0) : Formula.sum(terms);
    }

    private Formula product(List<Formula> all) {
        List<Formula> factors = new ArrayList<>();
        boolean negative = false;
        for (int i = 0; i < all.size(); i++) {
            Formula factor = all.get(i);
            boolean minus = isNew(i, factor, -1);
            negative ^= minus;
            if (isNew(i, factor, 0) && after.value() == 0) {
                return Formula.number(0);
            }
            if (!minus && !isNew(i, factor, 1)) {
                factors.add(factor);
            }
        }
        Formula rest = factors.isEmpty() ? Formula.number(1) : Formula.product(factors.toArray(Formula[]::new));
        return negative ? negated(rest) : rest;
    }

    private static Formula negated(Formula formula) {
        return formula instanceof Formula.Number n ? Formula.number(-n.value()) : Formula.negation(formula);
    }

    private Formula quotient(Formula.Quotient q) {
        return isNew(1, q.denominator(), 1) || isNew(0, q.numerator(), 0) && q.value() == 0 ? q.numerator() : q;
    }
}
