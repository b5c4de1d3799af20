package org.nnlang.mistakes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Symbol;
import org.nnlang.formula.Formula;
import org.nnlang.network.Quantity;

/** The quantities that a derivation's formula is made of. */
final class Symbols {
    private Symbols() {}

    static Set<Quantity.Scalar> of(Derivation derivation) {
        Set<Quantity.Scalar> found = new HashSet<>();
        derivation.forms().forEach(form -> collect(form, found));
        return found;
    }

    private static void collect(Formula formula, Set<Quantity.Scalar> found) {
        switch (formula) {
            case Symbol s -> found.add(plain(s.quantity()));
            case Formula.Sum f -> all(f.terms(), found);
            case Formula.Product f -> all(f.factors(), found);
            case Formula.Quotient f -> all(List.of(f.numerator(), f.denominator()), found);
            case Formula.Power f -> collect(f.base(), found);
            case Formula.Negation f -> collect(f.of(), found);
            case Formula.Call f -> all(f.arguments(), found);
            case Formula.Absolute f -> collect(f.of(), found);
            case Formula.Root f -> collect(f.of(), found);
            case Formula.Because f -> collect(f.of(), found);
            case Formula.If f -> all(List.of(f.then(), f.otherwise()), found);
            case Formula.Number _, Formula.Leaf _, Formula.Variable _, Formula.Named _, Formula.Elided _ -> {}
        }
    }

    private static void all(List<Formula> formulas, Set<Quantity.Scalar> found) {
        formulas.forEach(formula -> collect(formula, found));
    }

    /** The short name of the derivatives that have one: delta and grad. */
    static Quantity.Scalar plain(Quantity.Scalar quantity) {
        if (quantity instanceof Quantity.Partial(Quantity.TotalError _, Quantity.Scalar by)) {
            return switch (by) {
                case Quantity.Net q -> new Quantity.Delta(q.layer(), q.neuron());
                case Quantity.Parameter q -> new Quantity.Gradient(q.index());
                default -> quantity;
            };
        }
        return quantity;
    }
}
