package org.nnlang.engine;

import java.util.Arrays;
import org.nnlang.network.Cancellation;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** A kernel of generated straight-line code in several methods, whose variables are elements of one array. */
final class Pieces extends RatedKernel {
    /** What the generated class implements. */
    interface Code {
        /** Passes a sample, and adds its gradients to the sums of a batch, or, where there are no batches, updates. */
        void pass(double[] input, double[] target);

        /** Updates with the sums of a batch. */
        void step(double[] input, double[] target);
    }

    private final Plan plan;
    private final PiecesBody body;
    private final double[] frame;
    private final Code code;
    private final Batch batch;
    private final double[][] targets;

    Pieces(Plan plan, PiecesBody body, double[] frame, Code code) {
        super(plan);
        this.plan = plan;
        this.body = body;
        this.frame = frame;
        this.code = code;
        batch = new Batch(plan);
        targets = StraightPass.targets(plan.samples());
    }

    @Override
    void run(State state, Plan now, long updates, Cancellation cancellation) {
        state.remember(plan);
        int count = state.parameters().length;
        System.arraycopy(state.parameters(), 0, frame, 0, count);
        for (int slot = 0; slot < state.memory().length; slot++) {
            System.arraycopy(state.memory()[slot], 0, frame, (slot + 1) * count, count);
        }
        try {
            for (long made = 0; made < updates; made++) {
                update(state, now.rate(state));
            }
        } finally {
            System.arraycopy(frame, 0, state.parameters(), 0, count);
            for (int slot = 0; slot < state.memory().length; slot++) {
                System.arraycopy(frame, (slot + 1) * count, state.memory()[slot], 0, count);
            }
        }
    }

    private void update(State state, double rate) {
        batch.next(state);
        state.count(plan, 1);
        frame[body.steps()] = state.optimizerSteps();
        frame[body.rate()] = rate;
        if (plan.batchSize() == 1) {
            pass(0);
            return;
        }
        Arrays.fill(frame, body.sums(), body.sums() + body.sumCount(), -0.0); // what leaves every number as it is
        for (int i = 0; i < batch.size(); i++) {
            pass(i);
        }
        frame[body.count()] = batch.size();
        code.step(null, null);
    }

    private void pass(int i) {
        int row = batch.row(i);
        code.pass(plan.samples().inputs()[row], targets[row]);
    }
}
