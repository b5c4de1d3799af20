package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;
import org.nnlang.training.Update;

/** The derivations of the next update: what each trained parameter becomes. */
final class Updates {
    private final QuantityValues reading;
    private final Plan plan;
    private final State before;
    private final State after;
    private final Limits limits;
    private final int[] rows;
    private final double[] gradient;
    /** The gradient's norm if it is clipped by that, else NaN. */
    private final double norm;

    private boolean normShown;
    private final Formula rate;
    private boolean rateShown;

    /** Makes the update once, on a copy of the state. */
    Updates(QuantityValues reading, Plan plan, State state, Limits limits) {
        this.reading = reading;
        this.plan = plan;
        this.before = state.written(plan.network(), plan.arithmetic());
        this.limits = limits;
        Trainer trainer = new Trainer(plan);
        rows = trainer.nextRows(before).clone();
        gradient = trainer.nextGradient(before).clone();
        after = before.copy();
        trainer.run(after, 1);
        norm = new Update(plan).norm(gradient);
        rate = Formula.named("η", plan.rate(before));
    }

    /** w5 @ 1 = w5 − η · ∂error/∂w5, with the derivations of the gradient and of what the optimizer remembers. */
    Derivation derive(Quantity.Updated quantity) {
        int index = quantity.index();
        Derivation slope = rows.length == 1 ? ofOne(index) : ofBatch(index);
        List<Derivation> factors = new ArrayList<>();
        factors.add(slope);
        UpdateLines update = UpdateLines.of(update(index), quantity, shaped(index, slope.lhs(), factors));
        if (update.read(rate)) {
            factors.addAll(schedule());
        }
        factors.addAll(update.before());
        return Derivation.of(next(quantity), update.formula()).from(factors);
    }

    /** An update line by line: the mean gradient of a batch, what the optimizer remembers, w5 @ 1 = w5 − η · grad(w5). */
    List<Derivation> lines(int index) {
        List<Derivation> lines = new ArrayList<>();
        Formula slope = new Symbol(new Quantity.Gradient(index), 0, -1, gradient[index]);
        if (rows.length > 1) {
            Derivation mean = ofBatch(index);
            lines.add(mean);
            slope = mean.lhs();
        }
        UpdateLines update = UpdateLines.all(update(index), index, shaped(index, slope, lines));
        if (!rateShown) {
            lines.addAll(schedule());
            rateShown = true;
        }
        lines.addAll(update.before());
        lines.add(Derivation.of(next(new Quantity.Parameter(index)), update.formula()));
        lines.addAll(update.after());
        return lines;
    }

    /** The gradient after clipping and absolute decay, in a line of its own, after the line of the norm. */
    private Formula shaped(int index, Formula slope, List<Derivation> lines) {
        Shaping shaping = plan.shaping();
        if (!Double.isNaN(norm) && !normShown) {
            lines.add(Derivation.of(Formula.named("‖g‖", norm), new Formula.Root(squares())));
            normShown = true;
        }
        if (!shaping.changes(norm, gradient[index])) {
            return slope;
        }
        Formula parameter = new Values(reading, 0).symbol(new Quantity.Parameter(index));
        Formula shaped = Branches.taken(shaping.of(slope, parameter, Formula.named("‖g‖", norm)));
        Formula clipped = shaped instanceof Formula.Because because ? because.of() : shaped;
        Formula lhs = Formula.named("ĝ", plan.arithmetic().round(clipped.value()));
        lines.add(Derivation.of(lhs, clipped));
        return lhs;
    }

    /** The sum of the squares of the trained parameters' gradients, tied ones once. */
    private Formula squares() {
        Range counted = Range.all(gradient.length)
                .where(i -> plan.network().isTrained(i) && plan.network().tied(i)[0] == i);
        return limits.sum(counted, i -> Formula.square(new Symbol(new Quantity.Gradient(i), 0, -1, gradient[i])));
    }

    /** The learning rate of a schedule, by its formula. */
    private List<Derivation> schedule() {
        return plan.learningRate() instanceof LearningRate.Schedule schedule
                ? List.of(Derivation.of(rate, schedule.formula(before.step(), before.epoch())))
                : List.of();
    }

    private UpdateLines.ParameterUpdate update(int index) {
        Quantity.Parameter parameter = new Quantity.Parameter(index);
        Formula now = new Values(reading, 0).symbol(parameter);
        return new UpdateLines.ParameterUpdate(plan, before, after, rate, now, next(parameter));
    }

    private Formula next(Quantity.Updated quantity) {
        return new Symbol(quantity, 0, after.step(), after.value(quantity, plan.optimizer()));
    }

    private Derivation ofOne(int index) {
        return Chain.derive(values(rows[0]), limits, new Quantity.TotalError(), new Quantity.Parameter(index));
    }

    /** ḡ = (∂error₁/∂w + ∂error₂/∂w + …) / n. */
    private Derivation ofBatch(int index) {
        Formula sum = limits.sum(
                Range.all(rows.length),
                i -> values(rows[i]).partial(new Quantity.TotalError(), new Quantity.Parameter(index)));
        Formula mean = plan.arithmetic().sums() ? sum : Formula.quotient(sum, Formula.number(rows.length));
        return Derivation.of(Formula.named("ḡ", gradient[index]), mean);
    }

    private Values values(int row) {
        return new Values(reading.on(plan.samples().row(row)), plan.samples().size() == 1 ? 0 : row + 1);
    }
}
