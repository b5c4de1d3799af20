package org.nnlang.math;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A product being put in order: a number, and powers of bases that all differ. */
final class Term {
    /** e, the base that all exponentials share. */
    static final Formula E = Formula.call(Function.EXP, Formula.number(1));

    private static final Formula ONE = Formula.number(1);

    private Fraction coefficient = Fraction.ONE;
    private final Map<Formula, Formula> powers = new LinkedHashMap<>();

    /** The simplified formula as a term. */
    static Term of(Formula formula) {
        Term term = new Term();
        term.multiply(formula, ONE);
        return term;
    }

    Fraction coefficient() {
        return coefficient;
    }

    /** Each base with its exponent. */
    Map<Formula, Formula> powers() {
        return powers;
    }

    static boolean isNumber(Formula formula) {
        return formula instanceof Formula.Number;
    }

    static boolean isWhole(Formula formula) {
        return formula instanceof Formula.Number n && Fraction.isWhole(n.value());
    }

    static double value(Formula number) {
        return ((Formula.Number) number).value();
    }

    /** Multiplies by {@code formula ^ exponent}, both simplified. */
    void multiply(Formula formula, Formula exponent) {
        boolean whole = isWhole(exponent);
        switch (formula) {
            case Formula.Number n
            when whole && (n.value() != 0 || value(exponent) > 0) -> scale(n.value(), value(exponent), exponent);
            case Formula.Negation f
            when whole -> {
                coefficient = value(exponent) % 2 == 0 ? coefficient : coefficient.negated();
                multiply(f.of(), exponent);
            }
            case Formula.Product f when whole -> f.factors().forEach(factor -> multiply(factor, exponent));
            case Formula.Quotient f
            when whole -> {
                multiply(f.numerator(), exponent);
                multiply(f.denominator(), Formula.number(-value(exponent)));
            }
            case Formula.Power f when whole -> multiply(f.base(), Simplifier.product(f.exponent(), exponent));
            case Formula.Root f when whole -> multiply(f.of(), Formula.number(value(exponent) / 2));
            case Formula.Absolute f when whole && value(exponent) % 2 == 0 -> multiply(f.of(), exponent);
            case Formula.Call f
            when f.function() == Function.EXP ->
                put(E, Simplifier.product(f.arguments().getFirst(), exponent));
            case Formula.Sum f
            when whole && value(exponent) < 0 && Exponentials.oneAndPower(f) != null ->
                put(
                        Formula.call(
                                Function.SIGMOID, Simplifier.product(Formula.number(-1), Exponentials.oneAndPower(f))),
                        Formula.number(-value(exponent)));
            case Formula.Sum f
            when whole && Terms.isNegativeSum(f) -> {
                coefficient = value(exponent) % 2 == 0 ? coefficient : coefficient.negated();
                put(Simplifier.negated(f), exponent);
            }
            default -> put(formula, exponent);
        }
    }

    private void scale(double number, double exponent, Formula written) {
        if (exponent == 1 || exponent == -1) {
            Fraction factor = Fraction.of(number);
            coefficient = exponent == 1 ? coefficient.times(factor) : coefficient.over(factor);
            return;
        }
        double power = Formula.Power.power(number, Math.abs(exponent));
        if (Fraction.isWhole(power)) {
            coefficient = exponent > 0 ? coefficient.times(Fraction.of(power)) : coefficient.over(Fraction.of(power));
        } else {
            put(Formula.number(number), written);
        }
    }

    void put(Formula base, Formula exponent) {
        Formula before = powers.get(base);
        Formula after = before == null ? exponent : Simplifier.sum(before, exponent);
        if (Derivative.isZero(after)) {
            powers.remove(base);
        } else {
            powers.put(base, after);
        }
    }

    void flip() {
        coefficient = coefficient.negated();
    }

    /** The term as a formula: sign, number, letters, powers, and what it is divided by. */
    Formula formula() {
        if (coefficient.top() == 0) {
            return Formula.number(0);
        }
        again();
        Exponentials.join(this);
        signs();
        return Choices.outermost(coefficient.top() < 0 ? negative() : positive());
    }

    /** What has become a whole power of a product is multiplied out. */
    private void again() {
        for (Map.Entry<Formula, Formula> power : List.copyOf(powers.entrySet())) {
            boolean composite = switch (power.getKey()) {
                case Formula.Product _, Formula.Quotient _, Formula.Negation _, Formula.Number _, Formula.Root _ ->
                    true;
                default -> false;
            };
            if (composite && isWhole(power.getValue()) && !Derivative.isZero(power.getKey())) {
                Formula base = power.getKey();
                boolean kept = base instanceof Formula.Number n
                        && !Fraction.isWhole(Formula.Power.power(n.value(), Math.abs(value(power.getValue()))))
                        && Math.abs(value(power.getValue())) != 1;
                if (!kept) {
                    powers.remove(base);
                    multiply(base, power.getValue());
                }
            }
        }
    }

    /** u · sign(u) is |u|, and |u| · sign(u) is u; −(t − o) is o − t. */
    private void signs() {
        for (Formula base : List.copyOf(powers.keySet())) {
            if (base instanceof Formula.Call c && c.function() == Function.SIGN && ONE.equals(powers.get(base))) {
                Formula u = c.arguments().getFirst();
                Formula size = Formula.absolute(u);
                if (isPositive(powers.get(u))) {
                    powers.remove(base);
                    put(u, Formula.number(-1));
                    put(size, ONE);
                } else if (isPositive(powers.get(size))) {
                    powers.remove(base);
                    put(size, Formula.number(-1));
                    multiply(u, ONE);
                }
            }
        }
        if (coefficient.top() < 0) {
            turn();
        }
    }

    private static boolean isPositive(Formula exponent) {
        return exponent != null && isWhole(exponent) && value(exponent) > 0;
    }

    private void turn() {
        for (Map.Entry<Formula, Formula> power : List.copyOf(powers.entrySet())) {
            boolean odd = isPositive(power.getValue()) && value(power.getValue()) % 2 == 1;
            if (odd && power.getKey() instanceof Formula.Sum sum && isDifference(sum)) {
                powers.remove(power.getKey());
                flip();
                put(
                        Formula.difference(
                                ((Formula.Negation) sum.terms().get(1)).of(),
                                sum.terms().getFirst()),
                        power.getValue());
                return;
            }
        }
    }

    private static boolean isDifference(Formula.Sum sum) {
        return sum.terms().size() == 2
                && sum.terms().get(1) instanceof Formula.Negation
                && !isNumber(sum.terms().getFirst())
                && !(sum.terms().get(1) instanceof Formula.Negation n && isNumber(n.of()));
    }

    private Formula negative() {
        flip();
        Formula positive = positive();
        return switch (positive) {
            case Formula.Number n -> Formula.number(-n.value());
            case Formula.Sum sum -> Simplifier.negated(sum);
            default -> Formula.negation(positive);
        };
    }

    private Formula positive() {
        List<Formula> above = new ArrayList<>();
        List<Formula> below = new ArrayList<>();
        powers.forEach((base, exponent) -> {
            boolean divides = exponent instanceof Formula.Number n && n.value() < 0 && !base.equals(E);
            (divides ? below : above).add(power(base, divides ? Formula.number(-value(exponent)) : exponent));
        });
        Formula top = ordered(coefficient.top(), above);
        return below.isEmpty() && coefficient.bottom() == 1
                ? top
                : Formula.quotient(top, ordered(coefficient.bottom(), below));
    }

    private static Formula power(Formula base, Formula exponent) {
        if (base.equals(E)) {
            return Formula.call(Function.EXP, exponent);
        }
        if (exponent.equals(ONE)) {
            return base;
        }
        return isNumber(exponent) && value(exponent) == 0.5 ? new Formula.Root(base) : Formula.power(base, exponent);
    }

    private static Formula ordered(double number, List<Formula> factors) {
        List<Formula> all = new ArrayList<>(factors);
        all.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        if (number != 1 || all.isEmpty()) {
            all.addFirst(Formula.number(number));
        }
        return Formula.product(all.toArray(Formula[]::new));
    }

    /** Numbers and letters come first, then variables and their powers, then the rest. */
    private static int rank(Formula factor) {
        return switch (factor) {
            case Formula.Number _, Formula.Named _ -> 0;
            case Formula.Power p -> rank(p.base());
            case Formula.Variable _, Formula.Leaf _ -> 1;
            case Formula.Absolute _ -> 2;
            default -> 3;
        };
    }
}
