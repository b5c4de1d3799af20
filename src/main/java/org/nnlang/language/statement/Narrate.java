package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Limits;
import org.nnlang.explain.Worksheet;
import org.nnlang.language.Checking;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Event;
import org.nnlang.language.GivenSamples;
import org.nnlang.language.Preconditions;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Workspace;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Span;
import org.nnlang.training.Plan;
import org.nnlang.training.Trainer;

/**
 * {@code forward}, {@code backward}, {@code update}, {@code next}: shows a pass or an update with the current sample, line
 * by line; {@code next} uses the next batch, like {@code train}, and shows all three.
 */
public record Narrate(Narration what, Span span) implements Statement {
    /** The largest batch narrated in full; of a larger one, nn narrates only the first samples and the last. */
    private static final int MOST_NARRATED = 4;

    /** The passes and updates that can be narrated. */
    public enum Narration {
        FORWARD,
        BACKWARD,
        UPDATE,
        NEXT
    }

    @Override
    public boolean asksForLoss() {
        return what != Narration.FORWARD;
    }

    @Override
    public void check(Checking c) {
        checkNeeds(c.needs(span));
    }

    private void checkNeeds(Preconditions needs) {
        switch (what) {
            case FORWARD -> needs.input();
            case BACKWARD -> needs.backwardInOrder(1);
            case UPDATE -> needs.training("update");
            case NEXT -> needs.training("next");
        }
    }

    @Override
    public void run(Running r) {
        checkNeeds(r.needs(span));
        Workspace workspace = r.workspace();
        switch (what) {
            case FORWARD -> {
                QuantityValues reading = workspace.readings(span).now();
                new DomainGuard(reading, span).forward();
                r.tell(forward(r, "", new Worksheet(reading, Limits.STANDARD)));
            }
            case BACKWARD -> {
                QuantityValues reading = workspace.readings(span).now();
                new DomainGuard(reading, span).backward();
                r.tell(backward(r, "", new Worksheet(reading, Limits.STANDARD)));
            }
            case UPDATE -> {
                Plan here = planHere(workspace);
                DomainGuard.update(here, workspace.state(span), span);
                update(r, here, workspace.readings(span).now(), List.of());
            }
            case NEXT -> next(r);
        }
    }

    /** Updates by the current sample alone. */
    private Plan planHere(Workspace workspace) {
        Plan plan = workspace.plan(span);
        GivenSamples samples = workspace.samples();
        return samples.data() == null ? plan : plan.with(new int[] {samples.row()});
    }

    /** The worksheet of the current sample, with those of its passes that can be made. */
    public static Worksheet worksheet(Workspace workspace, Span span) {
        Preconditions needs = new Preconditions(workspace.declarations(), span);
        needs.input();
        QuantityValues reading = workspace.readings(span).now();
        new DomainGuard(reading, span).forward();
        if (!needs.allowTraining()) {
            return new Worksheet(reading, Limits.NONE);
        }
        Plan plan = new Narrate(Narration.UPDATE, span).planHere(workspace);
        DomainGuard.update(plan, workspace.state(span), span);
        return new Worksheet(reading, plan, workspace.state(span), Limits.NONE);
    }

    private Event forward(Running r, String sample, Worksheet worksheet) {
        return pass(r, "forward" + sample, worksheet.shown(worksheet.forward()));
    }

    private Event backward(Running r, String sample, Worksheet worksheet) {
        return pass(r, "backward" + sample, worksheet.shown(worksheet.backward()));
    }

    /** Narrates a pass line by line; fails if a number is not finite. */
    private Event pass(Running r, String title, List<Derivation> lines) {
        r.overflows(span).check(lines, r.network(span));
        return narrated(r, title, lines);
    }

    private Event narrated(Running r, String title, List<Derivation> lines) {
        return new Event.Narrated(
                span, title, lines, r.network(span), r.workspace().settings().derivationDigits());
    }

    /** Makes an update, then shows its passes and the update itself, so that an update that fails shows nothing. */
    private void update(Running r, Plan plan, QuantityValues reading, List<Event> passes) {
        Workspace workspace = r.workspace();
        Worksheet worksheet = new Worksheet(reading, plan, workspace.state(span), Limits.STANDARD);
        List<Derivation> lines = worksheet.shown(worksheet.update());
        workspace.train(
                span, () -> r.training().begin(span, plan, workspace.step(), 1).update(1, 1));
        passes.forEach(r::tell);
        r.tell(narrated(r, "update", lines));
    }

    private void next(Running r) {
        Workspace workspace = r.workspace();
        Plan plan = workspace.plan(span);
        DomainGuard.update(plan, workspace.state(span), span);
        int[] rows = new Trainer(plan).nextRows(workspace.state(span));
        List<Event> passes = new ArrayList<>();
        QuantityValues reading = workspace.readings(span).now();
        for (int i = 0; i < rows.length; i++) {
            if (rows.length <= MOST_NARRATED || i < MOST_NARRATED - 1 || i == rows.length - 1) {
                String sample = workspace.samples().data() == null ? "" : ", sample " + (rows[i] + 1);
                reading = reading.on(plan.samples().row(rows[i]));
                Worksheet worksheet = new Worksheet(reading, Limits.STANDARD);
                passes.add(forward(r, sample, worksheet));
                passes.add(backward(r, sample, worksheet));
            }
        }
        update(r, plan, reading, passes);
        workspace.setRow(rows[rows.length - 1]);
    }
}
