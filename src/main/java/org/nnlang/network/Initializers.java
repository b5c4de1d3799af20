package org.nnlang.network;

import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.network.Catalogue.Entry;
import org.nnlang.network.Catalogue.Parameter;
import org.nnlang.network.Catalogue.Range;
import org.nnlang.network.Initializer.Distribution;

/** The initialisers: the one place that states them. */
public final class Initializers {
    private static final Formula ZERO = number(0);
    private static final Formula FAN_IN = variable(Initializer.FAN_IN);
    private static final Formula BOTH_FANS = sum(FAN_IN, variable(Initializer.FAN_OUT));

    /** X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010. */
    public static final Entry<Initializer> XAVIER = entry("xavier", _ -> symmetric(root(6, BOTH_FANS)));

    /** PyTorch's {@code xavier_normal_}. */
    public static final Entry<Initializer> XAVIER_NORMAL =
            entry("xavier_normal", _ -> new Initializer(Distribution.NORMAL, ZERO, root(2, BOTH_FANS)));

    /** K. He et al., Delving deep into rectifiers, 2015; PyTorch's {@code kaiming_uniform_(nonlinearity='relu')}. */
    public static final Entry<Initializer> HE = entry("he", _ -> symmetric(root(6, FAN_IN)));

    /** PyTorch's {@code kaiming_normal_(nonlinearity='relu')}. */
    public static final Entry<Initializer> HE_NORMAL =
            entry("he_normal", _ -> new Initializer(Distribution.NORMAL, ZERO, root(2, FAN_IN)));

    /** From a up to b. */
    public static final Entry<Initializer> UNIFORM = entry(
            "uniform",
            a -> new Initializer(Distribution.UNIFORM, number(a[0]), number(a[1])),
            new Parameter("a", Double.NaN, Range.ANY),
            new Parameter("b", Double.NaN, Range.ANY));

    /** With that mean and standard deviation. */
    public static final Entry<Initializer> NORMAL = entry(
            "normal",
            a -> new Initializer(Distribution.NORMAL, number(a[0]), number(a[1])),
            new Parameter("mean", Double.NaN, Range.ANY),
            new Parameter("sd", Double.NaN, Range.NOT_NEGATIVE));

    /** 0 everywhere. */
    public static final Entry<Initializer> ZEROS = entry("zeros", _ -> constant(0));

    /** 1 everywhere. */
    public static final Entry<Initializer> ONES = entry("ones", _ -> constant(1));

    /** All of them. */
    static final List<Entry<Initializer>> ALL =
            List.of(XAVIER, XAVIER_NORMAL, HE, HE_NORMAL, UNIFORM, NORMAL, ZEROS, ONES);

    private Initializers() {}

    private static Entry<Initializer> entry(
            String name, java.util.function.Function<double[], Initializer> make, Parameter... parameters) {
        return new Entry<>(name, List.of(parameters), a -> make.apply(a).named(name));
    }

    /** √(a / b). */
    private static Formula root(double a, Formula b) {
        return new Formula.Root(quotient(number(a), b));
    }

    private static Initializer symmetric(Formula limit) {
        return new Initializer(Distribution.UNIFORM, negation(limit), limit);
    }

    private static Initializer constant(double value) {
        return new Initializer(Distribution.CONSTANT, number(value), ZERO);
    }
}
