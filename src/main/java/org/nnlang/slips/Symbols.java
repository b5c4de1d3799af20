package org.nnlang.slips;

import java.util.HashSet;
import java.util.Set;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.network.Quantity;

/** The quantities that a derivation's formula is made of. */
final class Symbols {
    private Symbols() {}

    static Set<Quantity.Scalar> of(Derivation derivation) {
        Set<Quantity.Scalar> found = new HashSet<>();
        derivation.forms().forEach(form -> collect(form, found));
        if (derivation.simplified() != null) {
            collect(derivation.simplified().form(), found);
        }
        return found;
    }

    private static void collect(Formula formula, Set<Quantity.Scalar> found) {
        if (formula instanceof Symbol symbol) {
            found.add(plain(symbol.quantity()));
        }
        Parts.of(formula).forEach(part -> collect(part, found));
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
