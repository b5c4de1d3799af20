package org.nnlang.slips;

import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** Where the parameters of a network are in another one that has the same neurons, but another number of biases. */
final class Layout {
    private final Network from;
    private final Network to;

    Layout(Network from, Network to) {
        this.from = from;
        this.to = to;
    }

    /** The same parameters in the other network; of biases that become one, the first. */
    double[] parameters(double[] values) {
        double[] moved = new double[to.parameterCount()];
        for (int l = 1; l <= from.depth(); l++) {
            System.arraycopy(
                    values, from.weightStart(l), moved, to.weightStart(l), from.biasStart(l) - from.weightStart(l));
            for (int j = 0; j < from.size(l); j++) {
                int there = to.biasIndex(l, j);
                if (there >= 0 && (j == 0 || there != to.biasStart(l))) {
                    moved[there] = values[from.biasIndex(l, j)];
                }
            }
        }
        return moved;
    }

    /** The same quantity in the other network; of a bias that becomes several, that of a neuron, the first for −1. */
    Quantity.Scalar quantity(Quantity.Scalar quantity, int neuron) {
        return switch (quantity) {
            case Quantity.Parameter q -> new Quantity.Parameter(index(q.index(), neuron));
            case Quantity.Memory q -> new Quantity.Memory(q.name(), index(q.index(), neuron));
            case Quantity.Gradient q -> new Quantity.Gradient(index(q.index(), neuron));
            case Quantity.Partial q -> new Quantity.Partial(quantity(q.of(), neuron), quantity(q.by(), neuron));
            default -> quantity;
        };
    }

    /** The same parameter in the other network. */
    int index(int index, int neuron) {
        int l = from.layerOf(index);
        return from.isWeight(index)
                ? to.weightStart(l) + index - from.weightStart(l)
                : to.biasIndex(l, neuron < 0 ? index - from.biasStart(l) : neuron);
    }
}
