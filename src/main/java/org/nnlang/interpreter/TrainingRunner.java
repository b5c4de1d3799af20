package org.nnlang.interpreter;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.nnlang.ast.Stmt;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Explainer;
import org.nnlang.explain.Limits;
import org.nnlang.explain.Narrator;
import org.nnlang.network.Divergence;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.State;
import org.nnlang.network.Timeline;
import org.nnlang.network.Trainer;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/** Runs the verbs that train, go back, or tell what an update does. */
final class TrainingRunner {
    /** Where a training without a number of epochs ends. */
    private static final long MOST_EPOCHS = 1_000_000;

    /** Batches larger than this are narrated by their first samples and their last. */
    private static final int MOST_NARRATED = 4;

    private static final long EPOCHS_BETWEEN_REPORTS = 64;

    private final Workspace workspace;
    private final Evaluator evaluator;
    private final Listener listener;
    private final Consumer<List<Stmt>> block;

    TrainingRunner(Workspace workspace, Evaluator evaluator, Listener listener, Consumer<List<Stmt>> block) {
        this.workspace = workspace;
        this.evaluator = evaluator;
        this.listener = listener;
        this.block = block;
    }

    void train(Stmt.Train s) {
        new Needs(workspace.blueprint(), s.span()).training("train");
        long epochs = s.epochs() == null
                ? MOST_EPOCHS
                : Counts.count(
                        Counts.EPOCHS,
                        evaluator.number(s.epochs()),
                        0,
                        s.epochs().span());
        if (epochs == 0) {
            return;
        }
        workspace.timeline(s.span()).mark();
        if (s.until() == null && s.every() == null) {
            long updates = updates(s.span(), epochs);
            update(workspace.plan(s.span()), updates, s.span(), 0, updates);
        } else {
            epochs(s, epochs);
        }
        if (s.epochs() == null && (s.until() == null || !evaluator.condition(s.until()))) {
            Problem problem = new Problem.NoEnd(MOST_EPOCHS, s.until() != null);
            listener.on(new Event.Reported(Diagnostic.notice(s.span(), problem)));
        }
    }

    /** Epoch by epoch: the block after every so many, the condition after each. */
    private void epochs(Stmt.Train s, long epochs) {
        long every = s.every() == null
                ? Long.MAX_VALUE
                : Counts.count(
                        Counts.EVERY, evaluator.number(s.every()), 1, s.every().span());
        long total = updates(s.span(), epochs);
        long start = workspace.step();
        for (long epoch = 1; epoch <= epochs; epoch++) {
            update(workspace.plan(s.span()), updates(s.span(), 1), s.span(), workspace.step() - start, total);
            if (epoch % EPOCHS_BETWEEN_REPORTS == 0) {
                report(s.span(), workspace.step() - start, total);
            }
            if (epoch % every == 0) {
                block.accept(s.block().statements());
                new Needs(workspace.blueprint(), s.span()).training("train"); // the block may have taken it away
            }
            if (s.until() != null && evaluator.condition(s.until())) {
                return;
            }
        }
    }

    /** Epochs that are too short for the training itself to report them. */
    private void report(Span span, long done, long total) {
        Plan plan = workspace.plan(span);
        listener.progress(workspace.step(), done, total, () -> workspace.loss(plan, workspace.state(span)));
        if (!listener.goesOn()) {
            throw new Interruption(span, true);
        }
    }

    /** How many updates so many epochs have; an epoch that has begun counts as the first. */
    private long updates(Span span, long epochs) {
        Plan plan = workspace.plan(span);
        long whole = epochs - 1;
        long most = Long.MAX_VALUE / 4;
        long later = whole > most / plan.updatesPerEpoch() ? most : whole * plan.updatesPerEpoch();
        return plan.updatesLeft(workspace.state(span).position()) + later;
    }

    private void update(Plan plan, long updates, Span span, long before, long total) {
        Timeline timeline = workspace.timeline(span);
        long start = timeline.state().step();
        DoubleSupplier loss = () -> workspace.loss(plan, timeline.state());
        boolean finished;
        try {
            finished = timeline.train(plan, updates, step -> {
                listener.progress(step, before + step - start, total, loss);
                return listener.goesOn();
            });
        } catch (Divergence divergence) {
            workspace.moved();
            throw new Failure(span, diverged(divergence, plan));
        }
        workspace.moved();
        if (!finished) {
            throw new Interruption(span, true);
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
                Texts.number(plan.learningRate()));
    }

    void narrate(Stmt.Narrate s) {
        Needs needs = new Needs(workspace.blueprint(), s.span());
        switch (s.what()) {
            case FORWARD -> {
                needs.input();
                new DomainGuard(workspace.reading(s.span()), s.span()).forward();
                narrate(s.span(), "forward", narrator(s.span()).forward());
            }
            case BACKWARD -> {
                needs.backwardInOrder(1);
                guardBackward(s.span());
                narrate(s.span(), "backward", narrator(s.span()).backward());
            }
            case UPDATE -> {
                needs.training("update");
                Plan plan = workspace.plan(s.span());
                updated(workspace.hasData() ? plan.with(new int[] {workspace.row()}) : plan, s.span());
            }
            case NEXT -> {
                needs.training("next");
                next(s.span());
            }
        }
    }

    private Narrator narrator(Span span) {
        return new Narrator(workspace.reading(span), Limits.STANDARD);
    }

    private void narrate(Span span, String title, List<Derivation> lines) {
        listener.on(new Event.Narrated(
                span,
                title,
                lines,
                workspace.network(span),
                workspace.settings().derivationDigits()));
    }

    private void guardBackward(Span span) {
        new DomainGuard(workspace.reading(span), span).backward();
    }

    /** Tells an update, and makes it. */
    private void updated(Plan plan, Span span) {
        State state = workspace.state(span);
        DomainGuard.update(plan, state, span);
        narrate(span, "update", narrator(span).update(plan, state));
        workspace.timeline(span).mark();
        update(plan, 1, span, 0, 1);
    }

    private void next(Span span) {
        Plan plan = workspace.plan(span);
        DomainGuard.update(plan, workspace.state(span), span);
        int[] rows = new Trainer(plan).nextRows(workspace.state(span));
        for (int i = 0; i < rows.length; i++) {
            if (rows.length <= MOST_NARRATED || i < MOST_NARRATED - 1 || i == rows.length - 1) {
                String sample = workspace.hasData() ? ", sample " + (rows[i] + 1) : "";
                workspace.setRow(rows[i]);
                narrate(span, "forward" + sample, narrator(span).forward());
                narrate(span, "backward" + sample, narrator(span).backward());
            }
        }
        updated(plan, span);
    }

    /** A quantity as it was after {@code step} updates; of a parameter, how it came to be what it was. */
    Event.Derived explainPast(Span span, String name, Quantity.Scalar quantity, long step) {
        if (!(quantity instanceof Quantity.Parameter) || step == 0) {
            return explained(span, name, workspace.reading(step, span), quantity);
        }
        Timeline timeline = workspace.timeline(span);
        Reading before = workspace.reading(step - 1, span);
        Derivation update = new Explainer(before, timeline.planAt(step - 1), timeline.at(step - 1), Limits.STANDARD)
                .explain(quantity);
        Reading after = workspace.reading(step, span);
        return update.result() == after.value(quantity)
                ? derived(span, name, update, before)
                : explained(span, name, after, quantity); // set by hand since
    }

    private Event.Derived explained(Span span, String name, Reading reading, Quantity.Scalar quantity) {
        new DomainGuard(reading, span).check(quantity);
        return derived(span, name, new Explainer(reading, null, null, Limits.STANDARD).explain(quantity), reading);
    }

    private Event.Derived derived(Span span, String name, Derivation derivation, Reading reading) {
        int digits = workspace.settings().derivationDigits();
        return new Event.Derived(span, name, derivation, reading.network(), digits, Stmt.Format.TEXT);
    }

    /** A quantity as it is; of a parameter, what the next update makes of it. */
    Event.Derived explain(Span span, String name, Quantity.Scalar quantity) {
        if (!(quantity instanceof Quantity.Parameter)) {
            return explained(span, name, workspace.reading(span), quantity);
        }
        new Needs(workspace.blueprint(), span).training("explain");
        Plan plan = workspace.plan(span);
        Reading reading = workspace.reading(span);
        Problem.OutsideDomain fault = DomainGuard.fault(plan, workspace.state(span));
        if (fault != null) {
            throw new Failure(span, fault);
        }
        Explainer explainer = new Explainer(reading, plan, workspace.state(span), Limits.STANDARD);
        return derived(span, name, explainer.explain(quantity), reading);
    }

    void undo(Stmt.Undo s) {
        long count = s.count() == null
                ? 1
                : Counts.count(
                        Counts.UNDONE, evaluator.number(s.count()), 1, s.count().span());
        int undoable = workspace.step() == 0 ? 0 : workspace.timeline(s.span()).undoable();
        if (count > undoable) {
            throw new Failure(s.span(), new Problem.NothingToUndo(Texts.number(count), undoable));
        }
        workspace.timeline(s.span()).undo((int) count);
        workspace.movedBack();
    }

    void reset(Span span) {
        if (workspace.step() > 0) {
            workspace.timeline(span).reset();
            workspace.movedBack();
        }
    }
}
