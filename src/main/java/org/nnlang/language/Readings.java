package org.nnlang.language;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Kernels;
import org.nnlang.network.Method;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.Reading;
import org.nnlang.network.State;
import org.nnlang.network.Timeline;

/** Reads a network's quantities at any step of its training, for the current sample. */
public final class Readings {
    private final Network network;
    private final GivenSamples samples;
    private final Method method;
    private final Timeline timeline;
    private final Kernels kernels;
    private final Cancellation cancellation;
    private Reading now;
    private Reading exact;

    /** Makes readings of the present network, with the present samples and method. */
    Readings(
            Network network,
            GivenSamples samples,
            Method method,
            Timeline timeline,
            Kernels kernels,
            Cancellation cancellation) {
        this.network = network;
        this.samples = samples;
        this.method = method;
        this.timeline = timeline;
        this.kernels = kernels;
        this.cancellation = cancellation;
    }

    /** The quantities now. */
    public Reading now() {
        if (now == null) {
            now = reading(network, timeline.state(), method);
        }
        return now;
    }

    /** The quantities after {@code step} updates, of the network as it was at that step. */
    public Reading at(long step) {
        if (step == timeline.state().step()) {
            return now();
        }
        State state = timeline.at(step);
        Plan then = timeline.planAt(step);
        return then == null
                ? reading(network, state, method)
                : reading(then.network(), state, then.method().roundedAs(method));
    }

    /** The quantities now if no number had been rounded to decimals. */
    public Reading exact() {
        if (exact == null) {
            exact = reading(network, timeline.exactAt(timeline.state().step()), method.unrounded());
        }
        return exact;
    }

    /** The quantities after {@code step} updates if no number had been rounded to decimals. */
    public Reading exactAt(long step) {
        if (step == timeline.state().step()) {
            return exact();
        }
        State state = timeline.exactAt(step);
        Plan then = timeline.planAt(step);
        return then == null
                ? reading(network, state, method.unrounded())
                : reading(then.network(), state, then.method().unrounded());
    }

    /** A reading at a state; means use the kind of kernel that trained to it. */
    private Reading reading(Network of, State state, Method by) {
        return new Reading(
                of,
                state,
                samples.current(),
                samples.all(),
                by,
                kernels.passes(timeline.exact(state.step())),
                cancellation);
    }
}
