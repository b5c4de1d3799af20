package org.nnlang.engine;

import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** The rows of the samples of a plan's next update. */
final class Batch {
    private final Plan plan;
    private int[] order;
    private long orderEpoch = -1;
    private int from;
    private int size;

    Batch(Plan plan) {
        this.plan = plan;
    }

    /** The most rows of any update. */
    static int most(Plan plan) {
        return plan.only() != null ? plan.only().length : plan.batchSize();
    }

    /** Turns to the next update after a state. */
    void next(State state) {
        if (plan.only() != null) {
            order = plan.only();
            from = 0;
            size = order.length;
            return;
        }
        if (plan.shuffle() && orderEpoch != state.epoch()) {
            orderEpoch = state.epoch();
            order = plan.order(orderEpoch);
        }
        from = state.position();
        size = Math.min(plan.batchSize(), plan.samples().size() - from);
    }

    /** How many samples the update has. */
    int size() {
        return size;
    }

    /** The row of its sample {@code i}, from 0. */
    int row(int i) {
        return order == null ? from + i : order[from + i];
    }
}
