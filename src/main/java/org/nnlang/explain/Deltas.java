package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.nnlang.math.Formula;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/**
 * The backward pass as one line for each delta and gradient: delta(h1) = (delta(y1) · w5 + delta(y2) · w7) · f′, grad(w) =
 * delta · source.
 */
final class Deltas {
    private static final Quantity.Scalar ERROR = new Quantity.TotalError();

    private final Values values;
    private final Limits limits;
    private final Network network;
    private final Paths paths;
    private final ActivationForms activations;
    private final LossForms losses;

    Deltas(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
        network = values.network();
        paths = new Paths(network);
        activations = new ActivationForms(values, limits);
        losses = new LossForms(values, limits);
    }

    /**
     * Whether a layer's deltas are told by way of its ∂error/∂out: each delta then depends on all of them, or they are
     * written down with so many decimals.
     */
    boolean needsOutputs(int l) {
        boolean written = values.rounds() && !network.layer(l).activation().isLinear();
        return (written || !paths.elementwise(l)) && !paths.simplifies(ERROR, l);
    }

    /** The slopes that a layer's deltas are told by where they are written down: d(out(k), net(j)). */
    List<Derivation> slopes(int l, int j) {
        List<Derivation> slopes = new ArrayList<>();
        Range outputs = paths.elementwise(l) ? Range.single(j) : Range.all(network.size(l));
        for (Derivation slope : limits.some(outputs, limits.terms(), Derivation.ELIDED, k -> slope(l, k, j))) {
            slopes.add(slope);
        }
        return slopes;
    }

    private Derivation slope(int l, int k, int j) {
        return Derivation.of(slopeSymbol(l, k, j), activations.derivative(l, k, j))
                .onPaper(values.onPaper(activations.derivativeWithCases(l, k, j)));
    }

    private Formula slopeSymbol(int l, int k, int j) {
        return values.partial(new Quantity.Output(l, k), new Quantity.Net(l, j));
    }

    /** w5 @ 1, a weight that is updated before the deltas of the layer before it are worked out. */
    Derivation updated(int index) {
        return Derivation.of(values.updated(index), values.update(index, values.symbol(new Quantity.Gradient(index))));
    }

    boolean updatedBefore(int l) {
        return values.updatedBefore(l);
    }

    /** d(error, out(i)). */
    Derivation byOutput(int l, int i) {
        return Derivation.of(values.partial(ERROR, new Quantity.Output(l, i)), cameBack(l, i, losses::derivative))
                .onPaper(values.onPaper(cameBack(l, i, losses::derivativeWithCases)));
    }

    /** delta(j). */
    Derivation delta(int l, int j) {
        Formula formula = formula(l, j, activations::derivative, losses::derivative);
        Formula withCases = formula(l, j, activations::derivativeWithCases, losses::derivativeWithCases);
        return Derivation.of(symbol(l, j), formula).onPaper(values.onPaper(withCases));
    }

    /** ∂out(k)/∂net(j) of layer {@code l}. */
    private interface Slope {
        Formula of(int l, int k, int j);
    }

    private Formula formula(int l, int j, Slope slopes, IntFunction<Formula> ofLoss) {
        if (paths.simplifies(ERROR, l)) {
            return losses.simplified(j);
        }
        if (values.rounds() && needsOutputs(l)) {
            Range outputs = paths.elementwise(l) ? Range.single(j) : Range.all(network.size(l));
            return limits.sum(outputs, k -> throughOutput(l, k, j));
        }
        if (paths.elementwise(l)) {
            Formula slope = slopes.of(l, j, j);
            boolean one = slope instanceof Formula.Number n && n.value() == 1; // of linear
            return one ? cameBack(l, j, ofLoss) : Formula.product(cameBack(l, j, ofLoss), slope);
        }
        return limits.sum(
                Range.all(network.size(l)),
                k -> Formula.product(values.partial(ERROR, new Quantity.Output(l, k)), slopes.of(l, k, j)));
    }

    /** ∂error/∂out(k) · ∂out(k)/∂net(j). */
    Formula throughOutput(int l, int k, int j) {
        return Formula.product(values.partial(ERROR, new Quantity.Output(l, k)), slopeSymbol(l, k, j));
    }

    /** ∂error/∂out(i): from the loss, or Σⱼ delta(j) · w(i, j). */
    Formula cameBack(int l, int i, IntFunction<Formula> ofLoss) {
        return l == network.depth()
                ? ofLoss.apply(i)
                : limits.sum(
                        Range.all(network.size(l + 1)),
                        j -> Formula.product(symbol(l + 1, j), values.weightBack(l + 1, j, i)));
    }

    private Formula symbol(int l, int j) {
        return values.symbol(new Quantity.Delta(l, j));
    }

    /** grad(w) = delta(j) · out(i), grad(b) = delta(j); of a shared bias the sum of all. */
    Derivation gradient(int index) {
        Formula lhs = values.symbol(new Quantity.Gradient(index));
        int[] tied = network.tied(index);
        return Derivation.of(lhs, limits.sum(Range.all(tied.length), i -> term(tied[i])));
    }

    private Formula term(int index) {
        int l = network.layerOf(index);
        return network.isWeight(index)
                ? Formula.product(symbol(l, paths.neuron(index)), values.out(l - 1, paths.source(index)))
                : limits.sum(paths.neurons(ERROR, index), j -> symbol(l, j));
    }
}
