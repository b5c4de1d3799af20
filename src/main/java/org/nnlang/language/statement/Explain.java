package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Explainer;
import org.nnlang.explain.Limits;
import org.nnlang.language.Checking;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Methods;
import org.nnlang.language.Overflows;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.Workspace;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;
import org.nnlang.training.Trainer;

/**
 * {@code explain grad(w5) in full as latex}: how a quantity is computed; for a parameter, and for what the optimizer remembers of
 * it, how the next update changes it or, with {@code @ n}, how the update before step n changed it.
 *
 * @param full whether nothing is left out
 */
public record Explain(Expr quantity, boolean full, DerivationFormat format, Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        if (Methods.statements(c.declarations(), quantity) != null) {
            throw new Failure(quantity.span(), Problem.FORMULA_EXPLAINED, Texts.source(quantity.span()));
        }
        c.shape(quantity);
        Expr of = of(quantity);
        if (c.explained(of) instanceof Quantity.Updated && of == quantity) {
            c.needs(span).training("explain");
        }
    }

    /** The quantity asked about, without its step. */
    static Expr of(Expr quantity) {
        return quantity instanceof Expr.At at ? at.quantity() : quantity;
    }

    @Override
    public void run(Running r) {
        Expr of = of(quantity);
        Quantity.Scalar what = r.explained(of);
        Limits limits = full ? Limits.NONE : Limits.STANDARD;
        String title = r.title(quantity);
        if (quantity instanceof Expr.At at) {
            long step = r.step(at);
            r.needs(of.span(), step).check(what);
            r.tell(past(r, title, what, step, limits));
        } else {
            r.needs(of.span()).check(what);
            r.tell(now(r, title, what, limits));
        }
    }

    /** Explains a quantity now; for what updates change, explains the next one. */
    private Event now(Running r, String title, Quantity.Scalar what, Limits limits) {
        Workspace workspace = r.workspace();
        if (!(what instanceof Quantity.Updated)) {
            return value(r, title, workspace.readings(span).now(), what, limits);
        }
        r.needs(span).training("explain");
        Plan plan = workspace.plan(span);
        QuantityValues reading = workspace.readings(span).now();
        Message fault = DomainGuard.fault(plan, workspace.state(span));
        if (fault != null) {
            throw new Failure(span, fault);
        }
        Explainer explainer = new Explainer(reading, plan, workspace.state(span), limits);
        return derived(r, title, explainer.explain(what), reading);
    }

    /** Explains a quantity after {@code step} updates; for what updates change, explains the one before. */
    private Event past(Running r, String title, Quantity.Scalar what, long step, Limits limits) {
        Workspace workspace = r.workspace();
        if (!(what instanceof Quantity.Updated updated) || step == workspace.first()) {
            return value(r, title, workspace.readings(span).at(step), what, limits);
        }
        Timeline timeline = workspace.timeline(span);
        Plan plan = timeline.planAt(step - 1);
        State before = timeline.at(step - 1);
        State made = before.copy();
        new Trainer(plan).run(made, 1);
        boolean remembers = !(updated instanceof Quantity.Memory m)
                || plan.optimizer().memory().contains(m.name());
        if (!remembers
                || made.value(updated, plan.optimizer()) != timeline.at(step).value(updated, plan.optimizer())) {
            return value(r, title, workspace.readings(span).at(step), what, limits); // the script has set it since
        }
        QuantityValues reading = workspace.readings(span).at(step - 1);
        Plan shown = plan.with(plan.arithmetic().roundedAs(workspace.settings().arithmetic()));
        return derived(r, title, new Explainer(reading, shown, before, limits).explain(what), reading);
    }

    private Event value(Running r, String title, QuantityValues reading, Quantity.Scalar what, Limits limits) {
        new DomainGuard(reading, span).check(what);
        return derived(r, title, new Explainer(reading, null, null, limits).explain(what), reading);
    }

    private Event derived(Running r, String title, Derivation derivation, QuantityValues reading) {
        new Overflows(reading.arithmetic().precision(), span).check(List.of(derivation), reading.network());
        int digits = r.workspace().settings().derivationDigits();
        return new Event.Derived(span, title, derivation, reading.network(), digits, format);
    }
}
