package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Initializer;
import org.nnlang.network.Loss;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;

/** Makes activations, losses, optimizers and initialisers from their names and arguments in a script. */
public final class Specs {
    private final Definitions definitions;
    private final ToDoubleFunction<Expr> number;

    /** {@code number} evaluates an argument, to NaN if a check can't know it. */
    Specs(Definitions definitions, ToDoubleFunction<Expr> number) {
        this.definitions = definitions;
        this.number = number;
    }

    public Activation activation(Spec spec) {
        Activation own = definitions.activation(spec.name());
        return own == null
                ? make("activation", Catalogue.ACTIVATIONS, () -> definitions.names("an activation"), spec)
                : withoutArguments(own, spec);
    }

    public Loss loss(Spec spec) {
        Loss own = definitions.loss(spec.name());
        return own == null
                ? make("loss", Catalogue.LOSSES, () -> definitions.names("a loss"), spec)
                : withoutArguments(own, spec);
    }

    private static <T> T withoutArguments(T own, Spec spec) {
        if (!spec.arguments().isEmpty()) {
            throw new Failure(spec.span(), Problem.OWN_ARGUMENTS, spec.name());
        }
        return own;
    }

    public Optimizer optimizer(Spec spec) {
        Catalogue.Entry<Optimizer> own = definitions.optimizer(spec.name());
        return own == null
                ? make("optimizer", Optimizers.ALL, () -> definitions.names("an optimizer"), spec)
                : own.make().apply(arguments(own, spec));
    }

    public Initializer initializer(Spec spec) {
        return make("initialiser", Catalogue.INITIALIZERS, List::of, spec);
    }

    /** Makes what the catalogue has under a name; {@code own} gives the names of what the script defines. */
    private <T> T make(String what, List<Catalogue.Entry<T>> entries, Supplier<List<String>> own, Spec spec) {
        Catalogue.Entry<T> entry = Catalogue.find(entries, spec.name());
        if (entry != null) {
            return entry.make().apply(arguments(entry, spec));
        }
        definitions.checkOrder(spec.name(), spec.nameSpan());
        String kind = kind(spec.name());
        if (kind != null) {
            String needed = (what.startsWith("a") || what.startsWith("o") ? "an " : "a ") + what;
            throw new Failure(spec.nameSpan(), Problem.OTHER_KIND, spec.name(), kind, needed);
        }
        List<String> names = new ArrayList<>(own.get());
        entries.forEach(e -> names.add(e.name()));
        throw new Failure(spec.nameSpan(), Message.unknown(what, spec.name(), names, names));
    }

    /** What else a name means, in words; null if nothing. */
    private String kind(String name) {
        Definition own = definitions.find(name);
        if (own != null) {
            return own.kind();
        }
        return Catalogue.find(Catalogue.ACTIVATIONS, name) != null
                ? "an activation"
                : Catalogue.find(Catalogue.LOSSES, name) != null
                        ? "a loss"
                        : Catalogue.find(Optimizers.ALL, name) != null ? "an optimizer" : null;
    }

    private double[] arguments(Catalogue.Entry<?> entry, Spec spec) {
        List<Catalogue.Parameter> parameters = entry.parameters();
        double[] values =
                parameters.stream().mapToDouble(Catalogue.Parameter::standard).toArray();
        boolean[] given = new boolean[values.length];
        boolean named = false;
        for (int i = 0; i < spec.arguments().size(); i++) {
            Spec.Argument argument = spec.arguments().get(i);
            named |= argument.name() != null;
            int place = place(entry, argument, i, named);
            if (given[place]) {
                throw new Failure(
                        argument.span(),
                        Problem.ARGUMENT_TWICE,
                        parameters.get(place).name(),
                        entry.name());
            }
            given[place] = true;
            values[place] = value(entry, parameters.get(place), argument);
        }
        for (int place = 0; place < values.length; place++) {
            if (!given[place] && parameters.get(place).required()) {
                throw new Failure(
                        spec.span(),
                        Problem.MISSING_ARGUMENT,
                        entry.name(),
                        parameters.get(place).name());
            }
        }
        return values;
    }

    private static int place(Catalogue.Entry<?> entry, Spec.Argument argument, int position, boolean named) {
        List<String> names = new ArrayList<>();
        entry.parameters().forEach(p -> names.add(p.name()));
        if (argument.name() == null) {
            if (named) {
                throw new Failure(argument.span(), Problem.POSITION_AFTER_NAME, entry.name());
            }
            if (position >= names.size()) {
                throw new Failure(
                        argument.span(),
                        Problem.TOO_MANY_ARGUMENTS,
                        entry.name(),
                        names.isEmpty() ? "no arguments" : "at most " + Message.count(names.size(), "argument"));
            }
            return position;
        }
        int place = names.indexOf(argument.name());
        if (place < 0) {
            throw unknownArgument(entry.name(), argument, names);
        }
        return place;
    }

    /** The failure that something has no argument of that name. */
    public static Failure unknownArgument(String of, Spec.Argument argument, List<String> names) {
        String near = Nearest.to(argument.name(), names);
        Object all = names.isEmpty() ? "no arguments" : names;
        return new Failure(argument.span(), Problem.UNKNOWN_ARGUMENT, of, argument.name(), near, all);
    }

    private double value(Catalogue.Entry<?> entry, Catalogue.Parameter parameter, Spec.Argument argument) {
        double value = number.applyAsDouble(argument.value());
        if (Double.isNaN(value)) {
            return 0.5;
        }
        if (!parameter.range().contains(value)) {
            throw new Failure(
                    argument.value().span(),
                    Problem.BAD_ARGUMENT,
                    parameter.name(),
                    entry.name(),
                    Texts.number(value),
                    range(parameter.range()));
        }
        return value;
    }

    private static String range(Catalogue.Range range) {
        return switch (range) {
            case ANY -> "a number";
            case POSITIVE -> "above 0";
            case NOT_NEGATIVE -> "0 or more";
            case BELOW_ONE -> "at least 0 and below 1";
        };
    }
}
