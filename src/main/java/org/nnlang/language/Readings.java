package org.nnlang.language;

import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.QuantityValues;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;

/** Reads a network's quantities at any step of its training, for the current sample. */
public final class Readings {
    private final Network network;
    private final Optimizer optimizer;
    private final ArithmeticMode arithmetic;
    private final GivenSamples samples;
    private final Timeline timeline;
    private final Kernels kernels;
    private final Cancellation cancellation;
    private QuantityValues now;
    private QuantityValues exact;
    /** What was read last at an earlier step. */
    private QuantityValues past;

    /** Makes readings of the present network, with the present settings and samples. */
    Readings(
            Network network,
            Settings settings,
            GivenSamples samples,
            Timeline timeline,
            Kernels kernels,
            Cancellation cancellation) {
        this.network = network;
        optimizer = settings.get(Setting.OPTIMIZER);
        arithmetic = settings.arithmetic();
        this.samples = samples;
        this.timeline = timeline;
        this.kernels = kernels;
        this.cancellation = cancellation;
    }

    /** The quantities now. */
    public QuantityValues now() {
        if (now == null) {
            now = reading(network, optimizer, timeline.state(), arithmetic);
        }
        return now;
    }

    /** The quantities after {@code step} updates, of the network as it was at that step. */
    public QuantityValues at(long step) {
        if (step == timeline.state().step()) {
            return now();
        }
        if (past == null || past.step() != step) {
            State state = timeline.at(step);
            Plan then = timeline.planAt(step);
            past = then == null
                    ? reading(network, optimizer, state, arithmetic)
                    : reading(
                            then.network(),
                            then.optimizer(),
                            state,
                            then.arithmetic().roundedAs(arithmetic));
        }
        return past;
    }

    /** The quantities now if no number had been rounded to decimals. */
    public QuantityValues exact() {
        if (exact == null) {
            exact = reading(
                    network, optimizer, timeline.exactAt(timeline.state().step()), arithmetic.unrounded());
        }
        return exact;
    }

    /** The quantities after {@code step} updates if no number had been rounded to decimals. */
    public QuantityValues exactAt(long step) {
        if (step == timeline.state().step()) {
            return exact();
        }
        State state = timeline.exactAt(step);
        Plan then = timeline.planAt(step);
        return then == null
                ? reading(network, optimizer, state, arithmetic.unrounded())
                : reading(
                        then.network(),
                        then.optimizer(),
                        state,
                        then.arithmetic().unrounded());
    }

    /** A reading at a state; means use the kind of kernel that trained to it. */
    private QuantityValues reading(Network of, Optimizer remembering, State state, ArithmeticMode by) {
        return state.values(
                of,
                remembering,
                samples.current(),
                samples.all(),
                by,
                kernels.passes(timeline.exact(state.step())),
                cancellation);
    }
}
