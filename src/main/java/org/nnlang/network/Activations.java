package org.nnlang.network;

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
import static org.nnlang.math.Recipe.line;

import java.util.List;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason.Relation;
import org.nnlang.math.Recipe;
import org.nnlang.network.Catalogue.Entry;
import org.nnlang.network.Catalogue.Parameter;
import org.nnlang.network.Catalogue.Range;

/**
 * The built-in activations: the one place that states them. z is the net, out the output.
 *
 * <p>Derivatives at a kink are PyTorch's: 0 for relu at 0, the slope for leaky_relu at 0, alpha for elu at 0.
 */
public final class Activations {
    private static final Formula Z = variable(Activation.NET);
    private static final Formula OUT = variable(Activation.OUT);
    private static final Formula ZERO = number(0);
    private static final Formula ONE = number(1);

    /** The net itself. */
    public static final Entry<Activation> LINEAR = entry("linear", _ -> Activation.of(Z, ONE));

    /** The logistic function. */
    public static final Entry<Activation> SIGMOID = entry(
            "sigmoid",
            _ -> Activation.of(
                            quotient(ONE, sum(ONE, call(Function.EXP, negation(Z)))),
                            product(OUT, difference(ONE, OUT)))
                    .within(0, 1));

    /** The hyperbolic tangent. */
    public static final Entry<Activation> TANH = entry(
            "tanh",
            _ -> Activation.of(call(Function.TANH, Z), difference(ONE, square(OUT)))
                    .within(-1, 1));

    /** The net above 0. */
    public static final Entry<Activation> RELU = entry(
            "relu",
            _ -> Activation.of(call(Function.MAX, ZERO, Z), aboveZero(ONE, ZERO))
                    .reluLike());

    /** PyTorch's {@code LeakyReLU}, whose argument is {@code negative_slope}. */
    public static final Entry<Activation> LEAKY_RELU = entry(
            "leaky_relu",
            a -> {
                Formula slope = named("slope", a[0]);
                Formula factor = aboveZero(ONE, slope);
                return Activation.of(aboveZero(Z, product(slope, Z)), factor, product(Z, factor), factor)
                        .reluLike();
            },
            new Parameter("slope", 0.01, Range.ANY));

    /** D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, 2015. */
    public static final Entry<Activation> ELU = entry(
            "elu",
            a -> {
                Formula alpha = named("α", a[0]);
                return Activation.of(
                                aboveZero(Z, product(alpha, call(Function.EXPM1, Z))),
                                aboveZero(ONE, product(alpha, call(Function.EXP, Z))))
                        .reluLike();
            },
            new Parameter("alpha", 1, Range.ANY));

    /** D. Hendrycks and K. Gimpel, Gaussian error linear units, 2016; exact, as PyTorch's {@code approximate='none'}. */
    public static final Entry<Activation> GELU = entry("gelu", _ -> {
        Formula share = call(Function.NORMAL_CDF, Z);
        Formula density = call(Function.NORMAL_DENSITY, Z);
        return Activation.of(
                        product(Z, share),
                        sum(share, product(Z, density)),
                        sum(ZERO, product(notBelow(Z), share)), // 0, not −0
                        sum(share, product(finite(), density)))
                .reluLike();
    });

    /** Also called swish: S. Elfwing et al., Sigmoid-weighted linear units, 2017. */
    public static final Entry<Activation> SILU = entry("silu", _ -> {
        Formula share = call(Function.SIGMOID, Z);
        Formula rest = difference(ONE, share);
        return Activation.of(
                        product(Z, share),
                        product(share, sum(ONE, product(Z, rest))),
                        sum(ZERO, product(notBelow(Z), share)),
                        sum(ZERO, product(share, sum(ONE, product(finite(), rest))))) // 0, not −0
                .reluLike();
    });

    /** ln(1 + e^z) everywhere; PyTorch's is a straight line from 20 on. */
    public static final Entry<Activation> SOFTPLUS = entry(
            "softplus",
            _ -> Activation.of(call(Function.SOFTPLUS, Z), call(Function.SIGMOID, Z))
                    .reluLike());

    /** Each e^z as a share of the layer's sum; the largest net is subtracted first, and an infinite one takes all. */
    public static final Entry<Activation> SOFTMAX = entry("softmax", _ -> {
        Formula largest = variable("largest");
        Formula power = variable("power");
        Formula g = variable(Activation.GRADIENT);
        Recipe forward = new Recipe(
                line("largest", call(Function.MAX, new Each(Z))),
                line("power", cases(Z, Relation.EQUAL, largest, ONE, call(Function.EXP, difference(Z, largest)))),
                line(Activation.OUT, quotient(power, Each.sum(power))));
        Recipe backward = new Recipe(
                line("mean", Each.sum(product(g, OUT))),
                line(Activation.DELTA, product(OUT, difference(g, variable("mean")))));
        return Activation.ofLayer(
                        quotient(call(Function.EXP, Z), Each.sum(call(Function.EXP, Z))),
                        product(OUT, difference(ONE, OUT)),
                        product(negation(OUT), variable(Activation.OTHER)),
                        forward,
                        backward)
                .within(0, 1);
    });

    /** 1 from 0 on, as in the first networks (W. McCulloch and W. Pitts, 1943); nothing can be trained through it. */
    public static final Entry<Activation> STEP = entry(
            "step",
            _ -> Activation.of(cases(Z, Relation.AT_LEAST, ZERO, ONE, ZERO), ZERO)
                    .within(0, 1));

    /** All of them. */
    static final List<Entry<Activation>> ALL =
            List.of(LINEAR, SIGMOID, TANH, RELU, LEAKY_RELU, ELU, GELU, SILU, SOFTPLUS, SOFTMAX, STEP);

    private Activations() {}

    private static Entry<Activation> entry(
            String name, java.util.function.Function<double[], Activation> formulas, Parameter... parameters) {
        return new Entry<>(name, List.of(parameters), a -> formulas.apply(a).named(name, a));
    }

    private static Formula aboveZero(Formula then, Formula otherwise) {
        return cases(Z, Relation.ABOVE, ZERO, then, otherwise);
    }

    /** z in products with what vanishes at both its ends, where ∞ · 0 has no value. */
    private static Formula finite() {
        return notBelow(call(Function.MIN, number(Double.MAX_VALUE), Z));
    }

    private static Formula notBelow(Formula of) {
        return call(Function.MAX, number(-Double.MAX_VALUE), of);
    }
}
