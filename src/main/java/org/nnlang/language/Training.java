package org.nnlang.language;

import java.util.List;
import java.util.function.Consumer;
import org.nnlang.language.statement.Train;
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

/** Makes the updates of a training verb, and reports how far it is. */
final class Training {
    private static final long EPOCHS_BETWEEN_REPORTS = 64;

    private final Workspace workspace;
    private final Evaluator evaluator;
    private final Listener listener;
    private final Cancellation cancellation;
    private final Consumer<List<Statement>> block;
    private boolean running;

    Training(
            Workspace workspace,
            Evaluator evaluator,
            Listener listener,
            Cancellation cancellation,
            Consumer<List<Statement>> block) {
        this.workspace = workspace;
        this.evaluator = evaluator;
        this.listener = listener;
        this.cancellation = cancellation;
        this.block = block;
    }

    /** Reports how far a training is whenever it checks whether to go on: between updates, and within long ones. */
    private final class Progress implements Cancellation {
        private final Span span;
        private final Plan plan;
        private final long start;
        private final long total;

        /** Of a training that began at step {@code start} and has so many updates at most. */
        Progress(Span span, Plan plan, long start, long total) {
            this.span = span;
            this.plan = plan;
            this.start = start;
            this.total = total;
        }

        @Override
        public boolean isCancelled() {
            State state = workspace.state(span);
            listener.progress(state.step(), state.step() - start, total, () -> workspace.loss(plan, state));
            return cancellation.isCancelled();
        }
    }

    /** As many epochs at a time as there are to the next block, or one where there is a condition. */
    void epochs(Train s, long epochs) {
        long every = s.every() == null
                ? Long.MAX_VALUE
                : Counts.count(
                        Counts.EVERY, evaluator.number(s.every()), 1, s.every().span());
        long total = updates(s.span(), epochs);
        long start = workspace.step();
        Progress progress = null;
        for (long epoch = 0; epoch < epochs; ) {
            Plan plan = workspace.plan(s.span());
            boolean other = progress == null || progress.plan != plan;
            progress = other ? new Progress(s.span(), plan, start, total) : progress;
            long some = s.until() == null ? Math.min(epochs - epoch, every - epoch % every) : 1;
            long updates = updates(s.span(), some);
            long certain = s.until() != null ? updates : other ? updates(s.span(), epochs - epoch) : 0;
            update(plan, updates, certain, progress);
            epoch += some;
            if (epoch % EPOCHS_BETWEEN_REPORTS == 0) {
                running = true; // these epochs are too short for the updates to report them
                progress.check();
                running = false;
            }
            if (epoch % every == 0) {
                block.accept(s.block().statements());
                new Preconditions(workspace.declarations(), s.span())
                        .training("train"); // the block may have taken it away
            }
            if (s.until() != null && evaluator.condition(s.until())) {
                return;
            }
        }
    }

    /** Whether updates are being made, or were when they were cancelled. */
    boolean running() {
        return running;
    }

    /** How many updates so many epochs have; an epoch that has begun counts as the first. */
    private long updates(Span span, long epochs) {
        Plan plan = workspace.plan(span);
        long first = plan.updatesLeft(workspace.state(span).position());
        if (epochs == 1) {
            return first;
        }
        long most = Long.MAX_VALUE / 4 / plan.updatesPerEpoch();
        return first + Math.min(epochs - 1, most) * plan.updatesPerEpoch();
    }

    /** Makes one update. */
    void update(Plan plan, Span span) {
        update(plan, 1, 1, new Progress(span, plan, workspace.step(), 1));
    }

    /** Makes updates; so many more than were known before are certain to be made. */
    private void update(Plan plan, long updates, long certain, Progress progress) {
        running = true;
        try {
            workspace.timeline(progress.span).train(plan, updates, certain, progress);
            running = false;
        } catch (Divergence divergence) {
            throw Failure.ofTraining(progress.span, diverged(divergence, plan));
        } finally {
            workspace.moved();
        }
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
        return new Problem.Diverged(
                divergence.step(),
                network.parameterName(broken),
                network.parameterName(largest) + " = " + Texts.number(p[largest]),
                Texts.number(plan.learningRate()),
                overshoot(plan));
    }

    private static Problem.Overshoot overshoot(Plan plan) {
        Optimizer optimizer = plan.optimizer();
        double decay = Rule.weightDecay(optimizer, plan.weightDecay());
        double product = plan.learningRate() * decay;
        double limit = Rule.decayLimit(optimizer);
        boolean alone = optimizer instanceof Optimizer.Sgd || optimizer instanceof Optimizer.AdamW;
        return product <= limit
                ? null
                : new Problem.Overshoot(
                        optimizer.name(),
                        Texts.number(plan.learningRate()),
                        Texts.number(decay),
                        Texts.number(product),
                        alone ? Texts.number(1 - product) : "",
                        Texts.number(limit));
    }
}
