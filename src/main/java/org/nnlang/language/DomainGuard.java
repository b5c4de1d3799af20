package org.nnlang.language;

import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.text.Message;
import org.nnlang.text.Span;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Refuses quantities that depend on a user-defined formula at a point where the formula has no value. */
public final class DomainGuard {
    private final QuantityValues reading;
    private final Network network;
    private final Span span;

    /** A guard of a reading's quantities; failures are reported at {@code span}. */
    public DomainGuard(QuantityValues reading, Span span) {
        this.reading = reading;
        this.network = reading.network();
        this.span = span;
    }

    private Faults faults() {
        return new Faults(network, reading.forward(), reading.sample().target());
    }

    private static void check(Message fault, Span span) {
        if (fault != null) {
            throw new Failure(span, fault);
        }
    }

    /** Fails if a quantity depends on a formula that has no value. */
    public void check(Quantity quantity) {
        if (Faults.possible(network)) {
            check(fault(quantity), span);
        }
    }

    private Message fault(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Output q -> {
                Message before = faults().outputs(q.layer() - 1);
                yield before == null && q.layer() > 0 ? faults().neuron(q.layer(), q.neuron(), false) : before;
            }
            case Quantity.LayerOutputs q -> faults().outputs(q.layer());
            case Quantity.Net q -> faults().outputs(q.layer() - 1);
            case Quantity.LayerNets q -> faults().outputs(q.layer() - 1);
            case Quantity.TotalError _ -> faults().error();
            case Quantity.ErrorShare q -> faults().share(q.neuron());
            case Quantity.Delta q -> faults().backward(q.layer());
            case Quantity.LayerDeltas q -> faults().backward(q.layer());
            case Quantity.Gradient q -> faults().backward(network.layerOf(q.index()));
            case Quantity.LayerGradients q -> faults().backward(q.layer());
            case Quantity.Partial q -> partial(q);
            case Quantity.MeanLoss q -> means(q.set(), false);
            case Quantity.Accuracy q -> means(q.set(), false);
            case Quantity.Target _,
                    Quantity.Targets _,
                    Quantity.Updated _,
                    Quantity.LayerWeights _,
                    Quantity.LayerBiases _,
                    Quantity.Step _,
                    Quantity.Epoch _ -> null;
        };
    }

    private Message partial(Quantity.Partial q) {
        return switch (q.of()) {
            case Quantity.MeanLoss of -> means(of.set(), true);
            case Quantity.TotalError _, Quantity.ErrorShare _ -> faults().backward(1);
            case Quantity.Output of -> faults().partial(of.layer());
            case Quantity.Net of -> faults().partial(of.layer() - 1);
            default -> null;
        };
    }

    private Message means(Quantity.Set set, boolean backward) {
        Samples samples = reading.samples();
        boolean test = set == Quantity.Set.TEST;
        int size = test ? samples.testInputs().length : samples.size();
        Message fault = null;
        for (int row = 0; row < size && fault == null; row++) {
            QuantityValues other = reading.on(test ? samples.testRow(row) : samples.row(row));
            Faults faults = new Faults(network, other.forward(), other.sample().target());
            fault = backward ? faults.backward(1) : faults.error();
        }
        return fault;
    }

    /** Fails unless all outputs have a value, and the error if there is a target. */
    public void forward() {
        if (Faults.possible(network)) {
            boolean known = reading.sample().target() != null;
            check(known ? faults().error() : faults().outputs(network.depth()), span);
        }
    }

    /** Fails unless all derivatives have a value. */
    public void backward() {
        if (Faults.possible(network)) {
            check(faults().backward(1), span);
        }
    }

    /** The first formula without a value for a sample of the next update; null if every one has a value. */
    public static Message fault(Plan plan, State last) {
        if (!Faults.possible(plan.network())) {
            return null;
        }
        for (int row : new Trainer(plan).nextRows(last)) {
            Sample sample = plan.samples().row(row);
            QuantityValues reading = last.values(plan.network(), sample, plan.samples(), plan.arithmetic());
            Message fault = new Faults(
                            plan.network(), reading.forward(), reading.sample().target())
                    .backward(1);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Fails if the next update needs a formula that has no value. */
    public static void update(Plan plan, State state, Span span) {
        Message fault = fault(plan, state);
        if (fault != null) {
            throw Failure.ofTraining(span, Faults.at(state.step() + 1, fault));
        }
    }
}
