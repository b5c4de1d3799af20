package org.nnlang.slips;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.nnlang.math.Derivative;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Parts;
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;

/** The slips with a calculator: another logarithm for ln, degrees for radians. */
final class FunctionSlips {
    private final SlipList list;
    private final Network network;

    FunctionSlips(SlipList list) {
        this.list = list;
        network = list.network();
    }

    void degrees() {
        list.add(
                uses(FunctionSlips::turns),
                "degrees",
                "sin, cos and tan take their numbers as degrees",
                s -> changed(s, FunctionSlips::inDegrees));
    }

    private static boolean turns(Formula formula) {
        return formula instanceof Formula.Call call
                && (call.function() == Function.SIN
                        || call.function() == Function.COS
                        || call.function() == Function.TAN);
    }

    private static Formula inDegrees(Formula formula) {
        Formula inner = Parts.map(formula, FunctionSlips::inDegrees);
        return turns(inner) ? Parts.map(inner, of -> Formula.product(of, Formula.number(Math.PI / 180))) : inner;
    }

    void logarithms() {
        logarithm("log10", "10", Elementary.ln(10));
        logarithm("log2", "2", Elementary.ln(2));
    }

    private void logarithm(String kind, String base, double ln) {
        boolean entropy = isEntropy(network.loss());
        String words = "the logarithm to base " + base + " is used instead of ln";
        list.add(entropy || uses(FunctionSlips::isLogarithm), kind, words, s -> {
            Calculation changed = changed(s, formula -> toBase(formula, ln));
            return entropy && changed != null ? changed.withLoss(loss -> loss.varied(1 / ln, 1 / ln, false)) : changed;
        });
    }

    private static boolean isEntropy(Loss loss) {
        return loss.entropy() != null;
    }

    private static boolean isLogarithm(Formula formula) {
        return formula instanceof Formula.Call call
                && (call.function() == Function.LN || call.function() == Function.SOFTPLUS);
    }

    private static Formula toBase(Formula formula, double ln) {
        Formula inner = Parts.map(formula, part -> toBase(part, ln));
        return isLogarithm(inner) ? Formula.quotient(inner, Formula.number(ln)) : inner;
    }

    /** Whether a formula of one's own has such an operation. */
    private boolean uses(Predicate<Formula> operation) {
        return network.loss().isOwn() && has(network.loss().share(), operation)
                || network.layers().stream()
                        .map(Layer::activation)
                        .anyMatch(activation -> activation.isOwn() && has(activation.value(), operation));
    }

    private static boolean has(Formula formula, Predicate<Formula> operation) {
        return operation.test(formula) || Parts.of(formula).stream().anyMatch(part -> has(part, operation));
    }

    /** Every formula of one's own changed, and its derivative with it; null where one grows too large for that. */
    private static Calculation changed(Calculation calculation, UnaryOperator<Formula> change) {
        try {
            return calculation.withNetwork(network -> changed(network, change));
        } catch (Derivative.TooLarge tooLarge) {
            return null;
        }
    }

    private static Network changed(Network network, UnaryOperator<Formula> change) {
        Network changed = network.with(changed(network.loss(), change));
        for (int l = 1; l <= network.depth(); l++) {
            Layer layer = network.layer(l);
            changed = changed.with(l, layer.with(changed(layer.activation(), change)));
        }
        return changed;
    }

    private static Activation changed(Activation activation, UnaryOperator<Formula> change) {
        Activation.Variation v = activation.variation();
        if (v != null) {
            return changed(v.base(), change).varied(changed(v.slope(), change), v.place());
        }
        return activation.isOwn()
                ? Activation.own(activation.name(), activation.variable(), change.apply(activation.value()))
                : activation;
    }

    private static Loss changed(Loss loss, UnaryOperator<Formula> change) {
        Loss.Variation v = loss.variation();
        if (v != null) {
            return changed(v.base(), change).varied(v.size(), v.slope(), v.again());
        }
        return loss.isOwn() ? Loss.own(loss.name(), loss.target(), loss.output(), change.apply(loss.share())) : loss;
    }
}
