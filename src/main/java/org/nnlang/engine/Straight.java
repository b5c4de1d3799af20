package org.nnlang.engine;

import org.nnlang.network.Cancellation;
import org.nnlang.network.LearningRate;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** A kernel of generated straight-line code; epochs of shuffled samples are run one by one. */
final class Straight extends RatedKernel {
    /** What the generated class implements. */
    interface Code {
        /**
         * Makes updates.
         *
         * @param p the parameters
         * @param memory what the optimizer remembers
         * @param targets a row for each sample, which ends with its weight if it has one
         * @param order the rows in the order of the epoch; null where samples are not shuffled
         * @param position how many samples of the epoch have been used
         * @param n how many updates were made since the memory was empty
         * @param rates the learning rate of each update, or one for all
         * @param stride 1 for one rate after the other, 0 for the same
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
                double[] rates,
                int stride);
    }

    private final Plan plan;
    private final Code code;
    private final double[][] targets;
    private int[] order;
    private long orderEpoch = -1;
    private final double[] rates = new double[256];

    Straight(Plan plan, Code code) {
        super(plan);
        this.plan = plan;
        this.code = code;
        targets = StraightPass.targets(plan.samples());
    }

    @Override
    void run(State state, Plan now, long updates, Cancellation cancellation) {
        state.remember(plan);
        for (long left = updates; left > 0; ) {
            long some = plan.shuffle() ? Math.min(left, plan.updatesLeft(state.position())) : left;
            boolean constant = now.learningRate() instanceof LearningRate.Constant;
            some = constant ? some : rates(state, now, (int) Math.min(some, rates.length));
            if (constant) {
                rates[0] = now.rate(state);
            }
            run(state, constant ? 0 : 1, plan.shuffle() ? order(state.epoch()) : null, some);
            left -= some;
        }
    }

    /** Works out the rates of the next updates; fewer than asked for if a schedule has no more. */
    private int rates(State state, Plan now, int most) {
        rates[0] = now.rate(state);
        int made = 1;
        try {
            for (; made < most; made++) {
                rates[made] = now.rate(state, made);
            }
        } catch (LearningRate.OutOfRange _) {
            return made;
        }
        return made;
    }

    private int[] order(long epoch) {
        if (orderEpoch != epoch) {
            orderEpoch = epoch;
            order = plan.order(epoch);
        }
        return order;
    }

    private void run(State state, int stride, int[] order, long updates) {
        code.run(
                state.parameters(),
                state.memory(),
                plan.samples().inputs(),
                targets,
                order,
                state.position(),
                updates,
                state.optimizerSteps(),
                rates,
                stride);
        state.count(plan, updates);
    }
}
