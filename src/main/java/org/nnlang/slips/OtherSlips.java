package org.nnlang.slips;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.nnlang.explain.Names;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** The right number of another quantity: the gradient given for the delta, net for out, the neuron next to it. */
final class OtherSlips {
    /** Of larger layers so many neurons are looked at, and so many weights. */
    private static final int MOST = 12;

    private static final Quantity.Scalar ERROR = new Quantity.TotalError();

    private final SlipList list;
    private final Network network;
    private final boolean target;
    private final boolean backward;
    private final Set<Quantity.Scalar> found = new LinkedHashSet<>();

    OtherSlips(SlipList list) {
        this.list = list;
        network = list.network();
        target = list.calculation().sample() != null
                && list.calculation().sample().target() != null;
        backward = target && network.flatLayer(1) < 0;
    }

    void add() {
        if (list.calculation().sample() != null && list.calculation().sample().input() != null) {
            related(list.calculation().asked());
            everywhere();
        }
        found.remove(list.calculation().asked());
        Names names = new Names(network);
        for (Quantity.Scalar other : found) {
            String name = names.syntax(other);
            list.add("other-quantity", name, "it is the number of another quantity, " + name, s -> s.asking(other));
        }
    }

    /** What is most easily taken for a quantity comes first. */
    private void related(Quantity.Scalar asked) {
        switch (asked) {
            case Quantity.Net q -> neuron(q.layer(), q.neuron());
            case Quantity.Output q -> neuron(q.layer(), q.neuron());
            case Quantity.Delta q -> neuron(q.layer(), q.neuron());
            case Quantity.Gradient q -> parameter(q.index());
            case Quantity.Updated q -> parameter(q.index());
            case Quantity.Partial q -> {
                related(q.by());
                related(q.of());
            }
            case Quantity.TotalError _,
                    Quantity.ErrorShare _,
                    Quantity.MeanLoss _,
                    Quantity.Target _,
                    Quantity.Accuracy _,
                    Quantity.Step _,
                    Quantity.Epoch _ -> error();
        }
    }

    private void neuron(int l, int j) {
        if (l == 0) {
            return;
        }
        if (backward) {
            found.add(new Quantity.Delta(l, j));
            found.add(new Quantity.Partial(ERROR, new Quantity.Output(l, j)));
        }
        found.add(new Quantity.Net(l, j));
        found.add(new Quantity.Output(l, j));
    }

    private void parameter(int index) {
        if (backward) {
            found.add(new Quantity.Gradient(index));
        }
        int l = network.layerOf(index);
        if (network.isWeight(index)) {
            neuron(l, (index - network.weightStart(l)) / network.size(l - 1));
        } else if (network.layer(l).biasMode() == BiasMode.SEPARATE) {
            neuron(l, index - network.biasStart(l));
        }
    }

    private void error() {
        if (target) {
            found.add(ERROR);
            some(network.output().size(), Quantity.ErrorShare::new);
            if (list.calculation().now().samples() != null
                    && list.calculation().now().samples().size() > 1) {
                found.add(new Quantity.MeanLoss(Quantity.Set.TRAINING));
            }
        }
    }

    private void everywhere() {
        for (int layer = 1; layer <= network.depth(); layer++) {
            int l = layer;
            int from = network.weightStart(l);
            int parameters = network.end(l) - from;
            if (backward) {
                some(parameters, i -> new Quantity.Gradient(from + i));
            }
            for (int j = 0; j < Math.min(network.size(l), MOST); j++) {
                neuron(l, j);
            }
            if (list.calculation().replay().updates() > 0) {
                some(
                        parameters,
                        i -> network.isTrained(from + i)
                                ? new Quantity.Parameter(from + i)
                                : list.calculation().asked());
            }
        }
        error();
    }

    private void some(int count, IntFunction<Quantity.Scalar> make) {
        for (int i = 0; i < Math.min(count, MOST); i++) {
            found.add(make.apply(i));
        }
    }
}
