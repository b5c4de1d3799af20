package org.nnlang.math;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The formulas that a formula is made of; those in its conditions count too. */
public final class Parts {
    private Parts() {}

    /** The formulas right below one. */
    public static List<Formula> of(Formula formula) {
        return switch (formula) {
            case Each f -> List.of(f.of());
            case Formula.Number _, Formula.Leaf _, Formula.Variable _, Formula.Named _, Formula.Elided _ -> List.of();
            case Formula.Sum f -> f.terms();
            case Formula.Product f -> f.factors();
            case Formula.Quotient f -> List.of(f.numerator(), f.denominator());
            case Formula.Power f -> List.of(f.base(), f.exponent());
            case Formula.Negation f -> List.of(f.of());
            case Formula.Call f -> f.arguments();
            case Formula.Absolute f -> List.of(f.of());
            case Formula.Root f -> List.of(f.of());
            case Formula.Because f -> List.of(f.of());
            case Formula.If f -> {
                List<Formula> all = new ArrayList<>();
                addSides(all, f.condition());
                all.add(f.then());
                all.add(f.otherwise());
                yield all;
            }
        };
    }

    private static void addSides(List<Formula> all, Reason.Condition condition) {
        switch (condition) {
            case Reason.Comparison c -> {
                all.add(c.left());
                all.add(c.right());
            }
            case Reason.All c -> c.conditions().forEach(each -> addSides(all, each));
            case Reason.Any c -> c.conditions().forEach(each -> addSides(all, each));
            case Reason.Not c -> addSides(all, c.condition());
        }
    }

    /** The formula with each of its parts, those right below it, changed. */
    public static Formula map(Formula formula, UnaryOperator<Formula> change) {
        return switch (formula) {
            case Each f -> new Each(change.apply(f.of()));
            case Formula.Number _, Formula.Leaf _, Formula.Variable _, Formula.Named _, Formula.Elided _ -> formula;
            case Formula.Sum f -> new Formula.Sum(all(f.terms(), change));
            case Formula.Product f -> new Formula.Product(all(f.factors(), change));
            case Formula.Quotient f -> new Formula.Quotient(change.apply(f.numerator()), change.apply(f.denominator()));
            case Formula.Power f -> new Formula.Power(change.apply(f.base()), change.apply(f.exponent()));
            case Formula.Negation f -> new Formula.Negation(change.apply(f.of()));
            case Formula.Call f -> new Formula.Call(f.function(), all(f.arguments(), change));
            case Formula.Absolute f -> new Formula.Absolute(change.apply(f.of()));
            case Formula.Root f -> new Formula.Root(change.apply(f.of()));
            case Formula.Because f -> new Formula.Because(change.apply(f.of()), f.reason());
            case Formula.If f ->
                new Formula.If(map(f.condition(), change), change.apply(f.then()), change.apply(f.otherwise()));
        };
    }

    /** The condition with the formulas that it compares changed. */
    public static Reason.Condition map(Reason.Condition condition, UnaryOperator<Formula> change) {
        return switch (condition) {
            case Reason.Comparison c ->
                new Reason.Comparison(change.apply(c.left()), c.relation(), change.apply(c.right()));
            case Reason.All c -> new Reason.All(conditions(c.conditions(), change));
            case Reason.Any c -> new Reason.Any(conditions(c.conditions(), change));
            case Reason.Not c -> new Reason.Not(map(c.condition(), change));
        };
    }

    private static List<Formula> all(List<Formula> formulas, UnaryOperator<Formula> change) {
        return formulas.stream().map(change).toList();
    }

    private static List<Reason.Condition> conditions(List<Reason.Condition> all, UnaryOperator<Formula> change) {
        return all.stream().map(each -> map(each, change)).toList();
    }

    /** A change that is made once of each formula, however often it stands in a tree. */
    static UnaryOperator<Formula> once(UnaryOperator<Formula> change) {
        Map<Formula, Formula> done = new IdentityHashMap<>();
        return formula -> {
            Formula known = done.get(formula);
            if (known == null) {
                known = change.apply(formula);
                done.put(formula, known);
            }
            return known;
        };
    }

    /** The formula with formulas in the place of variables. */
    static Formula bind(Formula formula, Map<String, Formula> values) {
        return new Binding(values).of(formula);
    }

    private static final class Binding {
        private final Map<String, Formula> values;
        private final UnaryOperator<Formula> once = once(this::bound);

        Binding(Map<String, Formula> values) {
            this.values = values;
        }

        Formula of(Formula formula) {
            return once.apply(formula);
        }

        private Formula bound(Formula formula) {
            return formula instanceof Formula.Variable v ? values.getOrDefault(v.name(), v) : map(formula, this::of);
        }
    }

    /** Shows a formula and all that it is made of, from the whole to its parts. */
    public static void walk(Formula formula, Consumer<Formula> to) {
        to.accept(formula);
        of(formula).forEach(part -> walk(part, to));
    }

    /** Whether a variable stands in a formula. */
    public static boolean contains(Formula formula, String variable) {
        return contains(formula, Formula.variable(variable));
    }

    /** Whether a formula is another, or stands in it. */
    public static boolean contains(Formula formula, Formula part) {
        return formula.equals(part) || of(formula).stream().anyMatch(below -> contains(below, part));
    }

    /** Whether a function is called in a formula, or a root drawn. */
    public static boolean hasCalls(Formula formula) {
        return formula instanceof Formula.Call
                || formula instanceof Formula.Root
                || of(formula).stream().anyMatch(Parts::hasCalls);
    }

    /** The formula with another in the place of one that stands in it. */
    public static Formula replace(Formula formula, Formula one, Formula other) {
        return formula.equals(one) ? other : map(formula, part -> replace(part, one, other));
    }

    /** Whether any variable stands in a formula. */
    public static boolean hasVariables(Formula formula) {
        return formula instanceof Formula.Variable || of(formula).stream().anyMatch(Parts::hasVariables);
    }

    /** Adds the names of the variables in a formula. */
    static void addVariables(Formula formula, Set<String> names) {
        walk(formula, part -> {
            if (part instanceof Formula.Variable v) {
                names.add(v.name());
            }
        });
    }

    /** How many nodes a formula has as a tree, where what stands in two places counts twice; exact up to 2^53. */
    public static double size(Formula formula) {
        return size(formula, new IdentityHashMap<>());
    }

    private static double size(Formula formula, Map<Formula, Double> known) {
        Double size = known.get(formula);
        if (size == null) {
            size = 1.0;
            for (Formula part : of(formula)) {
                size += size(part, known);
            }
            known.put(formula, size);
        }
        return size;
    }
}
