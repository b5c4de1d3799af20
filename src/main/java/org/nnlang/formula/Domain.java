package org.nnlang.formula;

import java.util.List;

/** Where a formula has no value: its innermost operation whose arguments have one, and which has none of them. */
public final class Domain {
    /**
     * An operation outside its domain.
     *
     * @param what the operation, as {@code ln}, {@code sqrt}, {@code a division}, {@code a power} or a function's name
     * @param argument what it is of: the divisor, or the base, or the argument
     */
    public record Fault(String what, double argument) {}

    private Domain() {}

    /** The first such operation of a formula without variables, from left to right; null where there is none. */
    public static Fault fault(Formula bound) {
        for (Formula part : taken(bound)) {
            Fault inner = fault(part);
            if (inner != null) {
                return inner;
            }
        }
        return Double.isFinite(bound.value()) ? null : own(bound);
    }

    /** The parts that the value is made of: of a choice, the branch that is taken. */
    private static List<Formula> taken(Formula formula) {
        if (!(formula instanceof Formula.If choice)) {
            return Parts.of(formula);
        }
        Formula branch = choice.condition().holds() ? choice.then() : choice.otherwise();
        List<Formula> parts = Parts.of(choice);
        return java.util.stream.Stream.concat(
                        parts.subList(0, parts.size() - 2).stream(), java.util.stream.Stream.of(branch))
                .toList();
    }

    /** What is wrong with a formula whose parts are all numbers. */
    private static Fault own(Formula formula) {
        return switch (formula) {
            case Formula.Quotient f -> new Fault("a division", f.denominator().value());
            case Formula.Power f -> new Fault("a power", f.base().value());
            case Formula.Root f -> new Fault("sqrt", f.of().value());
            case Formula.Call f ->
                new Fault(f.function().sign(), f.arguments().getFirst().value());
            case Formula.Sum _ -> new Fault("a sum", formula.value());
            case Formula.Product _ -> new Fault("a product", formula.value());
            case Formula.Number _,
                    Formula.Leaf _,
                    Formula.Variable _,
                    Formula.Named _,
                    Formula.Elided _,
                    Formula.Negation _,
                    Formula.Absolute _,
                    Formula.Because _,
                    Formula.If _ -> new Fault("", formula.value());
        };
    }
}
