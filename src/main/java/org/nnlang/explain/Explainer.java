package org.nnlang.explain;

import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/**
 * Derives the quantities of one reading: the formula, its numbers, its result, and its factors in turn.
 *
 * <p>Who asks must know that what the quantity needs is there, as for {@link QuantityValues}. The derivation of a
 * parameter, and of what the optimizer remembers, is that of its value after the next update.
 */
public final class Explainer {
    private final QuantityValues reading;
    private final Plan plan;
    private final State state;
    private final Limits limits;
    private final Values values;
    private final Forward forward;
    private final MeanDerivations means;

    /**
     * An explainer of what a reading gives.
     *
     * @param plan how the next update is made, or null when none can be
     * @param state the state that was read; null when there is no plan
     */
    public Explainer(QuantityValues reading, Plan plan, State state, Limits limits) {
        this.reading = reading;
        this.plan = plan;
        this.state = state;
        this.limits = limits;
        values = new Values(reading, 0);
        forward = new Forward(values, limits);
        means = new MeanDerivations(reading.by(reading.arithmetic().simultaneous()), limits);
    }

    /** The derivation of a quantity. */
    public Derivation explain(Quantity.Scalar quantity) {
        Formula lhs = values.symbol(quantity);
        return switch (quantity) {
            case Quantity.Output q when q.layer() == 0 -> Derivation.fact(lhs, Derivation.Note.GIVEN);
            case Quantity.Output q -> forward.out(q.layer(), q.neuron()).from(forward.netsOf(q.layer(), q.neuron()));
            case Quantity.Net q -> forward.net(q.layer(), q.neuron());
            case Quantity.TotalError _ -> forward.error();
            case Quantity.ErrorShare q -> forward.share(q.neuron());
            case Quantity.Target _ -> Derivation.fact(lhs, Derivation.Note.GIVEN);
            case Quantity.Delta q ->
                chain(values, lhs, new Quantity.TotalError(), new Quantity.Net(q.layer(), q.neuron()));
            case Quantity.Gradient q ->
                chain(values, lhs, new Quantity.TotalError(), new Quantity.Parameter(q.index()));
            case Quantity.Partial q -> partial(lhs, q);
            case Quantity.Updated q -> updated(lhs, q);
            case Quantity.MeanLoss q -> means.loss(lhs, q.set());
            case Quantity.Accuracy q -> means.accuracy(lhs, q.set());
            case Quantity.Step _, Quantity.Epoch _ -> Derivation.fact(lhs, Derivation.Note.NONE);
        };
    }

    private Derivation partial(Formula lhs, Quantity.Partial partial) {
        return partial.of() instanceof Quantity.MeanLoss && partial.by() instanceof Quantity.Parameter by
                ? means.partial(lhs, by)
                : chain(inOneGo(), lhs, partial.of(), partial.by());
    }

    /** A partial derivative is what it is, in whatever order the weights are updated. */
    private Values inOneGo() {
        return new Values(reading.by(reading.arithmetic().simultaneous()), 0);
    }

    private Derivation chain(Values values, Formula lhs, Quantity.Scalar of, Quantity.Scalar by) {
        return Chain.derive(values, limits, of, by).as(lhs);
    }

    private Derivation updated(Formula lhs, Quantity.Updated quantity) {
        if (!reading.network().isTrained(quantity.index())) {
            return Derivation.fact(lhs, Derivation.Note.FIXED);
        }
        return plan == null
                ? Derivation.fact(lhs, Derivation.Note.NONE)
                : new Updates(reading, plan, state, limits).derive(quantity);
    }
}
