package org.nnlang.slips;

import java.util.List;
import org.nnlang.math.Parts;
import org.nnlang.network.Activation;
import org.nnlang.network.Activation.Place;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;

/** The slips in the loss, in its derivative, and in the activations' derivatives. */
final class BackwardSlips {
    private final SlipList list;
    private final Network network;
    private final Loss loss;
    private final int outputs;
    /** Whether the loss and the output's activation simplify each other's derivatives. */
    private final boolean simplified;

    BackwardSlips(SlipList list) {
        this.list = list;
        network = list.network();
        loss = network.loss();
        outputs = network.output().size();
        simplified = network.output().activation().name().equals(loss.partner());
    }

    void factors() {
        list.add(true, "factor-2", twice(), s -> factor(s, 2, 2));
        list.add(true, "factor-half", half(), s -> factor(s, 0.5, 0.5));
    }

    private String twice() {
        return loss.name().equals(Losses.SQUARED.name())
                ? "the ½ is left out of the error: Σ(t − o)², its derivative 2 · (o − t)"
                : "the error and its derivative are taken twice";
    }

    private String half() {
        return loss.name().equals(Losses.MSE.name())
                ? "the error has an extra ½: its derivative is (o − t) / n"
                : "the error and its derivative are halved";
    }

    void sign() {
        list.add(
                true,
                "target-minus-output",
                "target − output is used instead of output − target",
                s -> factor(s, 1, -1));
    }

    void means() {
        boolean means = !loss.isOwn() && Parts.contains(loss.share(), Loss.COUNT);
        boolean sums = !means && (loss.isOwn() || loss.entropy() == null);
        list.add(
                sums && outputs > 1,
                "mean-of-outputs",
                "the mean over the outputs is used instead of the sum",
                s -> factor(s, 1.0 / outputs, 1.0 / outputs));
        list.add(
                means && outputs > 1,
                "sum-of-outputs",
                "the sum over the outputs is used instead of the mean",
                s -> factor(s, outputs, outputs));
    }

    private static Calculation factor(Calculation calculation, double size, double slope) {
        return calculation.withLoss(base -> base.varied(size, slope, false));
    }

    void missing() {
        list.addByLayer(
                "derivative-missing",
                "",
                "the activation's derivative is left out (f′ = 1) in",
                this::sloped,
                (s, l) -> slope(s, l, Activations.LINEAR.standard(), Place.RIGHT));
        list.add(
                simplified && network.output().activation().elementwise() || simplified,
                "derivative-extra",
                "the output's delta is multiplied by out · (1 − out), which the loss has cancelled already",
                s -> s.withLoss(base -> base.varied(1, 1, true)));
    }

    void misplaced() {
        list.addByLayer(
                "derivative-at-net",
                "",
                "the activation's derivative uses net instead of out, in",
                this::writtenByOut,
                (s, l) -> slope(s, l, s.network().layer(l).activation(), Place.NET));
        list.addByLayer(
                "derivative-at-out",
                "",
                "the activation's derivative is taken at out instead of net, in",
                this::sloped,
                (s, l) -> slope(s, l, s.network().layer(l).activation(), Place.OUT));
    }

    void others() {
        for (Catalogue.Entry<Activation> entry : List.of(Activations.SIGMOID, Activations.TANH, Activations.RELU)) {
            Activation other = entry.standard();
            list.addByLayer(
                    "derivative-of",
                    other.name(),
                    "the derivative of " + other.name() + " is used in",
                    l -> goesBack(l) && !network.layer(l).activation().name().equals(other.name()),
                    (s, l) -> slope(s, l, other, Place.RIGHT));
        }
    }

    private static Calculation slope(Calculation calculation, int l, Activation slope, Place place) {
        return calculation.network().layer(l).activation().variation() != null
                ? null
                : calculation.withLayer(
                        l,
                        layer -> layer.activation().elementwise() // else it has become so since
                                ? layer.with(layer.activation().varied(slope, place))
                                : layer);
    }

    /** Whether a layer's derivative is worked out neuron by neuron. */
    private boolean goesBack(int l) {
        return network.layer(l).activation().elementwise() && !(simplified && l == network.depth());
    }

    private boolean sloped(int l) {
        return goesBack(l) && !network.layer(l).activation().isLinear();
    }

    private boolean writtenByOut(int l) {
        Activation activation = network.layer(l).activation();
        return goesBack(l) && !activation.isOwn() && Parts.contains(activation.derivative(), Activation.OUT);
    }
}
