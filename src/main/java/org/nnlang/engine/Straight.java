package org.nnlang.engine;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Plan;
import org.nnlang.network.State;

/** A kernel of generated straight-line code; epochs of shuffled samples are run one by one. */
final class Straight extends RatedKernel {
    /** What the generated class implements. */
    interface Code {
        /**
         * Makes updates.
         *
         * @param p the parameters
         * @param memory what the optimizer remembers
         * @param order the rows in the order of the epoch; null where samples are not shuffled
         * @param position how many samples of the epoch have been used
         * @param n how many updates were made since the memory was empty
         * @param rate the learning rate
         */
        void run(
                double[] p,
                double[][] memory,
                double[][] inputs,
                double[][] targets,
                int[] order,
                int position,
                long updates,
                long n,
                double rate);
    }

    private final Plan plan;
    private final Code code;
    private int[] order;
    private long orderEpoch = -1;

    Straight(Plan plan, Code code) {
        super(plan);
        this.plan = plan;
        this.code = code;
    }

    @Override
    void run(State state, Plan now, long updates, Cancellation cancellation) {
        state.remember(plan);
        for (long left = updates; left > 0; ) {
            long some = Math.min(left, now.steady(state.position()));
            int[] order = null;
            if (plan.shuffle()) {
                some = Math.min(some, plan.updatesLeft(state.position()));
                order = order(state.epoch());
            }
            run(state, now.rate(state), order, some);
            left -= some;
        }
    }

    private int[] order(long epoch) {
        if (orderEpoch != epoch) {
            orderEpoch = epoch;
            order = plan.order(epoch);
        }
        return order;
    }

    private void run(State state, double rate, int[] order, long updates) {
        code.run(
                state.parameters(),
                state.memory(),
                plan.samples().inputs(),
                plan.samples().targets(),
                order,
                state.position(),
                updates,
                state.optimizerSteps(),
                rate);
        state.count(plan, updates);
    }
}
