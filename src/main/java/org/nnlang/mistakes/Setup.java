package org.nnlang.mistakes;

import java.util.function.UnaryOperator;
import org.nnlang.network.Course;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.Sample;
import org.nnlang.network.State;

/**
 * All that a quantity is worked out from: what a slip changes.
 *
 * @param course the updates before the quantity is read
 * @param now how it is read, and how the next update would be made; its samples are null where there are none
 * @param sample the current sample, or null
 * @param asked the quantity
 */
public record Setup(Course course, Plan now, Sample sample, Quantity.Scalar asked) {
    /** The network that is read. */
    public Network network() {
        return now.network();
    }

    /** Every plan changed. */
    Setup with(UnaryOperator<Plan> change) {
        return new Setup(course.with(change), change.apply(now), sample, asked);
    }

    /** Every network changed. */
    Setup withNetwork(UnaryOperator<Network> change) {
        return with(plan -> plan.with(change.apply(plan.network())));
    }

    /** Layer {@code l} changed in every network. */
    Setup withLayer(int l, UnaryOperator<Layer> change) {
        return withNetwork(network -> network.with(l, change.apply(network.layer(l))));
    }

    /** The loss changed in every network. */
    Setup withLoss(UnaryOperator<Loss> change) {
        return withNetwork(network -> network.with(change.apply(network.loss())));
    }

    /** The parameters at the start changed. */
    Setup from(UnaryOperator<double[]> change) {
        return new Setup(course.from(change.apply(course.start())), now, sample, asked);
    }

    /** Another course of updates. */
    Setup after(Course other) {
        return new Setup(other, now, sample, asked);
    }

    /** Another current sample. */
    Setup on(Sample other) {
        return new Setup(course, now, other, asked);
    }

    /** Another quantity. */
    Setup asking(Quantity.Scalar other) {
        return new Setup(course, now, sample, other);
    }

    /** The quantities at the end of the course. */
    Reading reading(State state) {
        return new Reading(now.network(), state, sample, now.samples(), now.method());
    }
}
