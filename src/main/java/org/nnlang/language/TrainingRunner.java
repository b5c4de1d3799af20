package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Explainer;
import org.nnlang.explain.Limits;
import org.nnlang.explain.Narrator;
import org.nnlang.language.statement.Narrate;
import org.nnlang.language.statement.Train;
import org.nnlang.language.statement.Undo;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Plan;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.State;
import org.nnlang.network.Timeline;
import org.nnlang.network.Trainer;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Runs the verbs that train, go back, or tell what an update does. */
final class TrainingRunner {
    /** Where a training without a number of epochs ends. */
    private static final long MOST_EPOCHS = 1_000_000;

    /** Batches larger than this are narrated by their first samples and their last. */
    private static final int MOST_NARRATED = 4;

    private final Workspace workspace;
    private final Evaluator evaluator;
    private final Listener listener;
    private final Training training;

    TrainingRunner(
            Workspace workspace,
            Evaluator evaluator,
            Listener listener,
            Cancellation cancellation,
            Consumer<List<Statement>> block) {
        this.workspace = workspace;
        this.evaluator = evaluator;
        this.listener = listener;
        training = new Training(workspace, evaluator, listener, cancellation, block);
    }

    /** Whether updates are being made, or were when they were cancelled. */
    boolean running() {
        return training.running();
    }

    void train(Train s) {
        new Preconditions(workspace.declarations(), s.span()).training("train");
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
        workspace.train(s.span(), () -> training.epochs(s, epochs));
        if (s.epochs() == null && (s.until() == null || !evaluator.condition(s.until()))) {
            Problem problem = new Problem.NoEnd(MOST_EPOCHS, s.until() != null);
            listener.on(new Event.Reported(Diagnostic.notice(s.span(), problem)));
        }
    }

    void narrate(Narrate s) {
        Preconditions needs = new Preconditions(workspace.declarations(), s.span());
        switch (s.what()) {
            case FORWARD -> {
                needs.input();
                Reading reading = workspace.reading(s.span());
                new DomainGuard(reading, s.span()).forward();
                listener.on(pass(s.span(), "forward", new Narrator(reading, Limits.STANDARD).forward()));
            }
            case BACKWARD -> {
                needs.backwardInOrder(1);
                Reading reading = workspace.reading(s.span());
                new DomainGuard(reading, s.span()).backward();
                listener.on(pass(s.span(), "backward", new Narrator(reading, Limits.STANDARD).backward()));
            }
            case UPDATE -> {
                needs.training("update");
                Plan plan = workspace.plan(s.span());
                Plan here = workspace.hasData() ? plan.with(new int[] {workspace.row()}) : plan;
                DomainGuard.update(here, workspace.state(s.span()), s.span());
                update(here, workspace.reading(s.span()), List.of(), s.span());
            }
            case NEXT -> {
                needs.training("next");
                next(s.span());
            }
        }
    }

    /** A pass line by line; fails where a line is not finite. */
    private Event pass(Span span, String title, List<Derivation> lines) {
        new Overflows(workspace.settings().method().precision(), span).check(lines, workspace.network(span));
        return narrated(span, title, lines);
    }

    private Event narrated(Span span, String title, List<Derivation> lines) {
        int digits = workspace.settings().derivationDigits();
        return new Event.Narrated(span, title, lines, workspace.network(span), digits);
    }

    /** Makes an update, then tells it, behind the passes that it is made from: one that fails tells nothing. */
    private void update(Plan plan, Reading reading, List<Event> passes, Span span) {
        List<Derivation> lines = new Narrator(reading, Limits.STANDARD).update(plan, workspace.state(span));
        workspace.train(span, () -> training.update(plan, span));
        passes.forEach(listener::on);
        listener.on(narrated(span, "update", lines));
    }

    private void next(Span span) {
        Plan plan = workspace.plan(span);
        DomainGuard.update(plan, workspace.state(span), span);
        int[] rows = new Trainer(plan).nextRows(workspace.state(span));
        List<Event> passes = new ArrayList<>();
        Reading reading = workspace.reading(span);
        for (int i = 0; i < rows.length; i++) {
            if (rows.length <= MOST_NARRATED || i < MOST_NARRATED - 1 || i == rows.length - 1) {
                String sample = workspace.hasData() ? ", sample " + (rows[i] + 1) : "";
                reading = reading.on(plan.samples().row(rows[i]));
                Narrator narrator = new Narrator(reading, Limits.STANDARD);
                passes.add(pass(span, "forward" + sample, narrator.forward()));
                passes.add(pass(span, "backward" + sample, narrator.backward()));
            }
        }
        update(plan, reading, passes, span);
        workspace.setRow(rows[rows.length - 1]);
    }

    /** A quantity as it was after {@code step} updates; of a parameter, how it came to be what it was. */
    Event.Derived explainPast(Span span, String name, Quantity.Scalar quantity, long step, Limits limits) {
        if (!(quantity instanceof Quantity.Parameter parameter) || step == 0) {
            return explained(span, name, workspace.reading(step, span), quantity, limits);
        }
        Timeline timeline = workspace.timeline(span);
        Plan plan = timeline.planAt(step - 1);
        State before = timeline.at(step - 1);
        State made = before.copy();
        new Trainer(plan).run(made, 1);
        int index = parameter.index();
        if (made.parameters()[index] != timeline.at(step).parameters()[index]) {
            return explained(span, name, workspace.reading(step, span), quantity, limits); // set by hand since
        }
        Reading reading = workspace.reading(step - 1, span);
        Plan shown = plan.with(plan.method().roundedAs(workspace.settings().method()));
        Derivation update = new Explainer(reading, shown, before, limits).explain(quantity);
        return derived(span, name, update, reading);
    }

    private Event.Derived explained(Span span, String name, Reading reading, Quantity.Scalar quantity, Limits limits) {
        new DomainGuard(reading, span).check(quantity);
        return derived(span, name, new Explainer(reading, null, null, limits).explain(quantity), reading);
    }

    private Event.Derived derived(Span span, String name, Derivation derivation, Reading reading) {
        new Overflows(reading.method().precision(), span).check(List.of(derivation), reading.network());
        int digits = workspace.settings().derivationDigits();
        return new Event.Derived(span, name, derivation, reading.network(), digits, DerivationFormat.TEXT);
    }

    /** A quantity as it is; of a parameter, what the next update makes of it. */
    Event.Derived explain(Span span, String name, Quantity.Scalar quantity, Limits limits) {
        if (!(quantity instanceof Quantity.Parameter)) {
            return explained(span, name, workspace.reading(span), quantity, limits);
        }
        new Preconditions(workspace.declarations(), span).training("explain");
        Plan plan = workspace.plan(span);
        Reading reading = workspace.reading(span);
        Problem.OutsideDomain fault = DomainGuard.fault(plan, workspace.state(span));
        if (fault != null) {
            throw new Failure(span, fault);
        }
        Explainer explainer = new Explainer(reading, plan, workspace.state(span), limits);
        return derived(span, name, explainer.explain(quantity), reading);
    }

    void undo(Undo s) {
        long count = s.count() == null
                ? 1
                : Counts.count(
                        Counts.UNDONE, evaluator.number(s.count()), 1, s.count().span());
        int undoable = workspace.step() == 0 ? 0 : workspace.timeline(s.span()).undoable();
        if (count > undoable) {
            throw new Failure(s.span(), new Problem.NothingToUndo(Texts.number(count), undoable));
        }
        workspace.undo((int) count, s.span());
    }
}
