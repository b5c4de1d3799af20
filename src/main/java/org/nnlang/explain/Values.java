package org.nnlang.explain;

import java.util.HashMap;
import java.util.Map;
import org.nnlang.formula.Formula;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;

/** The quantities of one reading as symbols; each is read once. */
final class Values {
    private final Reading reading;
    private final int row;
    private final Map<Quantity.Scalar, Double> known = new HashMap<>();

    /** The symbols of a reading; {@code row} is the number of its sample, from 1, or 0 for the current one. */
    Values(Reading reading, int row) {
        this.reading = reading;
        this.row = row;
    }

    Reading reading() {
        return reading;
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

    /** ∂of/∂by; those that the backward pass works out are read from there. */
    Formula partial(Quantity.Scalar of, Quantity.Scalar by) {
        Quantity.Scalar quantity = new Quantity.Partial(of, by);
        double value = value(of instanceof Quantity.TotalError ? backward(by, quantity) : quantity);
        return new Symbol(quantity, row, -1, value);
    }

    private static Quantity.Scalar backward(Quantity.Scalar by, Quantity.Scalar other) {
        return switch (by) {
            case Quantity.Net q -> new Quantity.Delta(q.layer(), q.neuron());
            case Quantity.Parameter q -> new Quantity.Gradient(q.index());
            default -> other;
        };
    }
}
