package org.nnlang.explain;

import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Reason;
import org.nnlang.network.Activation;
import org.nnlang.network.Stated;

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
        return activation.elementwise()
                ? bound(activation, Stated.of(activation).value(), l, j)
                : Stated.softmax(values.net(l, j), nets(l));
    }

    private List<Formula> nets(int l) {
        Range layer = Range.all(values.network().size(l));
        return limits.some(layer, limits.terms(), new Formula.Elided(), k -> values.net(l, k));
    }

    /** ∂out(l, k)/∂net(l, j), for neurons that are linked. */
    Formula derivative(int l, int k, int j) {
        return values.taken(derivativeWithCases(l, k, j));
    }

    /** The same with all its cases. */
    Formula derivativeWithCases(int l, int k, int j) {
        Activation activation = activation(l);
        if (!activation.elementwise()) {
            return Stated.softmaxDerivative(values.out(l, k), values.out(l, j), k == j);
        }
        return activation.flat()
                ? new Formula.Because(Formula.number(0), new Reason.Flat(activation.name()))
                : bound(activation, Stated.of(activation).derivative(), l, j);
    }

    private Activation activation(int l) {
        return values.network().layer(l).activation();
    }

    private Formula bound(Activation activation, Formula stated, int l, int j) {
        return stated.bind(Map.of(Stated.variableOf(activation), values.net(l, j), Stated.OUT, values.out(l, j)));
    }
}
