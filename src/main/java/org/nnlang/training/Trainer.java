package org.nnlang.training;

import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.NetworkPass;

/**
 * Makes updates, one after the other, in the plain order of operations that every faster kernel has to equal.
 *
 * <p>One update: for each sample of the batch a forward and a backward pass, the mean of their gradients, then the
 * optimizer's rule for each trained parameter.
 */
public final class Trainer implements Kernel {
    private final Plan plan;
    private NetworkPass pass;
    private final double[] gradient;
    private final Update update;
    private int[] order;
    private long orderEpoch = -1;

    /** A trainer for one plan. */
    public Trainer(Plan plan) {
        this.plan = plan;
        Network network = plan.network();
        gradient = new double[network.parameterCount()];
        update = new Update(plan);
    }

    /** Stops after the update in which training diverged. */
    @Override
    public long run(State state, long updates, Cancellation cancellation) {
        state.remember(plan);
        for (long made = 0; made < updates; made++) {
            plan.check(made, cancellation);
            if (!update(state, cancellation)) {
                return made + 1;
            }
        }
        return updates;
    }

    /** The mean gradient over the rows of the next update, in the order of the parameters; changes nothing. */
    public double[] nextGradient(State state) {
        begin(state);
        meanGradient(state, nextRows(state), Cancellation.NONE);
        plan.tie(gradient);
        return gradient;
    }

    /** The rows of the samples that the next update is made from. */
    public int[] nextRows(State state) {
        if (plan.only() != null) {
            return plan.only();
        }
        int from = state.position;
        int to = Math.min(from + plan.batchSize(), plan.samples().size());
        int[] rows = new int[to - from];
        for (int i = from; i < to; i++) {
            rows[i - from] = row(state, i);
        }
        return rows;
    }

    /** Takes the pass of the update after a state: in sequence, it goes by the update's learning rate. */
    private void begin(State state) {
        ArithmeticMode arithmetic = plan.arithmetic().at(state.step, state.epoch);
        if (pass == null || arithmetic != plan.arithmetic()) {
            pass = new NetworkPass(plan.network(), arithmetic);
        }
    }

    /** Makes an update; returns whether the parameters are still finite. */
    private boolean update(State state, Cancellation cancellation) {
        double rate = plan.rate(state);
        begin(state);
        if (plan.only() != null) {
            meanGradient(state, plan.only(), cancellation);
        } else {
            nextBatch(state, cancellation);
        }
        state.step++;
        state.optimizerSteps++;
        return update.apply(state, gradient, rate);
    }

    private void nextBatch(State state, Cancellation cancellation) {
        int size = plan.samples().size();
        int from = state.position;
        int to = Math.min(from + plan.batchSize(), size);
        for (int i = from; i < to; i++) {
            add(state, row(state, i), i - from, cancellation);
        }
        divide(to - from);
        state.position = to;
        if (to == size) {
            state.position = 0;
            state.epoch++;
        }
    }

    private void meanGradient(State state, int[] rows, Cancellation cancellation) {
        for (int i = 0; i < rows.length; i++) {
            add(state, rows[i], i, cancellation);
        }
        divide(rows.length);
    }

    /** Adds the gradient of a sample to the sum of those {@code before} it. */
    private void add(State state, int row, int before, Cancellation cancellation) {
        if (before > 0 && before % Cancellation.samples(plan.network()) == 0) {
            cancellation.check();
        }
        pass.forward(state.parameters, plan.samples().inputs()[row]);
        pass.backward(
                state.parameters, plan.samples().targets()[row], plan.samples().weight(row));
        pass.gradient(gradient, before > 0);
    }

    private void divide(int count) {
        if (count > 1) {
            for (int p = 0; p < gradient.length; p++) {
                gradient[p] = plan.arithmetic().mean(gradient[p], count);
            }
        }
    }

    private int row(State state, int position) {
        if (!plan.shuffle()) {
            return position;
        }
        if (orderEpoch != state.epoch) {
            order = plan.order(state.epoch);
            orderEpoch = state.epoch;
        }
        return order[position];
    }
}
