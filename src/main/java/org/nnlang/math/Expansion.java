package org.nnlang.math;

import java.util.List;

/** Sums of products multiplied out, where that leaves less: (1 + z²) · 2 · z − 2 · z³ is 2 · z. */
final class Expansion {
    /** Products of more terms are left as they are. */
    private static final int MOST = 20;

    private Expansion() {}

    /** The simplified formula, or what it is multiplied out where that is shorter. */
    static Formula shorter(Formula formula) {
        if (!(formula instanceof Formula.Sum sum)) {
            return formula;
        }
        Formula[] terms = sum.terms().stream().map(Expansion::multiplied).toArray(Formula[]::new);
        Formula expanded = Simplifier.sum(terms);
        return Parts.size(expanded) < Parts.size(formula) ? expanded : formula;
    }

    private static Formula multiplied(Formula term) {
        if (term instanceof Formula.Negation n) {
            return Simplifier.negated(multiplied(n.of()));
        }
        if (!(term instanceof Formula.Product product)) {
            return term;
        }
        List<Formula> result = List.of(Formula.number(1));
        for (Formula factor : product.factors()) {
            List<Formula> terms = factor instanceof Formula.Sum sum ? sum.terms() : List.of(factor);
            if (result.size() * terms.size() > MOST) {
                return term;
            }
            result = result.stream()
                    .flatMap(a -> terms.stream().map(b -> Simplifier.product(a, b)))
                    .toList();
        }
        return Simplifier.sum(result.toArray(Formula[]::new));
    }
}
