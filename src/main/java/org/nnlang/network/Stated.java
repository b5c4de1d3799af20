package org.nnlang.network;

import static org.nnlang.math.Formula.absolute;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.square;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason.Relation;

/**
 * The formula and the textbook derivative of every activation and loss: the one place that states them.
 *
 * @param value of an activation its output, of a loss one output's share of the error
 * @param derivative of an activation by its net, of a loss by that output
 */
public record Stated(Formula value, Formula derivative) {
    /** An activation's weighted input. */
    public static final String Z = "z";

    /** An activation's output, in its derivative. */
    public static final String OUT = "out";

    /** A loss's target. */
    public static final String T = "t";

    /** A loss's output. */
    public static final String O = "o";

    /** The number of outputs. */
    public static final String N = "n";

    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);
    private static final Formula HALF = number(0.5);
    private static final Formula NET = variable(Z);
    private static final Formula OUTPUT = variable(OUT);
    private static final Formula TARGET = variable(T);
    private static final Formula ACTUAL = variable(O);

    /** The variable that an activation's formulas are in, besides {@code out}. */
    public static String variableOf(Activation activation) {
        return activation instanceof Activation.Own own ? own.variable() : Z;
    }

    /**
     * An activation that works neuron by neuron, in {@link #variableOf} and {@code out}.
     *
     * @throws IllegalArgumentException for softmax, which is stated by {@link #softmax}
     */
    public static Stated of(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> new Stated(NET, ONE);
            case Activation.Sigmoid _ ->
                new Stated(
                        quotient(ONE, sum(ONE, call(Function.EXP, negation(NET)))),
                        product(OUTPUT, difference(ONE, OUTPUT)));
            case Activation.Tanh _ -> new Stated(call(Function.TANH, NET), difference(ONE, square(OUTPUT)));
            case Activation.Relu _ -> new Stated(call(Function.MAX, ZERO, NET), aboveZero(ONE, ZERO));
            case Activation.LeakyRelu a -> {
                Formula slope = named("slope", a.slope());
                yield new Stated(aboveZero(NET, product(slope, NET)), aboveZero(ONE, slope));
            }
            case Activation.Elu a -> {
                Formula alpha = named("α", a.alpha());
                yield new Stated(
                        aboveZero(NET, product(alpha, call(Function.EXPM1, NET))),
                        aboveZero(ONE, product(alpha, call(Function.EXP, NET))));
            }
            case Activation.Gelu _ ->
                new Stated(
                        product(NET, call(Function.NORMAL_CDF, NET)),
                        sum(call(Function.NORMAL_CDF, NET), product(NET, call(Function.NORMAL_DENSITY, NET))));
            case Activation.Silu _ -> {
                Formula sigmoid = call(Function.SIGMOID, NET);
                yield new Stated(
                        product(NET, sigmoid), product(sigmoid, sum(ONE, product(NET, difference(ONE, sigmoid)))));
            }
            case Activation.Softplus _ -> new Stated(call(Function.SOFTPLUS, NET), call(Function.SIGMOID, NET));
            case Activation.Step _ -> new Stated(cases(NET, Relation.AT_LEAST, ZERO, ONE, ZERO), ZERO);
            case Activation.Own a -> new Stated(a.value(), a.derivative());
            case Activation.Varied a -> new Stated(bound(a.base(), NET), varied(a));
            case Activation.Softmax _ -> throw new IllegalArgumentException("softmax is a function of a whole layer");
        };
    }

    private static Formula varied(Activation.Varied a) {
        Formula slope = of(a.slope()).derivative;
        String z = variableOf(a.slope());
        return switch (a.place()) {
            case RIGHT -> slope.bind(Map.of(z, NET));
            case NET -> slope.bind(Map.of(z, NET, OUT, NET));
            case OUT -> slope.bind(Map.of(z, OUTPUT, OUT, bound(a.slope(), OUTPUT)));
        };
    }

    private static Formula bound(Activation activation, Formula net) {
        return of(activation).value.bind(Map.of(variableOf(activation), net));
    }

    private static Formula aboveZero(Formula then, Formula otherwise) {
        return cases(NET, Relation.ABOVE, ZERO, then, otherwise);
    }

    /** Softmax's output of one net among all nets of a layer, some of which may be left out. */
    public static Formula softmax(Formula net, List<Formula> nets) {
        return quotient(call(Function.EXP, net), sum(Function.powersOfE(nets)));
    }

    /** ∂of/∂net(by) of two outputs of a softmax; {@code same} when they are one. */
    public static Formula softmaxDerivative(Formula of, Formula by, boolean same) {
        return same ? product(by, difference(ONE, by)) : product(negation(of), by);
    }

    /** A loss, in the target, the output and {@code n}; what the target makes 0 is 0, even where a logarithm is infinite. */
    public static Stated of(Loss loss) {
        Formula error = difference(TARGET, ACTUAL);
        Formula size = absolute(error);
        return switch (loss) {
            case Loss.Squared _ -> new Stated(product(HALF, square(error)), difference(ACTUAL, TARGET));
            case Loss.Mse _ -> new Stated(mean(square(error)), mean(product(number(2), difference(ACTUAL, TARGET))));
            case Loss.Absolute _ -> new Stated(mean(size), sided(mean(ONE), mean(negation(ONE)), ZERO));
            case Loss.Huber huber -> huber(error, named("δ", huber.delta()));
            case Loss.CrossEntropy _ ->
                new Stated(
                        unlessZero(product(negation(TARGET), call(Function.LN, ACTUAL))),
                        unlessZero(negation(quotient(TARGET, ACTUAL))));
            case Loss.BinaryCrossEntropy _ -> binary();
            case Loss.Own own -> new Stated(own.share(), own.derivative());
            case Loss.Varied varied -> {
                Stated base = of(varied.base());
                yield new Stated(times(varied.size(), base.value), times(varied.slope(), base.derivative));
            }
        };
    }

    /** A multiple of a formula. */
    public static Formula times(double factor, Formula of) {
        return factor == 1 ? of : factor == -1 ? negation(of) : product(number(factor), of);
    }

    /** By whether the output is above, below or at its target. */
    private static Formula sided(Formula above, Formula below, Formula equal) {
        return cases(ACTUAL, Relation.ABOVE, TARGET, above, cases(ACTUAL, Relation.BELOW, TARGET, below, equal));
    }

    private static Stated huber(Formula error, Formula delta) {
        Formula size = absolute(error);
        Formula back = difference(ACTUAL, TARGET);
        return new Stated(
                cases(
                        size,
                        Relation.AT_MOST,
                        delta,
                        mean(product(HALF, square(error))),
                        mean(product(delta, difference(size, product(HALF, delta))))),
                cases(
                        absolute(back),
                        Relation.AT_MOST,
                        delta,
                        mean(back),
                        cases(back, Relation.ABOVE, delta, mean(delta), mean(negation(delta)))));
    }

    private static Formula unlessZero(Formula formula) {
        return cases(TARGET, Relation.EQUAL, ZERO, ZERO, formula);
    }

    private static Stated binary() {
        Formula rest = difference(ONE, ACTUAL);
        Formula restOfTarget = difference(ONE, TARGET);
        Formula forOne = call(Function.LN, ACTUAL);
        Formula forZero = call(Function.LN, rest);
        return new Stated(
                byTarget(
                        mean(negation(forOne)),
                        mean(negation(forZero)),
                        mean(negation(sum(product(TARGET, forOne), product(restOfTarget, forZero))))),
                byTarget(
                        mean(negation(quotient(ONE, ACTUAL))),
                        mean(quotient(ONE, rest)),
                        mean(sum(negation(quotient(TARGET, ACTUAL)), quotient(restOfTarget, rest)))));
    }

    private static Formula byTarget(Formula one, Formula zero, Formula between) {
        return cases(TARGET, Relation.EQUAL, ONE, one, cases(TARGET, Relation.EQUAL, ZERO, zero, between));
    }

    private static Formula mean(Formula of) {
        return quotient(of, variable(N));
    }
}
