package org.nnlang.slips;

import org.nnlang.network.Layer;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** The slips with biases. */
final class BiasSlips {
    private final SlipList list;
    private final boolean edited;

    BiasSlips(SlipList list) {
        this.list = list;
        edited = list.calculation().replay().edited(); // what was set by hand belongs to the parameters as they are
    }

    void add() {
        list.addByLayer("bias-left-out", "", "the bias is left out in", l -> has(l) && !edited, BiasSlips::without);
        list.addByLayer(
                "bias-trained",
                "",
                "the bias is trained, though it is fixed, in",
                l -> has(l) && layer(l).biasFixed(),
                (s, l) -> train(s, l, true));
        list.addByLayer(
                "bias-fixed",
                "",
                "the bias is not trained in",
                l -> has(l) && !layer(l).biasFixed(),
                (s, l) -> train(s, l, false));
        list.addByLayer(
                "bias-shared",
                "",
                "the neurons share one bias in",
                l -> mode(l) == BiasMode.SEPARATE && layer(l).size() > 1 && allEqual(l) && !edited,
                (s, l) -> mode(s, l, BiasMode.SHARED, 0));
        separate();
    }

    /** A bias that was asked for may then be that of any neuron. */
    private void separate() {
        list.addByLayer(
                "bias-separate",
                "",
                "each neuron has its own bias in",
                this::separable,
                (s, l) -> mode(s, l, BiasMode.SEPARATE, 0));
        for (int l = 1; l <= list.network().depth(); l++) {
            for (int j = 1;
                    j < Math.min(layer(l).size(), 8)
                            && separable(l)
                            && asksFor(list.network().biasIndex(l, 0));
                    j++) {
                int neuron = j;
                int layer = l;
                list.add(
                        "bias-separate",
                        list.layer(l),
                        "each neuron has its own bias in " + list.layer(l) + " (that of "
                                + list.network().neurons(l).name(j) + ")",
                        s -> mode(s, layer, BiasMode.SEPARATE, neuron));
            }
        }
    }

    private boolean separable(int l) {
        return mode(l) == BiasMode.SHARED && layer(l).size() > 1 && !edited;
    }

    private boolean asksFor(int index) {
        return switch (list.calculation().asked()) {
            case Quantity.Parameter q -> q.index() == index;
            case Quantity.Gradient q -> q.index() == index;
            default -> false;
        };
    }

    private Layer layer(int l) {
        return list.network().layer(l);
    }

    private BiasMode mode(int l) {
        return layer(l).biasMode();
    }

    private boolean has(int l) {
        return mode(l) != BiasMode.NONE;
    }

    private boolean allEqual(int l) {
        double[] start = list.calculation().replay().start();
        int first = list.network().biasStart(l);
        for (int i = first; i < list.network().end(l); i++) {
            if (start[i] != start[first]) {
                return false;
            }
        }
        return true;
    }

    /** 0 for the bias, and it stays 0. */
    private static Calculation without(Calculation calculation, int l) {
        Network network = calculation.network();
        return train(calculation, l, false).from(start -> {
            java.util.Arrays.fill(start, network.biasStart(l), network.end(l), 0);
            return start;
        });
    }

    private static Calculation train(Calculation calculation, int l, boolean trained) {
        return calculation.withLayer(
                l, old -> new Layer(old.neurons(), old.activation(), old.biasMode(), old.weightsFixed(), !trained));
    }

    /** Another number of biases; the quantity asked for becomes that of {@code neuron}. */
    private static Calculation mode(Calculation calculation, int l, BiasMode mode, int neuron) {
        Network from = calculation.network();
        if (from.layer(l).biasMode() == mode) {
            return null;
        }
        Calculation changed = calculation.withLayer(
                l, old -> new Layer(old.neurons(), old.activation(), mode, old.weightsFixed(), old.biasFixed()));
        Layout layout = new Layout(from, changed.network());
        return changed.from(layout::parameters).asking(layout.quantity(calculation.asked(), neuron));
    }
}
