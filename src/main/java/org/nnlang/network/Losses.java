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
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason.Relation;
import org.nnlang.network.Catalogue.Entry;
import org.nnlang.network.Catalogue.Parameter;
import org.nnlang.network.Catalogue.Range;

/** The built-in losses: the one place that states them. t is the target, o the output, n the number of outputs. */
public final class Losses {
    private static final Formula T = variable(Loss.TARGET);
    private static final Formula O = variable(Loss.OUTPUT);
    private static final Formula Z = variable(Activation.NET);
    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);
    private static final Formula HALF = number(0.5);
    private static final Formula ERROR = difference(T, O);
    private static final Formula BACK = difference(O, T);

    /** Half the sum of the squares: the loss of most textbooks, {@code 0.5 * MSELoss(reduction='sum')} in PyTorch. */
    public static final Entry<Loss> SQUARED = entry("squared", _ -> Loss.of(product(HALF, square(ERROR)), BACK));

    /** PyTorch's {@code MSELoss}. */
    public static final Entry<Loss> MSE =
            entry("mse", _ -> Loss.of(mean(square(ERROR)), mean(product(number(2), BACK))));

    /** PyTorch's {@code L1Loss}; its derivative at t = o is 0. */
    public static final Entry<Loss> ABSOLUTE = entry(
            "absolute",
            _ -> Loss.of(
                    mean(absolute(ERROR)),
                    cases(O, Relation.ABOVE, T, mean(ONE), cases(O, Relation.BELOW, T, mean(negation(ONE)), ZERO)),
                    mean(call(Function.SIGN, BACK))));

    /** PyTorch's {@code HuberLoss} (P. Huber, Robust estimation of a location parameter, 1964). */
    public static final Entry<Loss> HUBER =
            entry("huber", a -> huber(named("δ", a[0])), new Parameter("delta", 1, Range.POSITIVE));

    /** After softmax: PyTorch's {@code CrossEntropyLoss} with probabilities as targets, which need not add up to 1. */
    public static final Entry<Loss> CROSS_ENTROPY = entry(
            "cross_entropy",
            _ -> Loss.of(
                            unless(ZERO, product(negation(T), call(Function.LN, O))),
                            unless(ZERO, negation(quotient(T, O))))
                    .after(new Loss.Entropy(
                            "softmax",
                            unless(ZERO, product(T, call(Function.NEG_LOG_SOFTMAX, Z, new Each(Z)))),
                            difference(product(O, Each.sum(T)), T),
                            product(T, difference(O, ONE)),
                            product(T, O))));

    /** After sigmoid: PyTorch's {@code BCEWithLogitsLoss}. */
    public static final Entry<Loss> BINARY_CROSS_ENTROPY = entry("binary_cross_entropy", _ -> binary());

    /** All of them. */
    static final List<Entry<Loss>> ALL = List.of(SQUARED, MSE, ABSOLUTE, HUBER, CROSS_ENTROPY, BINARY_CROSS_ENTROPY);

    private Losses() {}

    private static Entry<Loss> entry(
            String name, java.util.function.Function<double[], Loss> formulas, Parameter... parameters) {
        return new Entry<>(name, List.of(parameters), a -> formulas.apply(a).named(name, a));
    }

    private static Formula mean(Formula of) {
        return quotient(of, variable(Loss.COUNT));
    }

    /** A formula that is 0 for a certain target, even if a logarithm is infinite there. */
    private static Formula unless(Formula target, Formula formula) {
        return cases(T, Relation.EQUAL, target, ZERO, formula);
    }

    private static Loss huber(Formula delta) {
        Formula size = absolute(ERROR);
        return Loss.of(
                cases(
                        size,
                        Relation.AT_MOST,
                        delta,
                        mean(product(HALF, square(ERROR))),
                        mean(product(delta, difference(size, product(HALF, delta))))),
                cases(
                        absolute(BACK),
                        Relation.AT_MOST,
                        delta,
                        mean(BACK),
                        cases(BACK, Relation.ABOVE, delta, mean(delta), mean(negation(delta)))),
                mean(call(Function.MAX, negation(delta), call(Function.MIN, delta, BACK))));
    }

    private static Loss binary() {
        Formula rest = difference(ONE, O);
        Formula restOfTarget = difference(ONE, T);
        Formula forOne = call(Function.LN, O);
        Formula forZero = call(Function.LN, rest);
        Formula delta = mean(BACK);
        return Loss.of(
                        byTarget(
                                mean(negation(forOne)),
                                mean(negation(forZero)),
                                mean(negation(sum(product(T, forOne), product(restOfTarget, forZero))))),
                        byTarget(
                                mean(negation(quotient(ONE, O))),
                                mean(quotient(ONE, rest)),
                                mean(sum(negation(quotient(T, O)), quotient(restOfTarget, rest)))))
                .after(new Loss.Entropy(
                        "sigmoid",
                        mean(sum(
                                unless(ONE, product(restOfTarget, call(Function.SOFTPLUS, Z))),
                                unless(ZERO, product(T, call(Function.SOFTPLUS, negation(Z)))))),
                        delta,
                        delta,
                        ZERO));
    }

    private static Formula byTarget(Formula one, Formula zero, Formula between) {
        return cases(T, Relation.EQUAL, ONE, one, cases(T, Relation.EQUAL, ZERO, zero, between));
    }
}
