package org.nnlang.explain;

import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;

/**
 * The formulas of one sample's pass, whatever its numbers: with all their cases, nothing left out, and a line for whatever
 * a careful person writes down, ∂error/∂out and ∂out/∂net among them.
 */
public final class PassFormulas {
    /** The letter of what a sample's error is multiplied by. */
    public static final String SAMPLE_WEIGHT = "weight";

    private static final Quantity.Scalar ERROR = new Quantity.TotalError();

    private final Values values;
    private final Values atOldWeights;
    private final Paths paths;
    private final Forward forward;
    private final Deltas deltas;
    private final ActivationForms activations;
    private final LossForms losses;

    /** The formulas for the sample of a reading; {@code row} is its number, from 1. */
    public PassFormulas(QuantityValues reading, int row) {
        values = new Values(reading, row);
        atOldWeights = new Values(reading.by(reading.arithmetic().simultaneous()), row);
        paths = new Paths(reading.network());
        forward = new Forward(values, Limits.NONE);
        deltas = new Deltas(values, Limits.NONE);
        activations = new ActivationForms(values, Limits.NONE);
        losses = new LossForms(values, Limits.NONE);
    }

    /** net(j) = Σ w · out + b. */
    public Formula net(int l, int j) {
        return forward.net(l, j).last();
    }

    /** out(j) = f(net(j)). */
    public Formula out(int l, int j) {
        return activations.valueWithCases(l, j);
    }

    /** error(k). */
    public Formula share(int k) {
        return losses.shareWithCases(k);
    }

    /** error = Σ error(k). */
    public Formula error() {
        return Limits.NONE.sum(
                Range.all(values.network().output().size()), k -> values.symbol(new Quantity.ErrorShare(k)));
    }

    /** ∂error/∂out(i): from the loss, or Σ delta · w. */
    public Formula byOutput(int l, int i) {
        return deltas.cameBack(l, i, losses::derivativeWithCases);
    }

    /** ∂out(k)/∂net(j) of layer {@code l}. */
    public Formula slope(int l, int k, int j) {
        return activations.derivativeWithCases(l, k, j);
    }

    /** Whether the deltas of layer {@code l} have a form without ∂error/∂out: those of an entropy after its activation. */
    public boolean simplifies(int l) {
        return paths.simplifies(ERROR, l);
    }

    /** delta(j) = ∂error/∂out · ∂out/∂net. */
    public Formula delta(int l, int j) {
        if (simplifies(l)) {
            return losses.simplified(j);
        }
        boolean own = paths.elementwise(l);
        return Limits.NONE.sum(
                own ? Range.single(j) : Range.all(values.network().size(l)), k -> deltas.throughOutput(l, k, j));
    }

    /** grad(w) = delta · source, grad(b) = delta. */
    public Formula gradient(int index) {
        return deltas.gradient(index).last();
    }

    /**
     * ∂A/∂B by one step of the chain rule, from other derivatives: Σⱼ ∂A/∂net(j) · w, ∂A/∂out · ∂out/∂net · source; null if
     * nothing leads from B to A.
     */
    public Formula partial(Quantity.Partial partial) {
        return Chain.step(atOldWeights, partial);
    }

    /** The lines of a recipe as people write them. */
    public static Formula written(Formula formula) {
        return UpdateLines.written(formula);
    }
}
