package org.nnlang.explain;

import java.util.HashMap;
import java.util.Map;
import org.nnlang.math.ByHand;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.NetError;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;

/** The quantities of one reading as symbols; each is read once. */
final class Values {
    private final QuantityValues reading;
    private final int row;
    private final Map<Quantity.Scalar, Double> known = new HashMap<>();
    /** How far the outputs of the hidden layers may be from those on paper. */
    private final Map<Integer, double[]> outErrors = new HashMap<>();

    /** The symbols of a reading; {@code row} is the number of its sample, from 1, or 0 for the current one. */
    Values(QuantityValues reading, int row) {
        this.reading = reading;
        this.row = row;
    }

    QuantityValues reading() {
        return reading;
    }

    /** Stops a long derivation that its reader no longer waits for. */
    void checkCancelled() {
        reading.cancellation().check();
    }

    Network network() {
        return reading.network();
    }

    double[] target() {
        return reading.sample().target();
    }

    double value(Quantity.Scalar quantity) {
        return known.computeIfAbsent(quantity, reading::value);
    }

    Formula symbol(Quantity.Scalar quantity) {
        return new Symbol(quantity, row, -1, value(quantity));
    }

    Formula net(int layer, int neuron) {
        return symbol(new Quantity.Net(layer, neuron));
    }

    Formula out(int layer, int neuron) {
        return symbol(new Quantity.Output(layer, neuron));
    }

    Formula weight(int layer, int neuron, int source) {
        return symbol(new Quantity.Parameter(network().weightIndex(layer, neuron, source)));
    }

    /** Whether figures are rounded to decimals: what follows is worked out from what was written down. */
    boolean rounds() {
        return reading.arithmetic().rounds();
    }

    /** What a formula gives on paper, if rounding alone makes it another number; else null. */
    OnPaper onPaper(Formula withCases) {
        return rounds() || !ByHand.concerns(withCases) ? null : OnPaper.of(withCases, this::error);
    }

    /** The formula without its cases; if figures are rounded, they are decided as on paper. */
    Formula taken(Formula withCases) {
        return rounds() && ByHand.concerns(withCases)
                ? Branches.taken(withCases, new ByHand(withCases, this::error))
                : Branches.taken(withCases);
    }

    /** Whether a net is not 0, but is on paper. */
    boolean isZeroOnPaper(int layer, int neuron) {
        double net = value(new Quantity.Net(layer, neuron));
        return !rounds() && net != 0 && ByHand.isWithin(net, netError(layer, neuron));
    }

    /** The error of the sum, and what its sources bring. */
    private double netError(int layer, int neuron) {
        double[] source = reading.forward().out(layer - 1);
        double error = NetError.of(network(), precision(), reading.parameters(), source, layer, neuron);
        double[] errors = layer == 1 ? new double[0] : outErrors(layer - 1);
        for (int i = 0; i < errors.length; i++) {
            error += Math.abs(reading.parameter(network().weightIndex(layer, neuron, i))) * errors[i];
        }
        return error;
    }

    private double[] outErrors(int layer) {
        double[] errors = outErrors.get(layer);
        if (errors == null) {
            errors = new double[network().size(layer)];
            java.util.Arrays.setAll(errors, j -> outError(layer, j));
            outErrors.put(layer, errors);
        }
        return errors;
    }

    private Precision precision() {
        return reading.arithmetic().precision();
    }

    /** How far a symbol's value may be from the one on paper; what is written down there is a decimal. */
    private double error(Formula.Leaf leaf) {
        double rounded = NetError.unit(precision()) * Math.abs(leaf.value());
        if (rounds() || !(leaf instanceof Symbol symbol) || symbol.step() >= 0) {
            return rounded;
        }
        return switch (symbol.quantity()) {
            case Quantity.Net q -> netError(q.layer(), q.neuron());
            case Quantity.Output q -> outError(q.layer(), q.neuron()) + rounded;
            default -> rounded;
        };
    }

    private double outError(int layer, int neuron) {
        Activation activation = network().layer(layer).activation();
        if (!activation.elementwise()) {
            return softmaxError(layer, neuron);
        }
        Map<String, Formula> net = Map.of(activation.variable(), net(layer, neuron));
        return new ByHand(activation.value().bind(net), this::error).error();
    }

    /** Nets that are off by at most e change each e^net, and the sum of all, by a factor of at most e^e. */
    private double softmaxError(int layer, int neuron) {
        double largest = 0;
        for (int j = 0; j < network().size(layer); j++) {
            largest = Math.max(largest, netError(layer, j));
        }
        double rounding = (network().size(layer) + 8) * NetError.unit(precision());
        return value(new Quantity.Output(layer, neuron)) * (Elementary.expm1(2 * largest) + rounding);
    }

    /** A figure as it is kept: in float32, say. */
    double round(double value) {
        return reading.arithmetic().round(value);
    }

    /** The weight by which the deltas of layer {@code layer} go back: in sequence, the one that was updated before. */
    Formula weightBack(int layer, int neuron, int source) {
        int index = network().weightIndex(layer, neuron, source);
        return updatedBefore(layer) && network().isTrained(index)
                ? updated(index)
                : symbol(new Quantity.Parameter(index));
    }

    /** Whether the weights of a layer are updated before the deltas of the layer before it are worked out. */
    boolean updatedBefore(int layer) {
        return reading.arithmetic().sequence() != null && layer > 1 && network().trainsWeights(layer);
    }

    /** A weight that was updated on the way back: {@code w5 @ 1}. */
    Formula updated(int index) {
        return new Symbol(new Quantity.Parameter(index), 0, reading.step() + 1, reading.weightOnTheWayBack(index));
    }

    /** What a weight is updated by on the way back: w5 − η · slope, of a decay w5 − η · (slope + λ · w5). */
    Formula update(int index, Formula slope) {
        ArithmeticMode.Sequence sequence = reading.arithmetic().sequence();
        Map<String, Formula> values = Map.of(
                "p", symbol(new Quantity.Parameter(index)),
                "g", slope,
                "η", Formula.named("η", sequence.rate()));
        return Optimizers.SGD
                .recipe(sequence.weightDecay())
                .bind(values)
                .lines()
                .getFirst()
                .formula();
    }

    /** ∂of/∂by; those that the backward pass works out are read from there. */
    Formula partial(Quantity.Scalar of, Quantity.Scalar by) {
        Quantity.Scalar quantity = new Quantity.Partial(of, by);
        return new Symbol(quantity, row, -1, partialValue(of, by, quantity));
    }

    private double partialValue(Quantity.Scalar of, Quantity.Scalar by, Quantity.Scalar quantity) {
        if (of instanceof Quantity.Net net && by instanceof Quantity.Output out && out.layer() == net.layer() - 1) {
            return weightBack(net.layer(), net.neuron(), out.neuron()).value();
        }
        boolean hidden = by instanceof Quantity.Output out
                && out.layer() > 0
                && out.layer() < network().depth();
        if (of instanceof Quantity.TotalError && hidden) {
            Quantity.Output out = (Quantity.Output) by;
            return reading.cameBack(out.layer(), out.neuron());
        }
        return value(of instanceof Quantity.TotalError ? backward(by, quantity) : quantity);
    }

    private static Quantity.Scalar backward(Quantity.Scalar by, Quantity.Scalar other) {
        return switch (by) {
            case Quantity.Net q -> new Quantity.Delta(q.layer(), q.neuron());
            case Quantity.Parameter q -> new Quantity.Gradient(q.index());
            default -> other;
        };
    }
}
