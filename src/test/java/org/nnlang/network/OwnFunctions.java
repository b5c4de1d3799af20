package org.nnlang.network;

import static org.nnlang.math.Formula.absolute;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.square;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason;
import org.nnlang.math.Reason.Relation;

/** Activations and losses of one's own to test with; those of src/test/reference/own_functions.py. */
public final class OwnFunctions {
    private static final Formula Z = variable("z");
    private static final Formula T = variable("t");
    private static final Formula O = variable("o");
    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);
    private static final Formula TWO = number(2);
    private static final Formula HALF = number(0.5);
    private static final Formula ERROR = difference(T, O);

    public static final Activation MISH =
            own("mish", product(Z, call(Function.TANH, call(Function.LN, sum(ONE, exp(Z))))));
    public static final Activation LOGISTIC = own("logistic", quotient(ONE, sum(ONE, exp(negation(Z)))));
    public static final Activation LEAKY = own("leaky", cases(Z, Relation.ABOVE, ZERO, Z, product(number(0.01), Z)));
    public static final Activation HARD_TANH =
            own("hard_tanh", call(Function.MAX, number(-1), call(Function.MIN, ONE, Z)));
    public static final Activation GAUSSIAN = own("gaussian", exp(negation(square(Z))));

    /** Of every kind. */
    public static final List<Activation> ACTIVATIONS = List.of(
            MISH,
            own("swish", product(Z, call(Function.SIGMOID, product(named("beta", 1.5), Z)))),
            own("softsign", quotient(Z, sum(ONE, absolute(Z)))),
            GAUSSIAN,
            own("sine", call(Function.SIN, Z)),
            own("cosine", difference(call(Function.COS, product(TWO, Z)), Z)),
            own("tangent", call(Function.TAN, quotient(Z, number(4)))),
            own("cube", power(Z, number(3))),
            own("log", call(Function.LN, sum(ONE, square(Z)))),
            own("root", difference(new Formula.Root(sum(ONE, square(Z))), ONE)),
            own("isru", quotient(Z, new Formula.Root(sum(ONE, square(Z))))),
            HARD_TANH,
            own("relu6", call(Function.MIN, call(Function.RELU, Z), number(6))),
            own("larger_than_zero", call(Function.MAX, ZERO, Z)),
            LEAKY,
            own("size", absolute(Z)),
            own(
                    "selu",
                    product(
                            number(1.05),
                            cases(Z, Relation.ABOVE, ZERO, Z, product(named("a", 1.67), difference(exp(Z), ONE))))),
            own("powers", power(TWO, Z)),
            own("variable_power", power(sum(ONE, square(Z)), quotient(Z, number(3)))),
            own("shrink", new Formula.If(outside(), Z, ZERO)),
            own("snake", sum(Z, quotient(square(call(Function.SIN, product(named("a", 2), Z))), named("a", 2)))));

    public static final Loss QUARTIC = own(T, O, "quartic", power(ERROR, number(4)));
    public static final Loss LOG_COSH =
            own(T, O, "log_cosh", call(Function.LN, quotient(sum(exp(ERROR), exp(difference(O, T))), TWO)));
    public static final Loss MEAN = own(T, O, "mean", quotient(square(ERROR), variable("n")));

    /** Of every kind. */
    public static final List<Loss> LOSSES = List.of(
            own(T, O, "half", product(HALF, square(ERROR))),
            QUARTIC,
            LOG_COSH,
            own(T, O, "size", absolute(ERROR)),
            own(T, O, "hinge", call(Function.MAX, ZERO, difference(ONE, product(T, O)))),
            own(T, O, "quantile", quantile(named("q", 0.3))),
            own(
                    T,
                    O,
                    "huber",
                    cases(
                            absolute(ERROR),
                            Relation.AT_MOST,
                            ONE,
                            product(HALF, square(ERROR)),
                            difference(absolute(ERROR), HALF))),
            own(T, O, "poisson", difference(exp(O), product(T, O))));

    private OwnFunctions() {}

    private static Reason.Condition outside() {
        return new Reason.Any(List.of(
                new Reason.Comparison(Z, Relation.ABOVE, HALF),
                new Reason.Comparison(Z, Relation.BELOW, number(-0.5))));
    }

    private static Formula quantile(Formula q) {
        return call(Function.MAX, product(q, ERROR), product(difference(q, ONE), ERROR));
    }

    private static Formula exp(Formula of) {
        return call(Function.EXP, of);
    }

    public static Activation own(String name, Formula value) {
        return Activation.own(name, "z", value);
    }

    private static Loss own(Formula target, Formula output, String name, Formula share) {
        return Loss.own(name, ((Formula.Variable) target).name(), ((Formula.Variable) output).name(), share);
    }
}
