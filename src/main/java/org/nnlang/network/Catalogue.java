package org.nnlang.network;

import java.util.List;
import java.util.function.Function;

/** The activations, losses, optimizers and initialisers that scripts can name, with their arguments and defaults. */
public final class Catalogue {
    /** One argument: its name, its default (NaN when it must be given), and what it may be. */
    public record Parameter(String name, double standard, Range range) {
        /** Whether the argument has to be written. */
        public boolean required() {
            return Double.isNaN(standard);
        }
    }

    /** The values that an argument may take. */
    public enum Range {
        ANY,
        POSITIVE,
        NOT_NEGATIVE,
        BELOW_ONE;

        /** Whether the range has this number in it. */
        public boolean contains(double value) {
            return switch (this) {
                case ANY -> true;
                case POSITIVE -> value > 0;
                case NOT_NEGATIVE -> value >= 0;
                case BELOW_ONE -> value >= 0 && value < 1;
            };
        }
    }

    /** One entry: its name, its arguments, and how to make it from them. */
    public record Entry<T>(String name, List<Parameter> parameters, Function<double[], T> make) {
        /** The entry with every argument at its default; all arguments must have one. */
        public T standard() {
            return make.apply(
                    parameters.stream().mapToDouble(Parameter::standard).toArray());
        }
    }

    /** All activations. */
    public static final List<Entry<Activation>> ACTIVATIONS = List.of(
            entry("linear", _ -> new Activation.Linear()),
            entry("sigmoid", _ -> new Activation.Sigmoid()),
            entry("tanh", _ -> new Activation.Tanh()),
            entry("relu", _ -> new Activation.Relu()),
            entry("leaky_relu", a -> new Activation.LeakyRelu(a[0]), parameter("slope", 0.01, Range.ANY)),
            entry("elu", a -> new Activation.Elu(a[0]), parameter("alpha", 1, Range.ANY)),
            entry("gelu", _ -> new Activation.Gelu()),
            entry("silu", _ -> new Activation.Silu()),
            entry("softplus", _ -> new Activation.Softplus()),
            entry("softmax", _ -> new Activation.Softmax()),
            entry("step", _ -> new Activation.Step()));

    /** All losses. */
    public static final List<Entry<Loss>> LOSSES = List.of(
            entry("squared", _ -> new Loss.Squared()),
            entry("mse", _ -> new Loss.Mse()),
            entry("absolute", _ -> new Loss.Absolute()),
            entry("huber", a -> new Loss.Huber(a[0]), parameter("delta", 1, Range.POSITIVE)),
            entry("cross_entropy", _ -> new Loss.CrossEntropy()),
            entry("binary_cross_entropy", _ -> new Loss.BinaryCrossEntropy()));

    private static final Parameter MU = parameter("mu", 0.9, Range.BELOW_ONE);
    private static final Parameter BETA1 = parameter("beta1", 0.9, Range.BELOW_ONE);
    private static final Parameter BETA2 = parameter("beta2", 0.999, Range.BELOW_ONE);

    /** All optimizers. */
    public static final List<Entry<Optimizer>> OPTIMIZERS = List.of(
            entry("sgd", _ -> new Optimizer.Sgd()),
            entry("momentum", a -> new Optimizer.Momentum(a[0]), MU),
            entry("nesterov", a -> new Optimizer.Nesterov(a[0]), MU),
            entry(
                    "adagrad",
                    a -> new Optimizer.Adagrad(a[0], a[1]),
                    parameter("lr_decay", 0, Range.NOT_NEGATIVE),
                    epsilon(1e-10)),
            entry(
                    "rmsprop",
                    a -> new Optimizer.RmsProp(a[0], a[1]),
                    parameter("alpha", 0.99, Range.BELOW_ONE),
                    epsilon(1e-8)),
            entry("adam", a -> new Optimizer.Adam(a[0], a[1], a[2]), BETA1, BETA2, epsilon(1e-8)),
            entry(
                    "adamw",
                    a -> new Optimizer.AdamW(a[0], a[1], a[2], a[3]),
                    parameter("decay", 0.01, Range.NOT_NEGATIVE),
                    BETA1,
                    BETA2,
                    epsilon(1e-8)));

    /** All initialisers. */
    public static final List<Entry<Initializer>> INITIALIZERS = List.of(
            entry("xavier", _ -> new Initializer.Xavier()),
            entry("xavier_normal", _ -> new Initializer.XavierNormal()),
            entry("he", _ -> new Initializer.He()),
            entry("he_normal", _ -> new Initializer.HeNormal()),
            entry(
                    "uniform",
                    a -> new Initializer.Uniform(a[0], a[1]),
                    parameter("a", Double.NaN, Range.ANY),
                    parameter("b", Double.NaN, Range.ANY)),
            entry(
                    "normal",
                    a -> new Initializer.Normal(a[0], a[1]),
                    parameter("mean", Double.NaN, Range.ANY),
                    parameter("sd", Double.NaN, Range.NOT_NEGATIVE)),
            entry("zeros", _ -> Initializer.Constant.ZEROS),
            entry("ones", _ -> Initializer.Constant.ONES));

    private Catalogue() {}

    /** The entry of that name, or null. */
    public static <T> Entry<T> find(List<Entry<T>> entries, String name) {
        for (Entry<T> entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    private static <T> Entry<T> entry(String name, Function<double[], T> make, Parameter... parameters) {
        return new Entry<>(name, List.of(parameters), make);
    }

    private static Parameter parameter(String name, double standard, Range range) {
        return new Parameter(name, standard, range);
    }

    private static Parameter epsilon(double standard) {
        return parameter("eps", standard, Range.POSITIVE);
    }
}
