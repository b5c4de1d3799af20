package org.nnlang.language;

import java.util.HashMap;
import java.util.Map;
import org.nnlang.data.FileSummary;
import org.nnlang.mistakes.Setup;
import org.nnlang.network.Activation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.KernelChoice;
import org.nnlang.network.Kernels;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Method;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Passes;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.network.State;
import org.nnlang.network.Timeline;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * What a script has built up so far: the network, its parameters and their history, the samples, the settings and the
 * named values.
 */
final class Workspace {
    private final Kernels kernels;
    private final Cancellation cancellation;
    private final Declarations declarations;
    private final Parameters parameters;
    private final Map<String, Value> lets;
    private Timeline timeline;
    private double[] input;
    private double[] target;
    private Samples data;
    /** What was understood of the file that the samples come from; null where they come from none. */
    private FileSummary file;

    /** Where that file is; null where the samples come from none. */
    private String filePath;

    private int row;
    private Plan plan;
    private Reading reading;
    private Reading exact;
    /** Of a copy, what brings the kernels back to where they were then. */
    private Runnable moment;

    /** An empty one, whose replays and means can be cancelled. */
    Workspace(Kernels kernels, Cancellation cancellation) {
        this(kernels, cancellation, new Declarations(), new Parameters(), new HashMap<>());
    }

    private Workspace(
            Kernels kernels,
            Cancellation cancellation,
            Declarations declarations,
            Parameters parameters,
            Map<String, Value> lets) {
        this.kernels = kernels;
        this.cancellation = cancellation;
        this.declarations = declarations;
        this.parameters = parameters;
        this.lets = lets;
    }

    /** A copy that changes on its own. */
    Workspace copy() {
        Workspace copy =
                new Workspace(kernels, cancellation, declarations.copy(), parameters.copy(), new HashMap<>(lets));
        copy.timeline = timeline == null ? null : timeline.copy();
        copy.input = input;
        copy.target = target;
        copy.data = data;
        copy.file = file;
        copy.filePath = filePath;
        copy.row = row;
        copy.plan = plan;
        copy.moment = kernels.moment();
        return copy;
    }

    /** Goes on with a copy, from where it was made. */
    void resume() {
        moment.run();
    }

    Declarations declarations() {
        return declarations;
    }

    Map<String, Value> lets() {
        return lets;
    }

    Settings settings() {
        return declarations.settings;
    }

    Network network(Span span) {
        return declarations.network(span);
    }

    // declarations

    void declareInput(Neurons neurons, Span span) {
        declarations.declareInput(neurons, span);
    }

    void declareLayer(Neurons neurons, Activation activation, Span span) {
        untrained("the layers", span);
        declarations.declareLayer(Layer.trained(neurons, activation), span);
        parameters.addLayer();
        forgetSamples();
        rebuild();
    }

    /** Another output layer: the target that was given no longer belongs to it. */
    private void forgetSamples() {
        if (data != null || target != null) {
            data = null;
            target = null;
            declarations.hasTarget = false;
            declarations.hasTest = false;
            declarations.fromData = false;
            declarations.fromFile = false;
        }
    }

    void declareLoss(Loss loss, Span span) {
        declarations.declareLoss(loss, span);
        changed();
    }

    void declareOptimizer(Optimizer optimizer) {
        declarations.settings = settings().with(Setting.OPTIMIZER, optimizer);
        if (timeline != null) {
            timeline.forget();
        }
        changed();
    }

    // settings

    void set(Settings changed, Span span) {
        Precision precision = changed.method().precision();
        boolean other = precision != settings().method().precision();
        boolean redraw = step() == 0
                && (other || !changed.get(Setting.SEED).equals(settings().get(Setting.SEED)));
        checkFinite(changed, (other || redraw) && precision == Precision.SINGLE, span);
        declarations.settings = changed;
        kernels.keepExact(changed.get(Setting.EXACT));
        changed();
        if (redraw) {
            rebuild();
        } else if (other) {
            settle();
        }
    }

    /** Fails if settings make infinite what is set: of another precision, the parameters and the samples too. */
    private void checkFinite(Settings changed, boolean all, Span span) {
        Overflows overflows = new Overflows(changed.method().precision(), span);
        overflows.check("the learning rate", changed.get(Setting.LEARNING_RATE));
        overflows.check("the decay", Double.isNaN(changed.get(Setting.DECAY)) ? 0 : changed.get(Setting.DECAY));
        if (all && declarations.isComplete()) {
            Network network = network(span);
            Settings drawn = settings().with(Setting.SEED, changed.get(Setting.SEED));
            overflows.check(
                    step() == 0 ? parameters.start(network, drawn) : state(span).parameters(), network);
            if (data != null) {
                overflows.check(data, network);
            }
            overflows.check("input", input, network.input());
            overflows.check("target", target, network.output().neurons());
        }
    }

    /** Makes the parameters numbers of the precision that is set. */
    private void settle() {
        if (timeline != null && settings().method().precision() == Precision.SINGLE) {
            timeline.round();
        }
    }

    /** Sets where the weights of layer {@code l} start, or, once it is trained, what they are now. */
    void setWeights(int l, Start start, boolean fixed, Span span) {
        Network network = network(span);
        double[] values = timeline == null ? null : new double[network.parameterCount()];
        if (step() == 0) {
            parameters.setWeights(l, start);
        }
        Layer old = network.layer(l);
        replace(l, new Layer(old.neurons(), old.activation(), old.biasMode(), fixed, old.biasFixed()));
        if (timeline != null) {
            Parameters.writeWeights(start, network, l, settings().get(Setting.SEED), values);
            write(values, network.weightStart(l), network.biasStart(l));
        }
    }

    /** Sets where the biases of layer {@code l} start, or, once it is trained, what they are now. */
    void setBias(int l, Start start, Layer.BiasMode mode, boolean fixed, Span span) {
        Layer old = network(span).layer(l);
        if (mode != old.biasMode()) {
            untrained("whether there is a bias and whether it is shared", span);
        }
        double[] values = timeline == null ? null : new double[network(span).parameterCount()];
        if (step() == 0) {
            parameters.setBias(l, start);
        }
        replace(l, new Layer(old.neurons(), old.activation(), mode, old.weightsFixed(), fixed));
        if (mode != old.biasMode()) {
            rebuild();
        } else if (timeline != null) {
            Network network = network(span);
            Parameters.writeBiases(start, network, l, settings().get(Setting.SEED), values);
            write(values, network.biasStart(l), network.end(l));
        }
    }

    private void write(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            timeline.set(i, settings().method().precision().round(values[i]));
        }
        changed();
    }

    void setParameter(int index, double value, Span span) {
        if (step() == 0) {
            parameters.set(network(span), index, value);
        }
        timeline(span).set(index, settings().method().precision().round(value));
        changed();
    }

    void setActivation(int l, Activation activation, Span span) {
        Layer old = network(span).layer(l);
        replace(l, old.with(activation));
        if (step() == 0) {
            rebuild(); // weights that nothing was said of start by the activation
        }
    }

    private void replace(int l, Layer layer) {
        declarations.replace(l, layer);
        changed();
    }

    private void untrained(String what, Span span) {
        if (step() > 0) {
            throw new Failure(span, new Problem.TrainedAlready(what));
        }
    }

    private void rebuild() {
        timeline = null;
        changed();
    }

    private void changed() {
        plan = null;
        moved();
    }

    // samples

    void setInput(double[] values) {
        input = values;
        if (data != null) {
            target = null;
        }
        oneSample();
    }

    void setTarget(double[] values) {
        target = values;
        if (data != null) {
            input = null;
        }
        oneSample();
    }

    private void oneSample() {
        data = null;
        row = 0;
        declarations.hasInput = input != null;
        declarations.hasTarget = target != null;
        declarations.hasTest = false;
        declarations.fromData = false;
        declarations.fromFile = false;
        declarations.sampleCount = 1;
        samplesChanged();
    }

    void setData(Samples samples) {
        setData(samples, null, null);
    }

    /** Samples from a file at a path. */
    void setData(Samples samples, FileSummary file, String path) {
        data = samples;
        this.file = file;
        filePath = path;
        declarations.hasInput = true;
        declarations.hasTarget = true;
        declarations.hasTest = samples.testInputs().length > 0;
        declarations.fromData = true;
        declarations.fromFile = file != null;
        declarations.sampleCount = samples.size();
        setRow(0);
        samplesChanged();
    }

    private void samplesChanged() {
        if (timeline != null) {
            timeline.restartEpoch();
        }
        changed();
    }

    /** Makes a row of the data, from 0, the current sample. */
    void setRow(int row) {
        this.row = row;
        if (data != null) {
            input = data.inputs()[row];
            target = data.targets()[row];
        }
        moved();
    }

    /** The row of the current sample, from 0. */
    int row() {
        return row;
    }

    /** The samples to train on, or null; the one sample where there is no more. */
    Samples samples() {
        if (data != null) {
            return data;
        }
        return input != null && target != null ? Samples.of(new double[][] {input}, new double[][] {target}) : null;
    }

    /** What was understood of the file that the samples come from; null where they come from none. */
    FileSummary file() {
        return data == null ? null : file;
    }

    /** Where that file is. */
    String filePath() {
        return data == null ? null : filePath;
    }

    /** Whether the samples were given as data. */
    boolean hasData() {
        return data != null;
    }

    double[] input() {
        return input;
    }

    double[] target() {
        return target;
    }

    // training

    /** Which kernel made the last updates, and why; null before any. */
    KernelChoice choice() {
        return step() == 0 ? null : kernels.choice();
    }

    /** Updates so far. */
    long step() {
        return timeline == null ? 0 : timeline.state().step();
    }

    /** The history of the training. */
    Timeline timeline(Span span) {
        if (timeline == null) {
            timeline = new Timeline(parameters.start(network(span), settings()), kernels, cancellation);
        }
        return timeline;
    }

    State state(Span span) {
        return timeline(span).state();
    }

    /** How the next update is made. */
    Plan plan(Span span) {
        if (plan == null) {
            plan = newPlan(span);
            timeline(span).prepare(plan);
        }
        return plan;
    }

    private Plan newPlan(Span span) {
        return new Plan(
                network(span),
                samples(),
                settings().get(Setting.OPTIMIZER),
                settings().get(Setting.LEARNING_RATE),
                settings().get(Setting.BATCH),
                settings().get(Setting.SHUFFLE),
                settings().get(Setting.DECAY),
                settings().get(Setting.SEED),
                settings().method(),
                null);
    }

    /** To be called after the timeline has moved. */
    void moved() {
        reading = null;
        exact = null;
    }

    /** Makes updates that {@code undo} takes back together; if it makes none, it has not been. */
    void train(Span span, Runnable updates) {
        Runnable before = kernels.moment();
        timeline(span).mark();
        try {
            updates.run();
        } finally {
            if (timeline(span).dropIdleMark()) {
                before.run();
            }
        }
    }

    /** Goes back to where the {@code count}-th last training verb began. */
    void undo(int count, Span span) {
        checkFinite(timeline(span).marked(count), span);
        timeline.undo(count);
        movedBack();
    }

    /** Goes back to step 0. */
    void reset(Span span) {
        if (step() > 0) {
            checkFinite(0, span);
            timeline.reset();
            movedBack();
        }
    }

    /** Fails if the parameters of a step are too large for the precision that is set since. */
    private void checkFinite(long step, Span span) {
        if (settings().method().precision() == Precision.SINGLE) {
            new Overflows(Precision.SINGLE, span).check(timeline(span).at(step).parameters(), network(span));
        }
    }

    /** The optimizer, the data or the precision of then may not be those of now. */
    private void movedBack() {
        changed();
        settle();
    }

    /** The quantities now. */
    Reading reading(Span span) {
        if (reading == null) {
            reading = reading(network(span), state(span), settings().method());
        }
        return reading;
    }

    /** The quantities as they were after {@code step} updates: with the network of then, for the sample of now. */
    Reading reading(long step, Span span) {
        if (step == step()) {
            return reading(span);
        }
        State state = timeline(span).at(step);
        Plan then = timeline(span).planAt(step);
        return then == null
                ? reading(network(span), state, settings().method())
                : reading(
                        then.network(),
                        state,
                        then.method().roundedAs(settings().method()));
    }

    /** All that a quantity is worked out from, as it is after {@code step} updates. */
    Setup setup(long step, Quantity.Scalar quantity, Span span) {
        Plan now = samples() == null ? newPlan(span) : plan(span);
        Plan then = step == step() ? null : timeline(span).planAt(step);
        Sample sample = input == null && target == null ? null : new Sample(input, target);
        return new Setup(timeline(span).course(step), then == null ? now : then, sample, quantity);
    }

    /** The quantities after {@code step} updates as they would be if no figure had been rounded to decimals. */
    Reading exact(long step, Span span) {
        if (step == step() && exact != null) {
            return exact;
        }
        State state = timeline(span).exactAt(step);
        Plan then = step == step() ? null : timeline(span).planAt(step);
        Reading found = then == null
                ? reading(network(span), state, settings().method().unrounded())
                : reading(then.network(), state, then.method().unrounded());
        if (step == step()) {
            exact = found;
        }
        return found;
    }

    /** The mean loss of a plan's training samples at a state. */
    double loss(Plan plan, State state) {
        return new Reading(plan.network(), state, null, plan.samples(), plan.method(), passes(state), cancellation)
                .value(new Quantity.MeanLoss(Quantity.Set.TRAINING));
    }

    private Reading reading(Network network, State state, Method method) {
        Sample sample = input == null && target == null ? null : new Sample(input, target);
        return new Reading(network, state, sample, samples(), method, passes(state), cancellation);
    }

    /** Means are made as the state was that they are taken at. */
    private Passes passes(State state) {
        return kernels.passes(timeline.exact(state.step()));
    }
}
