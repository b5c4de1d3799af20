package org.nnlang.explain;

import static org.nnlang.formula.Formula.because;
import static org.nnlang.formula.Formula.call;
import static org.nnlang.formula.Formula.difference;
import static org.nnlang.formula.Formula.named;
import static org.nnlang.formula.Formula.negation;
import static org.nnlang.formula.Formula.number;
import static org.nnlang.formula.Formula.product;
import static org.nnlang.formula.Formula.quotient;
import static org.nnlang.formula.Formula.square;
import static org.nnlang.formula.Formula.sum;

import org.nnlang.formula.Formula;
import org.nnlang.formula.Function;
import org.nnlang.formula.Reason;
import org.nnlang.formula.Reason.Relation;
import org.nnlang.network.Activation;

/** The activations and their derivatives as formulas. */
final class ActivationForms {
    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);

    private final Values values;
    private final Limits limits;

    ActivationForms(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
    }

    /** out(l, j), by net. */
    Formula value(int l, int j) {
        return value(values.network().layer(l).activation(), values.net(l, j), l);
    }

    private Formula value(Activation activation, Formula net, int l) {
        return switch (activation) {
            case Activation.Linear _ -> net;
            case Activation.Sigmoid _ -> quotient(ONE, sum(ONE, call(Function.EXP, negation(net))));
            case Activation.Tanh _ -> call(Function.TANH, net);
            case Activation.Relu _ -> call(Function.MAX, ZERO, net);
            case Activation.LeakyRelu a -> bySign(net, net, product(slope(a), net));
            case Activation.Elu a -> bySign(net, net, product(alpha(a), call(Function.EXPM1, net)));
            case Activation.Gelu _ -> product(net, call(Function.NORMAL_CDF, net));
            case Activation.Silu _ -> product(net, call(Function.SIGMOID, net));
            case Activation.Softplus _ -> call(Function.SOFTPLUS, net);
            case Activation.Softmax _ -> quotient(call(Function.EXP, net), partition(l));
            case Activation.Step _ ->
                net.value() >= 0
                        ? because(ONE, net, Relation.AT_LEAST, ZERO)
                        : because(ZERO, net, Relation.BELOW, ZERO);
            case Activation.Varied varied -> value(varied.base(), net, l);
        };
    }

    private Formula partition(int l) {
        Range layer = Range.all(values.network().size(l));
        return limits.sum(layer, k -> call(Function.EXP, values.net(l, k)));
    }

    /** ∂out(l, k)/∂net(l, j), for neurons that are linked. */
    Formula derivative(int l, int k, int j) {
        Activation activation = values.network().layer(l).activation();
        Formula out = values.out(l, j);
        return activation instanceof Activation.Softmax
                ? k == j ? product(out, difference(ONE, out)) : product(negation(values.out(l, k)), out)
                : derivative(activation, values.net(l, j), out, l);
    }

    private Formula derivative(Activation activation, Formula net, Formula out, int l) {
        return switch (activation) {
            case Activation.Linear _ -> ONE;
            case Activation.Sigmoid _ -> product(out, difference(ONE, out));
            case Activation.Tanh _ -> difference(ONE, square(out));
            case Activation.Relu _ -> bySign(net, ONE, ZERO);
            case Activation.LeakyRelu a -> bySign(net, ONE, slope(a));
            case Activation.Elu a -> bySign(net, ONE, product(alpha(a), call(Function.EXP, net)));
            case Activation.Gelu _ ->
                sum(call(Function.NORMAL_CDF, net), product(net, call(Function.NORMAL_DENSITY, net)));
            case Activation.Silu _ -> {
                Formula sigmoid = call(Function.SIGMOID, net);
                yield product(sigmoid, sum(ONE, product(net, difference(ONE, sigmoid))));
            }
            case Activation.Softplus _ -> call(Function.SIGMOID, net);
            case Activation.Softmax _ -> product(out, difference(ONE, out));
            case Activation.Step a -> new Formula.Because(ZERO, new Reason.Flat(a.name()));
            case Activation.Varied v ->
                switch (v.place()) {
                    case RIGHT -> derivative(v.slope(), net, out, l);
                    case NET -> derivative(v.slope(), net, net, l);
                    case OUT -> derivative(v.slope(), out, value(v.slope(), out, l), l);
                };
        };
    }

    private static Formula bySign(Formula net, Formula above, Formula otherwise) {
        return net.value() > 0
                ? because(above, net, Relation.ABOVE, ZERO)
                : because(otherwise, net, Relation.AT_MOST, ZERO);
    }

    private static Formula slope(Activation.LeakyRelu activation) {
        return named("slope", activation.slope());
    }

    private static Formula alpha(Activation.Elu activation) {
        return named("α", activation.alpha());
    }
}
