package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Initializer;
import org.nnlang.network.Loss;
import org.nnlang.network.Optimizer;
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
        return (Activation) make(MethodKind.ACTIVATION, spec);
    }

    public Loss loss(Spec spec) {
        return (Loss) make(MethodKind.LOSS, spec);
    }

    public Optimizer optimizer(Spec spec) {
        return (Optimizer) make(MethodKind.OPTIMIZER, spec);
    }

    public Initializer initializer(Spec spec) {
        return (Initializer) make(MethodKind.INITIALIZER, spec);
    }

    /** Makes what the script has defined or nn has under a name. */
    private Object make(MethodKind kind, Spec spec) {
        String name = spec.name();
        Definition own = definitions.find(name);
        MethodKind found = own == null ? MethodKind.of(name) : own.kind();
        Catalogue.Entry<?> entry = own != null && found == kind ? own.entry() : kind.find(name);
        if (entry != null) {
            if (own != null && kind != MethodKind.OPTIMIZER && !spec.arguments().isEmpty()) {
                throw new Failure(spec.span(), Problem.OWN_ARGUMENTS, name);
            }
            return entry.make().apply(arguments(entry, spec));
        }
        definitions.checkOrder(name, spec.nameSpan());
        if (found != null) {
            throw new Failure(spec.nameSpan(), Problem.OTHER_KIND, name, found.described(), kind.described());
        }
        List<String> names = new ArrayList<>(definitions.names(kind));
        kind.entries().forEach(e -> names.add(e.name()));
        throw new Failure(spec.nameSpan(), Message.unknown(kind.text(), name, names, names));
    }

    private double[] arguments(Catalogue.Entry<?> entry, Spec spec) {
        List<Catalogue.Parameter> parameters = entry.parameters();
        double[] values =
                parameters.stream().mapToDouble(Catalogue.Parameter::standard).toArray();
        boolean[] given = new boolean[values.length];
        Catalogue.Parameter variant = null;
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
            Catalogue.Parameter parameter = parameters.get(place);
            values[place] = value(entry, parameter, argument);
            if (parameter.variant() && values[place] != parameter.standard()) {
                if (variant != null) {
                    throw new Failure(
                            argument.span(), Problem.TWO_VARIANTS, variant.name(), parameter.name(), entry.name());
                }
                variant = parameter;
            }
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
        List<String> variants = new ArrayList<>();
        for (Catalogue.Parameter parameter : entry.parameters()) {
            names.add(parameter.name());
            if (parameter.variant()) {
                variants.add(parameter.name());
            }
        }
        if (argument.name() == null) {
            if (argument.value() instanceof Expr.Name word && variants.contains(word.name())) {
                throw new Failure(argument.span(), Problem.VARIANT_WITHOUT_VALUE, word.name(), entry.name());
            }
            if (named) {
                throw new Failure(argument.span(), Problem.POSITION_AFTER_NAME, entry.name());
            }
            int most = names.size() - variants.size();
            if (position >= most) {
                throw new Failure(
                        argument.span(),
                        Problem.TOO_MANY_ARGUMENTS,
                        entry.name(),
                        (most == 0 ? "no arguments" : "at most " + Message.count(most, "argument"))
                                + (variants.isEmpty() ? "" : " without a name"),
                        variants.isEmpty() ? null : variants);
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
        boolean word = isOnOff(argument.value());
        double value = word ? isOn(argument.value()) ? 1 : 0 : number.applyAsDouble(argument.value());
        boolean wordExpected = parameter.range() == Catalogue.Range.ON_OFF;
        if (word != wordExpected || !Double.isNaN(value) && !parameter.range().contains(value)) {
            throw new Failure(
                    argument.value().span(),
                    Problem.BAD_ARGUMENT,
                    parameter.name(),
                    entry.name(),
                    Texts.source(argument.value().span()),
                    range(parameter.range()));
        }
        return Double.isNaN(value) ? 0.5 : value;
    }

    /** Whether an argument is {@code on} or {@code off}. */
    static boolean isOnOff(Expr value) {
        return isOn(value) || value instanceof Expr.Name name && name.name().equals("off");
    }

    private static boolean isOn(Expr value) {
        return value instanceof Expr.Name name && name.name().equals("on");
    }

    private static String range(Catalogue.Range range) {
        return switch (range) {
            case ANY -> "a number";
            case POSITIVE -> "above 0";
            case NOT_NEGATIVE -> "0 or more";
            case BELOW_ONE -> "at least 0 and below 1";
            case ON_OFF -> "`on` or `off`";
        };
    }
}
