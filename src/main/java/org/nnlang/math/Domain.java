package org.nnlang.math;

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
        if (bound instanceof Formula.If choice) {
            Fault before = fault(choice.condition());
            return before != null ? before : fault(choice.condition().holds() ? choice.then() : choice.otherwise());
        }
        for (Formula part : Parts.of(bound)) {
            Fault inner = fault(part);
            if (inner != null) {
                return inner;
            }
        }
        return Double.isFinite(bound.value()) ? null : own(bound);
    }

    /** In what a condition has to look at to tell whether it holds. */
    private static Fault fault(Reason.Condition condition) {
        return switch (condition) {
            case Reason.Comparison c -> {
                Fault left = fault(c.left());
                yield left != null ? left : fault(c.right());
            }
            case Reason.All all -> upTo(all.conditions(), false);
            case Reason.Any any -> upTo(any.conditions(), true);
            case Reason.Not not -> fault(not.condition());
        };
    }

    /** In the conditions up to the first that decides by being {@code decided}. */
    private static Fault upTo(List<Reason.Condition> conditions, boolean decided) {
        for (Reason.Condition condition : conditions) {
            Fault fault = fault(condition);
            if (fault != null || condition.holds() == decided) {
                return fault;
            }
        }
        return null;
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
