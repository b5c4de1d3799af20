package org.nnlang.explain;

import java.util.List;
import java.util.Map;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Reason;
import org.nnlang.network.Activation;

/** The activations and their derivatives as formulas of a network's quantities. */
final class ActivationForms {
    private final Values values;
    private final Limits limits;

    ActivationForms(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
    }

    /** out(l, j), by net. */
    Formula value(int l, int j) {
        return values.taken(valueWithCases(l, j));
    }

    /** The same with all its cases. */
    Formula valueWithCases(int l, int j) {
        Activation activation = activation(l);
        return bound(Each.spread(activation.value(), net -> some(activation, net, l)), l, j);
    }

    private List<Formula> some(Activation activation, Formula ofNet, int l) {
        Range layer = Range.all(values.network().size(l));
        return limits.some(
                layer,
                limits.terms(),
                new Formula.Elided(),
                k -> ofNet.bind(Map.of(activation.variable(), values.net(l, k))));
    }

    /** ∂out(l, k)/∂net(l, j), for neurons that are linked. */
    Formula derivative(int l, int k, int j) {
        return values.taken(derivativeWithCases(l, k, j));
    }

    /** The same with all its cases. */
    Formula derivativeWithCases(int l, int k, int j) {
        Activation activation = activation(l);
        if (k != j) {
            return activation
                    .across()
                    .bind(Map.of(Activation.OUT, values.out(l, k), Activation.OTHER, values.out(l, j)));
        }
        return activation.flat()
                ? new Formula.Because(Formula.number(0), new Reason.Flat(activation.name()))
                : bound(activation.derivative(), l, j);
    }

    private Activation activation(int l) {
        return values.network().layer(l).activation();
    }

    private Formula bound(Formula formula, int l, int j) {
        return formula.bind(activation(l).symbols(values.net(l, j), values.out(l, j)));
    }
}
