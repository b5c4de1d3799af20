package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** The derivations of the forward pass: nets, outputs, the error and its shares. */
final class Forward {
    private final Values values;
    private final Limits limits;
    private final Network network;
    private final ActivationForms activations;
    private final LossForms losses;

    Forward(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
        network = values.network();
        activations = new ActivationForms(values, limits);
        losses = new LossForms(values, limits);
    }

    /** net(j) = Σ w(i, j) · out(i) + b(j). */
    Derivation net(int l, int j) {
        Range sources = Range.all(network.size(l - 1));
        List<Formula> terms = new ArrayList<>(limits.some(
                sources,
                limits.terms(),
                new Formula.Elided(),
                i -> Formula.product(values.weight(l, j, i), values.out(l - 1, i))));
        int bias = network.biasIndex(l, j);
        if (bias >= 0) {
            terms.add(values.symbol(new Quantity.Parameter(bias)));
        }
        return Derivation.of(values.net(l, j), Formula.sum(terms));
    }

    /** out(j) = f(net(j)); of the input, what is given. */
    Derivation out(int l, int j) {
        return l == 0
                ? Derivation.fact(values.out(l, j), Derivation.Note.GIVEN)
                : Derivation.of(values.out(l, j), activations.value(l, j));
    }

    /** The nets that out(j) is made of. */
    List<Derivation> netsOf(int l, int j) {
        Range nets = network.layer(l).activation().elementwise() ? Range.single(j) : Range.all(network.size(l));
        List<Derivation> made = limits.some(nets, limits.terms(), Derivation.ELIDED, k -> net(l, k));
        return made.stream().filter(d -> d != Derivation.ELIDED).toList();
    }

    /** error(k), one output's share. */
    Derivation share(int k) {
        Formula lhs = values.symbol(new Quantity.ErrorShare(k));
        return new Derivation(lhs, losses.share(k, lhs.value()), Derivation.Note.NONE, List.of());
    }

    /** error = Σ error(k); of a single output, that output's share. */
    Derivation error() {
        Formula lhs = values.symbol(new Quantity.TotalError());
        Range outputs = Range.all(network.size(network.depth()));
        if (outputs.size() == 1) {
            return share(0).as(lhs);
        }
        return Derivation.of(lhs, limits.sum(outputs, k -> values.symbol(new Quantity.ErrorShare(k))))
                .from(shares());
    }

    private List<Derivation> shares() {
        Range outputs = Range.all(network.size(network.depth()));
        return limits.some(outputs, limits.terms(), Derivation.ELIDED, this::share).stream()
                .filter(d -> d != Derivation.ELIDED)
                .toList();
    }
}
