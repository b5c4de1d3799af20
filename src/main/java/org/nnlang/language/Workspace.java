package org.nnlang.language;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.nnlang.network.Activation;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Calculation;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.training.KernelChoice;
import org.nnlang.training.Kernels;
import org.nnlang.training.ManualEdit;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;

/**
 * A script's state: declarations, named values, samples, the parameters and their history. All but the history is
 * immutable; copies share it.
 */
public final class Workspace {
    private final Kernels kernels;
    private final Cancellation cancellation;
    private Declarations declarations = Declarations.NONE;
    private NameMap<Value> lets = NameMap.empty();
    private GivenSamples samples = GivenSamples.NONE;
    private ParameterStarts starts = ParameterStarts.NONE;
    /** Null until a parameter is needed. */
    private Timeline timeline;

    /** Identifies this state; replaced at each change. */
    private Object version = new Object();

    private Plan plan;
    private Readings readings;

    /** Makes an empty workspace; {@code cancellation} ends its replays and means. */
    Workspace(Kernels kernels, Cancellation cancellation) {
        this.kernels = kernels;
        this.cancellation = cancellation;
    }

    /** Makes an independent copy. */
    Workspace copy() {
        Workspace copy = new Workspace(kernels, cancellation);
        copy.declarations = declarations;
        copy.lets = lets;
        copy.samples = samples;
        copy.starts = starts;
        copy.timeline = timeline == null ? null : timeline.copy();
        copy.version = version;
        copy.plan = plan;
        copy.readings = readings;
        return copy;
    }

    /** A copy to look at while training goes on; null within an update. */
    Workspace glance() {
        if (timeline != null && timeline.isUpdating()) {
            return null;
        }
        Workspace copy = copy();
        copy.timeline = timeline == null ? null : timeline.glance();
        copy.readings = null;
        return copy;
    }

    /** Whether this workspace and a copy are still the same. */
    boolean isSame(Workspace copy) {
        return version == copy.version;
    }

    /** Passes the large parts but the {@code let} values to {@code to}, with their sizes in bytes; copies share them. */
    void parts(ObjLongConsumer<Object> to) {
        if (timeline != null) {
            timeline.parts(to);
        }
        if (samples.data() != null) {
            to.accept(samples.data(), samples.data().bytes());
        }
        starts.parts(to);
    }

    /** Remembers the kernels' present state; running the result restores it. */
    Runnable moment() {
        return kernels.moment();
    }

    /** The declarations and settings. */
    public Declarations declarations() {
        return declarations;
    }

    /** The {@code let} values. */
    NameMap<Value> lets() {
        return lets;
    }

    /** How the script trains and prints. */
    public Settings settings() {
        return declarations.settings();
    }

    /** The samples. */
    public GivenSamples samples() {
        return samples;
    }

    /** The network; fails at {@code span} if there is none. */
    public Network network(Span span) {
        return declarations.network(span);
    }

    // declarations

    void let(String name, Value value) {
        lets = lets.with(name, value);
        version = new Object();
    }

    void define(Definition definition) {
        declarations = declarations.with(declarations.definitions().with(definition));
        version = new Object();
    }

    /** Replaces the declarations, with the same number of layers. */
    public void declare(Declarations next) {
        declarations = next;
        changed();
    }

    /** Replaces the declarations, with one more layer. */
    public void declareLayer(Declarations next, Span span) {
        untrained("the layers", span);
        declarations = next;
        starts = starts.withLayer();
        give(samples.withoutTarget());
        rebuild();
    }

    /** Changes the optimizer; the new one starts without any memory. */
    public void setOptimizer(Optimizer optimizer) {
        if (timeline != null) {
            timeline.edit(ManualEdit.Simple.FORGET_MEMORY);
        }
        declare(declarations.with(settings().with(Setting.OPTIMIZER, optimizer)));
    }

    /** Replaces the settings. */
    public void set(Settings changed, Span span) {
        Precision precision = changed.arithmetic().precision();
        boolean other = precision != precision();
        boolean redraw = step() == 0
                && (other || !changed.get(Setting.SEED).equals(settings().get(Setting.SEED)));
        checkFinite(changed, (other || redraw) && precision == Precision.SINGLE, span);
        kernels.keepExact(changed.get(Setting.EXACT));
        declare(declarations.with(changed));
        if (redraw) {
            rebuild();
        } else if (other) {
            settle();
        }
    }

    /** Fails if changed settings make a given number infinite; {@code all} includes the parameters and the samples. */
    private void checkFinite(Settings changed, boolean all, Span span) {
        Overflows overflows = new Overflows(changed.arithmetic().precision(), span);
        if (changed.get(Setting.LEARNING_RATE) instanceof LearningRate.Constant rate) {
            overflows.check("the learning rate", rate.value());
        }
        overflows.check("the decay", changed.weightDecay());
        overflows.check("the decay", changed.get(Setting.ABSOLUTE_DECAY));
        if (all && declarations.isComplete()) {
            Network network = network(span);
            double[] parameters = step() == 0
                    ? starts.values(network, changed.get(Setting.SEED), precision())
                    : state(span).parameters();
            overflows.check(parameters, network);
            if (samples.data() != null) {
                overflows.check(samples.data(), network);
            }
            overflows.check("input", samples.input(), network.input());
            overflows.check("target", samples.target(), network.output().neurons());
        }
    }

    private Precision precision() {
        return settings().arithmetic().precision();
    }

    /** Rounds the parameters to the precision that is set. */
    private void settle() {
        if (timeline != null && precision() == Precision.SINGLE) {
            timeline.edit(ManualEdit.Simple.TO_SINGLE);
        }
    }

    // parameters

    /** Sets the starting values of layer {@code l}'s weights or biases or, after the first update, their present values. */
    public void setStart(int l, boolean weights, Start start, Layer layer, Span span) {
        boolean otherBiases = layer.biasMode() != network(span).layer(l).biasMode();
        if (otherBiases) {
            untrained("whether there is a bias and whether it is shared", span);
        }
        if (step() == 0) {
            starts = starts.with(l, weights, start);
        }
        Declarations changed = declarations.withLayer(l, layer);
        Network network = changed.network(span);
        int from = weights ? network.weightStart(l) : network.biasStart(l);
        int to = weights ? network.biasStart(l) : network.end(l);
        declare(changed.with(network.withGiven(from, to, weights ? layer.weightsFixed() : layer.biasFixed())));
        if (otherBiases) {
            rebuild();
        } else if (timeline != null) {
            long seed = settings().get(Setting.SEED);
            double[] values = ParameterStarts.values(start, network, l, weights, seed);
            double[] unrounded = start.unrounded() == start
                    ? values
                    : ParameterStarts.values(start.unrounded(), network, l, weights, seed);
            edit(from, values, unrounded, span);
        }
    }

    /** Sets one parameter; {@code unrounded} is its value without rounding to decimals. */
    public void setParameter(int index, double value, double unrounded, boolean fixed, Span span) {
        Network given = network(span).withGiven(index, index + 1, fixed);
        if (given != network(span)) {
            declare(declarations.with(given));
        }
        if (step() == 0) {
            starts = starts.with(network(span), index, value);
        }
        edit(index, new double[] {value}, new double[] {unrounded}, span);
    }

    private void edit(int from, double[] values, double[] unrounded, Span span) {
        if (timeline != null) {
            round(values);
            round(unrounded);
            timeline.edit(new ManualEdit.SetParameters(from, values, unrounded));
            network(span).ties().forEach(tie -> editTied(tie, from, values, unrounded));
        }
        changed();
    }

    /** Gives the parameters of a tie the value of the first of them that was given. */
    private void editTied(int[] tie, int from, double[] values, double[] unrounded) {
        int giver = Arrays.stream(tie)
                .filter(i -> from <= i && i < from + values.length)
                .findFirst()
                .orElse(-1);
        for (int i : giver < 0 ? new int[0] : tie) {
            double[] value = {values[giver - from]};
            timeline.edit(new ManualEdit.SetParameters(i, value, new double[] {unrounded[giver - from]}));
        }
    }

    /** Makes parameters one: the first, whose value they take. */
    public void tie(List<Integer> indices, Span span) {
        untrained("ties", span);
        declare(declarations.with(network(span).withTie(indices)));
        rebuild();
    }

    /** Rounds numbers to the precision that is set. */
    private void round(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = precision().round(values[i]);
        }
    }

    /** Whether numbers are rounded to decimals now, or were at any earlier step. */
    boolean rounds() {
        return step() > 0 && (settings().arithmetic().rounds() || timeline.differs(step()));
    }

    /** Gives layer {@code l} another activation. */
    public void setActivation(int l, Activation activation, Span span) {
        declare(declarations.withLayer(l, network(span).layer(l).with(activation)));
        if (step() == 0) {
            rebuild(); // the default weights depend on the activation
        }
    }

    private void untrained(String what, Span span) {
        if (step() > 0) {
            throw first() == 0
                    ? new Failure(span, Problem.TRAINED_ALREADY, what)
                    : new Failure(span, Problem.RESUMED_ALREADY, what, first());
        }
    }

    /** Goes on where an earlier training stood, with what its optimizer remembered. */
    public void resume(State.Progress progress, double[][] remembered, Span span) {
        untrained("the step", span);
        for (double[] numbers : remembered) {
            round(numbers);
        }
        timeline(span).resume(progress, remembered);
        keepPosition();
        changed();
    }

    /** Begins the epoch again, except at the first samples after {@code resume}: it stood in those, if there are enough. */
    private void keepPosition() {
        boolean same = step() > 0
                && step() == first()
                && (samples.all() == null
                        || timeline.state().position() < samples.all().size());
        if (!same) {
            timeline.edit(ManualEdit.Simple.RESTART_EPOCH);
        }
    }

    private void rebuild() {
        timeline = null;
        changed();
    }

    private void changed() {
        version = new Object();
        plan = null;
        moved();
    }

    // samples

    /** Replaces the samples. */
    public void give(GivenSamples other) {
        samples = other;
        if (timeline != null) {
            keepPosition();
        }
        declare(declarations.with(samples.known()));
    }

    /** Makes a row of the data the current sample; {@code row} counts from 0. */
    public void setRow(int row) {
        samples = samples.withRow(row);
        version = new Object();
        moved();
    }

    // training

    /** Which kernel made the last updates, and why; null before the first update. */
    public KernelChoice choice() {
        return step() == first() ? null : kernels.choice();
    }

    /** Updates so far. */
    public long step() {
        return timeline == null ? 0 : timeline.state().step();
    }

    /** The first step that is known: 0, or where an earlier training stood. */
    public long first() {
        return timeline == null ? 0 : timeline.first();
    }

    /** The history of the training. */
    public Timeline timeline(Span span) {
        if (timeline == null) {
            timeline = new Timeline(
                    starts.values(network(span), settings().get(Setting.SEED), precision()), kernels, cancellation);
        }
        return timeline;
    }

    /** The parameters now, and what the optimizer remembers. */
    public State state(Span span) {
        return timeline(span).state();
    }

    /** The state that the next update starts from: without the memory of another optimizer. */
    public State nextState(Span span) {
        plan(span);
        return state(span);
    }

    /** The plan of the next update. */
    public Plan plan(Span span) {
        if (plan == null) {
            plan = newPlan(span);
            timeline(span).prepare(plan);
        }
        return plan;
    }

    private Plan newPlan(Span span) {
        Settings s = settings();
        return new Plan(
                network(span),
                samples.all(),
                s.get(Setting.OPTIMIZER),
                s.get(Setting.LEARNING_RATE),
                s.get(Setting.BATCH),
                s.get(Setting.SHUFFLE),
                s.get(Setting.DECAY).number(),
                s.shaping(),
                s.get(Setting.SEED),
                s.arithmetic(),
                null);
    }

    /** Drops the cached readings, which belong to an earlier step. */
    void moved() {
        readings = null;
    }

    /** Runs a training verb, which {@code undo} takes back as a whole; if it makes no updates, it leaves no trace. */
    public void train(Span span, Runnable updates) {
        Runnable before = kernels.moment();
        timeline(span).mark();
        try {
            updates.run();
        } finally {
            if (timeline(span).dropIdleMark()) {
                before.run();
            } else {
                version = new Object();
            }
        }
    }

    /** Goes back to the step at which the {@code count}-th last training verb began. */
    public void undo(int count, Span span) {
        long to = timeline(span).marked(count);
        checkFinite(to, span);
        Plan then = timeline.planAt(to);
        timeline.undo(count);
        movedBack(then);
    }

    /** Goes back to the first step. */
    public void reset(Span span) {
        goBack(first(), span);
    }

    /** Goes back to a step, or to the first one if that is later. */
    void goBack(long step, Span span) {
        long to = Math.max(step, first());
        if (step() > to) {
            checkFinite(to, span);
            Plan then = timeline.planAt(to);
            timeline.goBack(to);
            movedBack(then);
        }
    }

    /** Fails if a step's parameters are too large for the precision now set. */
    private void checkFinite(long step, Span span) {
        if (precision() == Precision.SINGLE) {
            new Overflows(Precision.SINGLE, span).check(timeline(span).at(step).parameters(), network(span));
        }
    }

    /** Adapts an earlier state to the present settings, which may differ from those of its step: {@code then} had those. */
    private void movedBack(Plan then) {
        changed();
        settle();
        if (then != null && !then.optimizer().equals(settings().get(Setting.OPTIMIZER))) {
            timeline.edit(ManualEdit.Simple.FORGET_MEMORY);
        }
    }

    // quantities

    /** The declarations, with the optimizer of the memory that the state after {@code step} updates has. */
    Declarations declarationsAt(long step, Span span) {
        Plan then = step == step() ? null : timeline(span).planAt(step);
        return then == null || then.optimizer().equals(settings().get(Setting.OPTIMIZER))
                ? declarations
                : declarations.with(settings().with(Setting.OPTIMIZER, then.optimizer()));
    }

    /** The quantities, now and at earlier steps. */
    public Readings readings(Span span) {
        if (readings == null) {
            Timeline history = timeline(span);
            readings = new Readings(network(span), settings(), samples, history, kernels, cancellation);
        }
        return readings;
    }

    /**
     * Everything that quantities after {@code step} updates are computed from: as for {@link Readings}, the network, the
     * optimizer and the order of that step, but the present samples and rounding.
     */
    public Calculation setup(long step, Span span) {
        Plan now = samples.all() == null ? newPlan(span) : plan(span);
        Plan then = step == step() ? null : timeline(span).planAt(step);
        Plan of = then == null
                ? now
                : then.with(samples.all()).with(then.arithmetic().roundedAs(now.arithmetic()));
        return new Calculation(timeline(span).replay(step), of, samples.current());
    }

    /** The mean loss of a plan's training samples at a state. */
    double loss(Plan plan, State state) {
        BatchForward passes = kernels.passes(timeline.exact(state.step()));
        return state.values(
                        plan.network(), plan.optimizer(), null, plan.samples(), plan.arithmetic(), passes, cancellation)
                .value(new Quantity.MeanLoss(Quantity.Set.TRAINING));
    }
}
