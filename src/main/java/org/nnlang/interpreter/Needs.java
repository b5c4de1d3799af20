package org.nnlang.interpreter;

import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.Quantity;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/** What has to be there before a quantity can be asked for: a sample, its target, test samples, a derivative. */
final class Needs {
    private final Blueprint blueprint;
    private final Span span;

    Needs(Blueprint blueprint, Span span) {
        this.blueprint = blueprint;
        this.span = span;
    }

    /** Fails with what is missing. */
    void check(Quantity quantity) {
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
            case Quantity.Parameter _,
                    Quantity.LayerWeights _,
                    Quantity.LayerBiases _,
                    Quantity.Step _,
                    Quantity.Epoch _ -> {}
        }
    }

    private Network network() {
        return blueprint.network(span);
    }

    private String what() {
        String text = span.text();
        return text.length() > 40 ? "this" : "`" + text + "`";
    }

    /** Something that has to do with the columns of a data file. */
    void file(String what) {
        if (!blueprint.fromFile) {
            throw new Failure(span, new Problem.NoFile(what));
        }
    }

    /** A sample, or the input of one. */
    void sample(String what) {
        if (!blueprint.hasInput) {
            throw new Failure(span, new Problem.NoSamples(what));
        }
    }

    void input() {
        network();
        if (!blueprint.hasInput) {
            throw new Failure(span, new Problem.NoInput(what()));
        }
    }

    private void target() {
        network();
        if (!blueprint.hasTarget) {
            throw new Failure(span, blueprint.hasInput ? new Problem.NoTarget(what()) : new Problem.NoSamples(what()));
        }
    }

    private void error() {
        input();
        target();
        blueprint.checkLoss();
    }

    /** The deltas of a layer, in the order that is set. */
    void backwardInOrder(int layer) {
        backward(layer);
        order(what());
    }

    /** Sequential order needs plain descent by one sample at a time. */
    private void order(String need) {
        if (!blueprint.sequential) {
            return;
        }
        if (blueprint.optimizer != null && !blueprint.optimizer.equals("sgd")) {
            throw new Failure(span, new Problem.NotInSequence(need, "optimizer " + blueprint.optimizer));
        }
        if (blueprint.batch > 1 && blueprint.sampleCount > 1) {
            String batch = blueprint.batch == Plan.ALL ? "all" : Integer.toString(blueprint.batch);
            throw new Failure(span, new Problem.NotInSequence(need, "batch = " + batch));
        }
    }

    /** The derivative of the error by the nets of a layer. */
    void backward(int layer) {
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

    private Problem flat(int l, String what) {
        String activation = network().layer(l).activation().name();
        return new Problem.StepDerivative(network().neurons(l).layer(), activation, what);
    }

    private void partial(Quantity.Partial q) {
        check(q.of());
        if (!(q.by() instanceof Quantity.Parameter)) {
            check(q.by());
        }
        derivatives(lowest(q.by()), highest(q.of()));
    }

    /** The first layer whose activation lies on the way to {@code by}. */
    private int lowest(Quantity.Scalar by) {
        return switch (by) {
            case Quantity.Net q -> q.layer();
            case Quantity.Parameter q -> network().layerOf(q.index());
            case Quantity.Output q -> q.layer() + 1;
            default -> 1;
        };
    }

    /** The last layer whose activation lies on the way from {@code of}. */
    private int highest(Quantity.Scalar of) {
        return switch (of) {
            case Quantity.Net q -> q.layer() - 1;
            case Quantity.Output q -> q.layer();
            default -> network().depth();
        };
    }

    private void mean(Quantity.Set set) {
        network();
        if (set == Quantity.Set.TEST && !blueprint.hasTest) {
            throw new Failure(span, new Problem.NoTestSamples());
        }
        samples(what());
        blueprint.checkLoss();
    }

    private void samples(String what) {
        if (!blueprint.hasInput && !blueprint.hasTarget) {
            throw new Failure(span, new Problem.NoSamples(what));
        }
        if (!blueprint.hasInput) {
            throw new Failure(span, new Problem.NoInput(what));
        }
        if (!blueprint.hasTarget) {
            throw new Failure(span, new Problem.NoTarget(what));
        }
    }

    /** Everything that training needs. */
    void training(String verb) {
        Network network = network();
        samples("`" + verb + "`");
        blueprint.checkLoss();
        int flat = network.flatLayer(1);
        if (flat > 0) {
            throw new Failure(span, flat(flat, "`" + verb + "`"));
        }
        order("`" + verb + "`");
    }
}
