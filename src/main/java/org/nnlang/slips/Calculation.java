package org.nnlang.slips;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.training.Plan;
import org.nnlang.training.Replay;
import org.nnlang.training.State;

/**
 * All that quantities are computed from: a slip changes it.
 *
 * @param replay the updates before the quantities are read
 * @param now how they are read, and how the next update would be made; its samples are null if there are none
 * @param sample the current sample, or null
 */
public record Calculation(Replay replay, Plan now, Sample sample) {
    /** The network that is read. */
    public Network network() {
        return now.network();
    }

    /** The step at which its updates begin: other than 0 if training was resumed. */
    public long first() {
        return replay.first();
    }

    /** Every plan changed; what was one plan stays one. */
    Calculation with(UnaryOperator<Plan> change) {
        Map<Plan, Plan> changed = new IdentityHashMap<>();
        UnaryOperator<Plan> once = plan -> changed.computeIfAbsent(plan, change);
        return new Calculation(replay.with(once), once.apply(now), sample);
    }

    /** Every network changed. */
    Calculation withNetwork(UnaryOperator<Network> change) {
        return with(plan -> plan.with(change.apply(plan.network())));
    }

    /** Layer {@code l} changed in every network. */
    Calculation withLayer(int l, UnaryOperator<Layer> change) {
        return withNetwork(network -> network.with(l, change.apply(network.layer(l))));
    }

    /** The loss changed in every network. */
    Calculation withLoss(UnaryOperator<Loss> change) {
        return withNetwork(network -> network.with(change.apply(network.loss())));
    }

    /** The parameters at the start changed. */
    Calculation from(UnaryOperator<double[]> change) {
        return new Calculation(replay.from(change), now, sample);
    }

    /** Another replay of updates. */
    Calculation after(Replay other) {
        return new Calculation(other, now, sample);
    }

    /** Another current sample. */
    Calculation on(Sample other) {
        return new Calculation(replay, now, other);
    }

    /** The state after some updates; after the last, with the edits that follow it. Null if training diverged. */
    State after(long updates, Cancellation cancellation) {
        return (updates < replay.updates() ? replay.first(updates) : replay).run(cancellation);
    }

    /** The quantities at the end of the replay. */
    QuantityValues reading(State state) {
        return state.values(
                now.network(),
                now.optimizer(),
                sample,
                now.samples(),
                now.arithmetic(),
                BatchForward.PLAIN,
                Cancellation.NONE);
    }
}
