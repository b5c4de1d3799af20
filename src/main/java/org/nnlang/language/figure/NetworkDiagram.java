package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nnlang.explain.Names;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.DomainGuard;
import org.nnlang.language.Failure;
import org.nnlang.language.Preconditions;
import org.nnlang.language.Running;
import org.nnlang.language.Texts;
import org.nnlang.language.Workspace;
import org.nnlang.language.statement.Clause;
import org.nnlang.language.statement.Draw;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;
import org.nnlang.text.Thousands;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** {@code draw}, {@code draw gradients}, {@code draw update}, {@code draw path w1}: the network with its numbers. */
public record NetworkDiagram(Draw draw) implements PictureKind {
    private static final Quantity.Scalar ERROR = new Quantity.TotalError();

    @Override
    public String name() {
        return switch (draw.shown()) {
            case NETWORK -> "draw";
            case GRADIENTS -> "draw gradients";
            case UPDATE -> "draw update";
            case PATH -> "draw path " + Texts.source(draw.parameter().span());
        };
    }

    @Override
    public Set<Clause.Kind> takes() {
        return EnumSet.noneOf(Clause.Kind.class);
    }

    @Override
    public void check(Checking c) {
        c.network(draw.span());
        check(c.needs(draw.span()), c);
    }

    private void check(Preconditions needs, Context c) {
        switch (draw.shown()) {
            case NETWORK -> {}
            case GRADIENTS -> needs.backwardInOrder(1);
            case UPDATE -> needs.training("draw update");
            case PATH -> needs.check(new Quantity.Gradient(parameter(c)));
        }
    }

    private int parameter(Context c) {
        return ((Quantity.Parameter) c.explained(draw.parameter())).index(); // the grammar allows nothing else
    }

    /** The update is the next one or, with {@code @ n}, the one before step n. */
    @Override
    public Figure.Diagram figure(Running r, long step) {
        check(r.needs(draw.span(), step), r);
        Workspace workspace = r.workspace();
        long from = draw.shown() == Draw.Shown.UPDATE && draw.step() != null ? step - 1 : step;
        if (from < workspace.first()) {
            throw new Failure(draw.step().span(), Problem.NO_UPDATE_BEFORE, Texts.number(step));
        }
        QuantityValues reading = workspace.readings(draw.span()).at(from);
        return switch (draw.shown()) {
            case NETWORK -> network(r, reading);
            case GRADIENTS -> gradients(r, reading);
            case UPDATE -> update(r, reading, from);
            case PATH -> path(r, reading, parameter(r));
        };
    }

    private Figure.Diagram network(Running r, QuantityValues reading) {
        List<String> notes = new ArrayList<>();
        boolean input = reading.sample() != null && reading.sample().input() != null;
        if (input) {
            new DomainGuard(reading, draw.span()).forward();
            notes.add("in each neuron: out, below it net");
        } else {
            notes.add("no sample is given: the neurons have no outputs yet");
        }
        DiagramContent content = new Values(r, reading, input);
        Network network = reading.network();
        boolean error = input && allowsError(r, reading);
        return new DiagramMaker(network, content, List.of())
                .make(
                        "the network" + StepTitle.after(reading.step()) + sample(r, input),
                        notes,
                        error ? new Figure.Reading("", number(r, reading, ERROR)) : null,
                        error ? reading.sample().target() : null,
                        List.of());
    }

    /** Whether the error of the current sample can be computed. */
    private boolean allowsError(Running r, QuantityValues reading) {
        try {
            r.needs(draw.span(), reading.step()).check(ERROR);
            return true;
        } catch (Failure _) {
            return false; // the picture is complete without it
        }
    }

    private Figure.Diagram gradients(Running r, QuantityValues reading) {
        new DomainGuard(reading, draw.span()).backward();
        List<String> notes = new ArrayList<>();
        notes.add(
                "in each neuron: delta, ∂error/∂net, below it out; at each edge: ∂error/∂w of the weight, which is the "
                        + "delta where it ends times the out where it begins");
        Plan plan = r.workspace().samples().all() == null ? null : r.workspace().plan(draw.span());
        if (plan != null && plan.samples().size() > 1 && plan.batchSize() > 1) {
            notes.add("these are the gradients of one sample; an update takes the mean of its batch");
        }
        return new DiagramMaker(reading.network(), new Gradients(r, reading), List.of())
                .make(
                        "deltas and gradients" + StepTitle.after(reading.step()) + sample(r, true),
                        notes,
                        new Figure.Reading("", number(r, reading, ERROR)),
                        reading.sample().target(),
                        List.of());
    }

    private Figure.Diagram path(Running r, QuantityValues reading, int parameter) {
        new DomainGuard(reading, draw.span()).backward();
        number(r, reading, new Quantity.Gradient(parameter));
        ChainPaths paths = new ChainPaths(reading, parameter);
        String name = reading.network().parameterName(parameter);
        return new DiagramMaker(reading.network(), paths, paths.needed())
                .make(
                        "∂error/∂" + name + " by the chain rule" + StepTitle.after(reading.step()) + sample(r, true),
                        paths.notes(),
                        new Figure.Reading("", number(r, reading, ERROR)),
                        reading.sample().target(),
                        paths.sums());
    }

    private Figure.Diagram update(Running r, QuantityValues reading, long from) {
        Workspace workspace = r.workspace();
        boolean next = from == workspace.step();
        Plan plan = next
                ? workspace.plan(draw.span())
                : workspace.timeline(draw.span()).planAt(from);
        State state = next
                ? workspace.state(draw.span())
                : workspace.timeline(draw.span()).at(from);
        if (next) {
            DomainGuard.update(plan, state, draw.span());
        }
        State before = state.written(plan.network(), plan.arithmetic());
        Trainer trainer = new Trainer(plan);
        int[] rows = trainer.nextRows(before);
        State after = before.copy();
        trainer.run(after, 1);
        for (int i = 0; i < plan.network().parameterCount(); i++) {
            r.overflows(draw.span())
                    .checkResult(plan.network().parameterName(i) + " @ " + after.step(), after.parameters()[i]);
        }
        List<String> notes = new ArrayList<>();
        notes.add("by " + plan.optimizer().name() + ", learning rate " + Texts.number(plan.rate(before))
                + samples(workspace, rows));
        return new DiagramMaker(plan.network(), new Update(plan.network(), before, after), List.of())
                .make("update " + Thousands.of(from + 1) + ", old → new", notes, null, null, List.of());
    }

    private static String samples(Workspace workspace, int[] rows) {
        if (workspace.samples().data() == null) {
            return "";
        }
        return rows.length == 1
                ? ", for sample " + Thousands.of(rows[0] + 1)
                : ", for the mean gradient of " + Thousands.of(rows.length) + " samples";
    }

    private static String sample(Running r, boolean input) {
        return input && r.workspace().samples().data() != null
                ? ", sample " + Thousands.of(r.workspace().samples().row() + 1)
                : "";
    }

    /** A quantity's value; fails if it is not finite. */
    private double number(Running r, QuantityValues reading, Quantity.Scalar quantity) {
        double value = reading.value(quantity);
        r.overflows(draw.span()).checkResult(new Names(reading.network()).syntax(quantity), value);
        return value;
    }

    /** Outs and nets, and the weights. */
    private final class Values implements DiagramContent {
        private final Running r;
        private final QuantityValues reading;
        private final boolean input;

        Values(Running r, QuantityValues reading, boolean input) {
            this.r = r;
            this.reading = reading;
            this.input = input;
        }

        @Override
        public String scale() {
            return "weights and biases";
        }

        @Override
        public List<Figure.Reading> neuron(int l, int j) {
            if (!input) {
                return List.of();
            }
            double out = number(r, reading, new Quantity.Output(l, j));
            return l == 0
                    ? List.of(new Figure.Reading("", out))
                    : List.of(
                            new Figure.Reading("out", out),
                            new Figure.Reading("net", number(r, reading, new Quantity.Net(l, j))));
        }

        @Override
        public double color(int index) {
            return reading.parameter(index);
        }

        @Override
        public List<Figure.Reading> parameter(int index) {
            return List.of(new Figure.Reading("", reading.parameter(index)));
        }
    }

    /** Deltas and outs, and the gradients. */
    private final class Gradients implements DiagramContent {
        private final Running r;
        private final QuantityValues reading;

        Gradients(Running r, QuantityValues reading) {
            this.r = r;
            this.reading = reading;
        }

        @Override
        public String scale() {
            return "gradients";
        }

        @Override
        public List<Figure.Reading> neuron(int l, int j) {
            double out = number(r, reading, new Quantity.Output(l, j));
            return l == 0
                    ? List.of(new Figure.Reading("", out))
                    : List.of(
                            new Figure.Reading("delta", number(r, reading, new Quantity.Delta(l, j))),
                            new Figure.Reading("out", out));
        }

        @Override
        public double color(int index) {
            return number(r, reading, new Quantity.Gradient(index));
        }

        @Override
        public List<Figure.Reading> parameter(int index) {
            return List.of(new Figure.Reading("", color(index)));
        }
    }

    /** Each parameter before an update and after it. */
    private record Update(Network network, State before, State after) implements DiagramContent {
        @Override
        public String scale() {
            return "changes";
        }

        @Override
        public List<Figure.Reading> neuron(int l, int j) {
            return List.of();
        }

        @Override
        public double color(int index) {
            return after.parameters()[index] - before.parameters()[index];
        }

        @Override
        public List<Figure.Reading> parameter(int index) {
            Figure.Reading old = new Figure.Reading("", before.parameters()[index]);
            return fixed(index) ? List.of(old) : List.of(old, new Figure.Reading("→", after.parameters()[index]));
        }

        @Override
        public boolean fixed(int index) {
            return !network.isTrained(index);
        }
    }
}
