package org.nnlang.network;

import java.util.List;
import java.util.function.Function;

/** The activations, losses and initialisers that scripts can name, with their arguments and defaults; see also {@link Optimizers}. */
public final class Catalogue {
    /**
     * One argument.
     *
     * @param standard its default; NaN when it must be given
     * @param range what it may be
     * @param variant whether it chooses another form of the rule: it is given by name, and only one of them at a time
     */
    public record Parameter(String name, double standard, Range range, boolean variant) {
        /** An argument that chooses no variant. */
        public Parameter(String name, double standard, Range range) {
            this(name, standard, range, false);
        }

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
        BELOW_ONE,
        /** 1 or 0, in scripts {@code on} or {@code off}. */
        ON_OFF;

        /** Whether the range has this number in it. */
        public boolean contains(double value) {
            return switch (this) {
                case ANY -> true;
                case POSITIVE -> value > 0;
                case NOT_NEGATIVE -> value >= 0;
                case BELOW_ONE -> value >= 0 && value < 1;
                case ON_OFF -> value == 0 || value == 1;
            };
        }
    }

    /** One entry: its name, its arguments, and how to make it from them. */
    public record Entry<T>(String name, List<Parameter> parameters, Function<double[], T> make) {
        /** The entry with every argument at its default; all arguments must have one. */
        public T standard() {
            return make.apply(defaults());
        }

        /** The defaults of the arguments. */
        public double[] defaults() {
            return parameters.stream().mapToDouble(Parameter::standard).toArray();
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
}
