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
            return of(parameters.stream().mapToDouble(Parameter::standard).toArray());
        }

        /** The entry with these arguments. */
        public T of(double... arguments) {
            return make.apply(arguments);
        }
    }

    /** All activations. */
    public static final List<Entry<Activation>> ACTIVATIONS = Activations.ALL;

    /** All losses. */
    public static final List<Entry<Loss>> LOSSES = Losses.ALL;

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
    public static final List<Entry<Initializer>> INITIALIZERS = Initializers.ALL;

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
