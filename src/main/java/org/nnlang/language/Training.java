package org.nnlang.language;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Divergence;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Rule;
import org.nnlang.network.State;
import org.nnlang.network.Trainer;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Makes the updates of training verbs and reports their progress. */
public final class Training {
    private final Workspace workspace;
    private final Listener listener;
    private final Cancellation cancellation;
    private boolean running;

    Training(Workspace workspace, Listener listener, Cancellation cancellation) {
        this.workspace = workspace;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** Makes the updates of one plan. Reports progress whenever it is asked about cancellation, even within long updates. */
    public final class Progress implements Cancellation {
        private final Span span;
        private final Plan plan;
        private final long start;
        private final long total;

        private Progress(Span span, Plan plan, long start, long total) {
            this.span = span;
            this.plan = plan;
            this.start = start;
            this.total = total;
        }

        /** The plan of the updates. */
        public Plan plan() {
            return plan;
        }

        @Override
        public boolean isCancelled() {
            State state = workspace.state(span);
            listener.progress(state.step(), state.step() - start, total, () -> workspace.loss(plan, state));
            return cancellation.isCancelled();
        }

        /** Makes updates; {@code certain} is the number of updates now certain that weren't certain at the last call. */
        public void update(long updates, long certain) {
            running = true;
            try {
                workspace.timeline(span).train(plan, updates, certain, this);
                running = false;
            } catch (Divergence divergence) {
                throw Failure.ofTraining(span, diverged(divergence, plan));
            } finally {
                workspace.moved();
            }
        }

        /** Reports progress after updates that were too few to be reported. */
        public void checkpoint() {
            running = true;
            check();
            running = false;
        }
    }

    /** Begins updates of a plan; the training verb began at step {@code start} and makes at most {@code total} updates. */
    public Progress begin(Span span, Plan plan, long start, long total) {
        return new Progress(span, plan, start, total);
    }

    /** Whether updates are being made, or were when they were cancelled. */
    boolean running() {
        return running;
    }

    private static Problem diverged(Divergence divergence, Plan plan) {
        State last = divergence.last();
        Problem.OutsideDomain fault = DomainGuard.fault(plan, last);
        if (fault != null) {
            return fault.at(divergence.step());
        }
        double[] p = last.parameters();
        int largest = 0;
        for (int i = 1; i < p.length; i++) {
            largest = Math.abs(p[i]) > Math.abs(p[largest]) ? i : largest;
        }
        State next = last.copy();
        new Trainer(plan).run(next, 1);
        int broken = 0;
        while (broken < p.length - 1 && Double.isFinite(next.parameters()[broken])) {
            broken++;
        }
        Network network = plan.network();
        double rate = plan.rate(last);
        return new Problem.Diverged(
                divergence.step(),
                network.parameterName(broken),
                network.parameterName(largest) + " = " + Texts.number(p[largest]),
                Texts.number(rate),
                overshoot(plan, rate));
    }

    private static Problem.Overshoot overshoot(Plan plan, double rate) {
        Optimizer optimizer = plan.optimizer();
        double decay = Rule.weightDecay(optimizer, plan.weightDecay());
        double product = rate * decay;
        double limit = Rule.decayLimit(optimizer);
        boolean alone = optimizer instanceof Optimizer.Sgd || optimizer instanceof Optimizer.AdamW;
        return product <= limit
                ? null
                : new Problem.Overshoot(
                        optimizer.name(),
                        Texts.number(rate),
                        Texts.number(decay),
                        Texts.number(product),
                        alone ? Texts.number(1 - product) : "",
                        Texts.number(limit));
    }
}
