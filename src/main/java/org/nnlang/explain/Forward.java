package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Formula;
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
        Derivation net = Derivation.of(values.net(l, j), Formula.sum(terms));
        return values.isZeroOnPaper(l, j) ? net.onPaper(OnPaper.zero(slopeAtZero(l, j))) : net;
    }

    /** The derivative of the activation if the net is 0; NaN if it is what it is anyway, or depends on other nets. */
    private double slopeAtZero(int l, int j) {
        OnPaper slope = network.layer(l).activation().elementwise()
                ? values.onPaper(activations.derivativeWithCases(l, j, j))
                : null;
        return slope == null ? Double.NaN : slope.value();
    }

    /** out(j) = f(net(j)); of the input, what is given. */
    Derivation out(int l, int j) {
        return l == 0
                ? Derivation.fact(values.out(l, j), Derivation.Note.GIVEN)
                : Derivation.of(values.out(l, j), activations.value(l, j))
                        .onPaper(values.onPaper(activations.valueWithCases(l, j)));
    }

    /** The nets that out(j) is made of. */
    List<Derivation> netsOf(int l, int j) {
        Range nets = network.layer(l).activation().elementwise() ? Range.single(j) : Range.all(network.size(l));
        return shown(limits.some(nets, limits.terms(), Derivation.ELIDED, k -> net(l, k)));
    }

    /** error(k), one output's share. */
    Derivation share(int k) {
        Formula lhs = values.symbol(new Quantity.ErrorShare(k));
        return Derivation.of(lhs, losses.share(k, lhs.value())).onPaper(values.onPaper(losses.shareWithCases(k)));
    }

    /** error = Σ error(k); of a single output, that output's share. */
    Derivation error() {
        Formula lhs = values.symbol(new Quantity.TotalError());
        if (network.output().size() == 1) {
            return share(0).as(lhs);
        }
        return Derivation.of(lhs, limits.sum(losses.outputs(), k -> values.symbol(new Quantity.ErrorShare(k))))
                .from(shown(shares(limits.terms())));
    }

    /** The shares: at most so many, or those whose terms the error's formula shows. */
    List<Derivation> shares(int most) {
        return limits.some(sharesShown(most), most, Derivation.ELIDED, this::share);
    }

    /** The outputs whose shares are shown: all, up to so many, or those whose terms the error's formula shows. */
    Range sharesShown(int most) {
        int size = network.output().size();
        return size <= most ? Range.all(size) : losses.outputs();
    }

    private static List<Derivation> shown(List<Derivation> all) {
        return all.stream().filter(d -> d != Derivation.ELIDED).toList();
    }
}
