package org.nnlang.slips;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;

/**
 * What a formula is made of, in a form in which anything can be left out, doubled, or turned round: the terms of a sum with
 * their signs, the factors of a product with −1 for a divisor, the argument of a function.
 */
public record Entries(Kind kind, List<Entry> all) {
    public enum Kind {
        SUM,
        PRODUCT,
        OTHER
    }

    /**
     * One of them.
     *
     * @param sign −1 if it is subtracted or divided by, else 1
     */
    public record Entry(int sign, Formula of) {
        Entry with(Formula other) {
            return new Entry(sign, other);
        }

        Entry turned() {
            return new Entry(-sign, of);
        }
    }

    /** The entries of a formula. */
    public static Entries of(Formula formula) {
        List<Entry> all = new ArrayList<>();
        switch (formula) {
            case Formula.Sum f -> f.terms().forEach(term -> all.add(signed(term)));
            case Formula.Negation f -> all.add(new Entry(-1, f.of()));
            case Formula.Product f -> f.factors().forEach(factor -> all.add(new Entry(1, factor)));
            case Formula.Quotient f -> {
                if (f.numerator() instanceof Formula.Product p) {
                    p.factors().forEach(factor -> all.add(new Entry(1, factor)));
                } else {
                    all.add(new Entry(1, f.numerator()));
                }
                all.add(new Entry(-1, f.denominator()));
            }
            case Formula.If f -> {
                all.add(new Entry(1, f.then()));
                all.add(new Entry(1, f.otherwise()));
            }
            case Formula.Power f -> all.add(new Entry(1, f.base()));
            default -> Parts.of(formula).forEach(part -> all.add(new Entry(1, part)));
        }
        Kind kind = switch (formula) {
            case Formula.Sum _, Formula.Negation _ -> Kind.SUM;
            case Formula.Product _, Formula.Quotient _ -> Kind.PRODUCT;
            default -> Kind.OTHER;
        };
        return new Entries(kind, all);
    }

    private static Entry signed(Formula term) {
        return term instanceof Formula.Negation n ? new Entry(-1, n.of()) : new Entry(1, term);
    }

    /** The formula that these are of, made of others. */
    Formula rebuild(Formula formula, List<Entry> entries) {
        return switch (kind) {
            case SUM -> sum(entries);
            case PRODUCT -> product(entries);
            case OTHER -> {
                Iterator<Entry> next = entries.iterator();
                yield switch (formula) {
                    case Formula.If f -> new Formula.If(f.condition(), formula(next.next()), formula(next.next()));
                    case Formula.Power f -> new Formula.Power(formula(next.next()), f.exponent());
                    default -> Parts.map(formula, _ -> formula(next.next()));
                };
            }
        };
    }

    private static Formula formula(Entry entry) {
        return entry.sign < 0 ? Formula.negation(entry.of) : entry.of;
    }

    /** The sum of signed terms, 0 for none. */
    static Formula sum(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Formula.number(0);
        }
        return entries.size() == 1 && entries.getFirst().sign < 0
                ? Formula.negation(entries.getFirst().of)
                : new Formula.Sum(entries.stream().map(Entries::formula).toList());
    }

    /** The product of factors and the inverse of divisors, 1 for none. */
    static Formula product(List<Entry> entries) {
        List<Formula> above = new ArrayList<>();
        List<Formula> below = new ArrayList<>();
        entries.forEach(entry -> (entry.sign < 0 ? below : above).add(entry.of));
        Formula numerator = product(above, 1);
        return below.isEmpty() ? numerator : new Formula.Quotient(numerator, product(below, 1));
    }

    private static Formula product(List<Formula> factors, double none) {
        return switch (factors.size()) {
            case 0 -> Formula.number(none);
            case 1 -> factors.getFirst();
            default -> new Formula.Product(factors);
        };
    }

    /**
     * What a formula is like, whichever neurons it is of, and however many terms its sums have.
     *
     * @param update whether it is of an update, where weights and biases are alike
     */
    public static String role(Formula formula, boolean update) {
        return switch (formula) {
            case Cell cell ->
                update && (cell.kind() == Cell.Kind.WEIGHT || cell.kind() == Cell.Kind.BIAS) ? "p" : cell.role();
            case Formula.Named named -> named.letter(); // β₁ does for m what β₂ does for v
            case Formula.Number number ->
                number.value() == (long) number.value() ? (long) number.value() + "" : number.value() + "";
            case Formula.Call call -> call.function().sign() + "(" + roles(of(formula), update) + ")";
            case Formula.Root _ -> "√(" + roles(of(formula), update) + ")";
            case Formula.Absolute _ -> "|" + roles(of(formula), update) + "|";
            case Formula.Power p -> "(" + role(p.base(), update) + ")^" + role(p.exponent(), update);
            case Formula.If _ -> "if(" + roles(of(formula), update) + ")";
            default -> "(" + roles(of(formula), update) + ")";
        };
    }

    /** The role of a setting. */
    static String role(Formula formula) {
        return role(formula, false);
    }

    private static String roles(Entries entries, boolean update) {
        Set<String> roles = new LinkedHashSet<>();
        for (Entry entry : entries.all) {
            String sign = entries.kind == Kind.SUM ? entry.sign < 0 ? "−" : "+" : entry.sign < 0 ? "/" : "·";
            roles.add((entries.kind == Kind.OTHER ? "" : sign) + role(entry.of, update));
        }
        return String.join("", roles);
    }
}
