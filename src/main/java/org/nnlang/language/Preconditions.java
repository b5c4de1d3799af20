package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Quantity;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** Checks what a quantity needs before it can be computed: a sample, its target, test samples, a derivative. */
public final class Preconditions {
    private final Declarations declarations;
    private final Span span;

    /** The preconditions of what stands at {@code span}. */
    public Preconditions(Declarations declarations, Span span) {
        this.declarations = declarations;
        this.span = span;
    }

    /** Fails if something that a quantity needs is missing. */
    public void check(Quantity quantity) {
        switch (quantity) {
            case Quantity.Output _, Quantity.Net _, Quantity.LayerOutputs _, Quantity.LayerNets _ -> input();
            case Quantity.Target _, Quantity.Targets _ -> target();
            case Quantity.TotalError _, Quantity.ErrorShare _ -> error();
            case Quantity.Delta q -> backwardInOrder(q.layer());
            case Quantity.LayerDeltas q -> backwardInOrder(q.layer());
            case Quantity.Gradient q -> backwardInOrder(network().layerOf(q.index()));
            case Quantity.LayerGradients q -> backwardInOrder(q.layer());
            case Quantity.Partial q -> partial(q);
            case Quantity.MeanLoss q -> mean(q.set());
            case Quantity.Accuracy q -> mean(q.set());
            case Quantity.Memory q -> memory(q.name());
            case Quantity.Parameter _,
                    Quantity.LayerWeights _,
                    Quantity.LayerBiases _,
                    Quantity.Step _,
                    Quantity.Epoch _ -> {}
        }
    }

    private Network network() {
        return declarations.network(span);
    }

    private String what() {
        String text = span.text();
        return text.length() > 40 ? "this" : "`" + text + "`";
    }

    /** Fails unless the data come from a file. */
    public void file(String what) {
        if (!declarations.samples().file()) {
            throw new Failure(span, Problem.NO_FILE, what);
        }
    }

    /** Fails unless there is a sample, at least its input. */
    public void sample(String what) {
        if (!declarations.samples().input()) {
            throw new Failure(span, Problem.NO_SAMPLES, what);
        }
    }

    public void input() {
        network();
        if (!declarations.samples().input()) {
            throw new Failure(span, Problem.NO_INPUT, what());
        }
    }

    private void target() {
        network();
        if (!declarations.samples().target()) {
            throw new Failure(
                    span,
                    declarations.samples().input() ? Problem.NO_TARGET.with(what()) : Problem.NO_SAMPLES.with(what()));
        }
    }

    private void error() {
        input();
        target();
        declarations.checkLoss();
    }

    /** Fails if the deltas of a layer can't be computed in the order that is set. */
    public void backwardInOrder(int layer) {
        backward(layer);
        order(what());
    }

    /** Fails if the order is sequential, but the optimizer isn't plain descent or a batch has several samples. */
    private void order(String need) {
        Settings settings = declarations.settings();
        if (!Boolean.TRUE.equals(settings.get(Setting.SEQUENTIAL))) {
            return;
        }
        Optimizer optimizer = settings.get(Setting.OPTIMIZER);
        if (optimizer != null && !optimizer.isDescent()) {
            throw new Failure(span, Problem.NOT_IN_SEQUENCE, need, "optimizer " + optimizer.name());
        }
        Integer batch = settings.get(Setting.BATCH);
        if (batch != null && batch > 1 && declarations.samples().count() > 1) {
            throw new Failure(span, Problem.NOT_IN_SEQUENCE, need, "batch = " + Setting.BATCH.text(batch));
        }
        Setting.Amount clip = settings.get(Setting.CLIP);
        if (clip != null && clip.number() < Double.POSITIVE_INFINITY) {
            throw new Failure(span, Problem.NOT_IN_SEQUENCE.with(need, "clip = " + Setting.CLIP.text(clip)));
        }
        if (!network().ties().isEmpty()) {
            throw new Failure(span, Problem.NOT_IN_SEQUENCE.with(need, "tie"));
        }
    }

    /** Fails if the optimizer remembers nothing under a name. */
    private void memory(String name) {
        Optimizer optimizer = declarations.settings().get(Setting.OPTIMIZER);
        List<String> names = optimizer == null ? List.of(name) : optimizer.memory();
        if (names.isEmpty()) {
            throw new Failure(span, Problem.NO_MEMORY, optimizer.name());
        }
        if (!names.contains(name)) {
            throw new Failure(span, Problem.UNKNOWN_MEMORY, optimizer.name(), name, Nearest.to(name, names), names);
        }
    }

    /** Fails if there is an absolute decay that doesn't go with the optimizer or the order. */
    private void absoluteDecay() {
        Settings settings = declarations.settings();
        Double decay = settings.get(Setting.ABSOLUTE_DECAY);
        if (decay == null || decay == 0) {
            return;
        }
        Optimizer optimizer = settings.get(Setting.OPTIMIZER);
        if (optimizer != null && optimizer.decays()) {
            throw new Failure(span, Problem.NO_ABSOLUTE_DECAY.with(optimizer.name()));
        }
        if (Boolean.TRUE.equals(settings.get(Setting.SEQUENTIAL))) {
            throw new Failure(span, Problem.NO_ABSOLUTE_DECAY.with("order = sequential"));
        }
    }

    /** Fails if the derivative of the error by the nets of a layer can't be computed. */
    public void backward(int layer) {
        error();
        derivatives(layer, network().depth());
    }

    private void derivatives(int from, int to) {
        for (int l = Math.max(from, 1); l <= to; l++) {
            if (network().layer(l).activation().flat()) {
                throw new Failure(span, flat(l, what()));
            }
        }
    }

    private Message flat(int l, String what) {
        String activation = network().layer(l).activation().name();
        String layer = network().neurons(l).layer();
        return activation.equals("step")
                ? Problem.STEP_DERIVATIVE.with(what, layer)
                : Problem.FLAT_DERIVATIVE.with(what, activation, layer);
    }

    private void partial(Quantity.Partial q) {
        check(q.of());
        if (!(q.by() instanceof Quantity.Parameter)) {
            check(q.by());
        }
        derivatives(lowest(q.by()), highest(q.of()));
    }

    /** The first layer whose derivative the chain rule needs for a derivative by {@code by}. */
    private int lowest(Quantity.Scalar by) {
        return by instanceof Quantity.Net q
                ? q.layer()
                : by instanceof Quantity.Output q
                        ? q.layer() + 1
                        : network().layerOf(((Quantity.Parameter) by).index());
    }

    /** The last layer whose derivative the chain rule needs for a derivative of {@code of}. */
    private int highest(Quantity.Scalar of) {
        return of instanceof Quantity.Net q
                ? q.layer() - 1
                : of instanceof Quantity.Output q ? q.layer() : network().depth();
    }

    private void mean(Quantity.Set set) {
        network();
        if (set == Quantity.Set.TEST && !declarations.samples().test()) {
            throw new Failure(span, Problem.NO_TEST_SAMPLES);
        }
        samples(what());
        declarations.checkLoss();
    }

    private void samples(String what) {
        if (!declarations.samples().input() && !declarations.samples().target()) {
            throw new Failure(span, Problem.NO_SAMPLES, what);
        }
        if (!declarations.samples().input()) {
            throw new Failure(span, Problem.NO_INPUT, what);
        }
        if (!declarations.samples().target()) {
            throw new Failure(span, Problem.NO_TARGET, what);
        }
    }

    /** Whether nothing that training needs is missing. */
    public boolean allowTraining() {
        try {
            training("train");
            return true;
        } catch (Failure missing) {
            return false;
        }
    }

    /** Fails if something that training needs is missing. */
    public void training(String verb) {
        Network network = network();
        samples("`" + verb + "`");
        declarations.checkLoss();
        int flat = network.flatLayer(1);
        if (flat > 0) {
            throw new Failure(span, flat(flat, "`" + verb + "`"));
        }
        order("`" + verb + "`");
        absoluteDecay();
    }
}
