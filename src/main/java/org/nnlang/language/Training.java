package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.Divergence;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

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

        @Override
        public void pause() {
            check();
            listener.rest();
            check();
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
            pause();
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

    private static Message diverged(Divergence divergence, Plan plan) {
        State last = divergence.last();
        Message fault = DomainGuard.fault(plan, last);
        if (fault != null) {
            return Faults.at(divergence.step(), fault);
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
        return Problem.DIVERGED.with(
                divergence.step(),
                network.parameterName(broken),
                divergence.step() - 1,
                network.parameterName(largest) + " = " + Texts.number(p[largest]),
                causes(plan, plan.rate(last)));
    }

    /** Why training has probably diverged, and what to do: weight decay that overshoots, or else the learning rate. */
    private static List<String> causes(Plan plan, double learningRate) {
        Optimizer optimizer = plan.optimizer();
        String rate = Texts.number(learningRate);
        double decay = plan.decay();
        double product = learningRate * decay;
        double limit = product > 0 ? optimizer.decayLimit(learningRate) : Double.POSITIVE_INFINITY;
        if (product <= limit) {
            return List.of("the learning rate, " + rate
                    + ", is probably too large for this network and data; try a tenth of it, or scale the inputs");
        }
        String grows = limit == 2
                ? "decay alone multiplies each parameter by 1 − η · λ = " + Texts.number(1 - product)
                        + " at every update"
                : "with `" + optimizer.name() + "`, decay alone makes parameters grow once η · λ reaches "
                        + Texts.number(limit);
        return List.of(
                "the cause is weight decay, which overshoots: η · λ = " + rate + " · " + Texts.number(decay) + " = "
                        + Texts.number(product) + ", and " + grows,
                "choose `decay` and `learning rate` so that η · λ is below " + Texts.number(limit));
    }
}
