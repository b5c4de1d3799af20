package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.OnPaper;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason;
import org.nnlang.text.Digits;

/** Sets formulas as mathematics on a page, with their symbols or with the numbers put in. */
sealed class FormulaNotation permits FormulaText {
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int POWER = 3;
    static final int ATOM = 4;

    private static final Notation PLUS = new Notation.Sign("+", Notation.Break.SUM);
    private static final Notation LESS = new Notation.Sign("−", Notation.Break.SUM);
    private static final Notation TIMES = new Notation.Sign("·", Notation.Break.PRODUCT);
    private static final Notation COMMA = new Notation.Sign(",", Notation.Break.NONE);
    /** Opens a reason; where that does not fit the line, it begins another. */
    static final Notation REASON = new Notation.Words(" as ");

    static final Notation E = new Notation.Name("e");

    private final NameNotation names;
    private final int digits;
    private final boolean numbers;

    /** Sets formulas; {@code numbers} says whether symbols are written as their values. */
    FormulaNotation(NameNotation names, int digits, boolean numbers) {
        this.names = names;
        this.digits = digits;
        this.numbers = numbers;
    }

    Notation of(Formula formula) {
        return of(formula, 0, true);
    }

    /** A number: 3.5e-05 as 3.5 · 10 to the −5. */
    Notation number(double value) {
        String text = Digits.format(value, digits);
        boolean minus = text.startsWith("-");
        Notation size = size(minus ? text.substring(1) : text);
        return minus ? Notation.line(new Notation.Minus(), size) : size;
    }

    /** A number without its sign. */
    Notation size(String text) {
        if (text.equals("inf") || text.equals("nan")) {
            return new Notation.Name(text.equals("inf") ? "∞" : "NaN");
        }
        int e = text.indexOf('e');
        if (e < 0) {
            return new Notation.Digit(text);
        }
        String exponent = Integer.toString(Math.abs(Integer.parseInt(text.substring(e + 1))));
        Notation high = new Notation.Digit(exponent);
        Notation power = new Notation.Scripts(
                new Notation.Digit("10"),
                null,
                text.charAt(e + 1) == '-' ? Notation.line(new Notation.Minus(), high) : high);
        Notation dot = new Notation.Sign("·", Notation.Break.NONE);
        return Notation.line(new Notation.Digit(text.substring(0, e)), dot, power);
    }

    /** With brackets where a formula binds less than {@code least}, or where a minus sign would not come first. */
    Notation of(Formula formula, int least, boolean first) {
        if (formula instanceof Formula.Because because && numbers && (least > 0 || !compares(because))) {
            return of(because.of(), least, first); // the reason stands where the symbols are
        }
        boolean brackets = binding(formula) < least || !first && beginsWithMinus(formula);
        return brackets ? brackets(bare(formula, true)) : bare(formula, first);
    }

    /** Whether there is something to see in the reason's numbers: 0.3775 > 0, but not 1 = 1. */
    private static boolean compares(Formula.Because because) {
        return because.reason() instanceof Reason.Comparison c && c.relation() != Reason.Relation.EQUAL;
    }

    private static Notation brackets(Notation of) {
        return new Notation.Brackets("(", of, ")");
    }

    int binding(Formula formula) {
        return switch (formula) {
            case Formula.Because _ -> 0;
            case Formula.Sum _ -> SUM;
            case Formula.Product _, Formula.Quotient _, Formula.Negation _ -> PRODUCT;
            case Formula.Power _ -> POWER;
            case Formula.Call call -> {
                Formula written = call.function().written(call);
                yield written != call ? binding(written) : call.function() == Function.EXP ? POWER : ATOM;
            }
            case Formula.If _, Formula.Absolute _, Formula.Root _, Formula.Elided _, Formula.Variable _ -> ATOM;
            case Formula.Number _, Formula.Leaf _, Formula.Named _ -> ofLeaf(leaf(formula));
        };
    }

    /** What binds less than a single number or name: −2, ½, 3.5 · 10 to the −5, ∂error/∂w5. */
    int ofLeaf(Notation leaf) {
        return switch (leaf) {
            case Notation.Fraction _ -> PRODUCT;
            case Notation.Scripts s when s.high() != null -> POWER;
            case Notation.Line line
            when line.parts().getFirst() instanceof Notation.Minus
                    || line.parts().getFirst() instanceof Notation.Digit -> PRODUCT;
            default -> ATOM;
        };
    }

    boolean beginsWithMinus(Formula formula) {
        return switch (formula) {
            case Formula.Negation _ -> true;
            case Formula.Number _, Formula.Leaf _, Formula.Named _ ->
                leaf(formula) instanceof Notation.Line line && line.parts().getFirst() instanceof Notation.Minus;
            default -> false;
        };
    }

    Notation leaf(Formula formula) {
        return switch (formula) {
            case Formula.Number n when n.value() == 0.5 -> half();
            case Formula.Number n when n.value() == -0.5 -> Notation.line(new Notation.Minus(), half());
            case Formula.Number n -> number(n.value());
            case Formula.Leaf s when numbers -> number(s.value());
            case Formula.Leaf s -> symbol((Symbol) s); // derivations have no other leaves
            case Formula.Named n -> numbers ? number(n.value()) : letter(n);
            default -> throw new IllegalArgumentException("no leaf: " + formula);
        };
    }

    Notation half() {
        return new Notation.Fraction(new Notation.Digit("1"), new Notation.Digit("2"));
    }

    Notation symbol(Symbol symbol) {
        return names.of(symbol);
    }

    Notation letter(Formula.Named n) {
        return NameNotation.letter(n.letter(), n.index());
    }

    Notation variable(String name) {
        return NameNotation.name(name);
    }

    private Notation bare(Formula formula, boolean first) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Named _ -> leaf(formula);
            case Formula.Variable v -> variable(v.name());
            case Formula.Sum f -> sum(f, first);
            case Formula.Product f -> product(f, first);
            case Formula.Quotient f -> quotient(f, first);
            case Formula.Power f -> power(f);
            case Formula.Negation f -> Notation.line(new Notation.Minus(), of(f.of(), PRODUCT, false));
            case Formula.Call f -> call(f, first);
            case Formula.Absolute f -> new Notation.Brackets("|", of(f.of()), "|");
            case Formula.Root f -> root(f.of());
            case Formula.Because f -> because(f, first);
            case Formula.If f -> choice(f, first);
            case Formula.Elided _ -> new Notation.Name("⋯");
        };
    }

    Notation quotient(Formula.Quotient f, boolean first) {
        return new Notation.Fraction(of(f.numerator()), of(f.denominator()));
    }

    Notation power(Formula.Power f) {
        return new Notation.Scripts(of(f.base(), ATOM, false), null, of(f.exponent()));
    }

    Notation powerOfE(Formula exponent) {
        return new Notation.Scripts(E, null, of(exponent));
    }

    Notation root(Formula of) {
        return new Notation.Root(of(of));
    }

    Notation choice(Formula.If f, boolean first) {
        return new Notation.Cases(of(f.then()), condition(f.condition()), of(f.otherwise()));
    }

    private Notation sum(Formula.Sum sum, boolean first) {
        List<Notation> parts = new ArrayList<>();
        parts.add(of(sum.terms().getFirst(), SUM, first));
        for (Formula term : sum.terms().subList(1, sum.terms().size())) {
            boolean negative = term instanceof Formula.Negation;
            parts.add(negative ? LESS : PLUS);
            parts.add(term instanceof Formula.Negation n ? of(n.of(), PRODUCT, false) : of(term, SUM, false));
        }
        return new Notation.Line(parts);
    }

    private Notation product(Formula.Product product, boolean first) {
        List<Notation> parts = new ArrayList<>();
        for (Formula factor : product.factors()) {
            if (!parts.isEmpty()) {
                parts.add(TIMES);
            }
            parts.add(of(factor, PRODUCT, first && parts.isEmpty()));
        }
        return new Notation.Line(parts);
    }

    private Notation call(Formula.Call call, boolean first) {
        Formula written = call.function().written(call);
        if (written != call) {
            return bare(written, first);
        }
        if (call.function() == Function.EXP) {
            return powerOfE(call.arguments().getFirst());
        }
        List<Notation> parts = new ArrayList<>();
        for (Formula argument : call.arguments()) {
            if (!parts.isEmpty()) {
                parts.add(COMMA);
            }
            parts.add(of(argument));
        }
        Notation arguments = parts.size() == 1 ? parts.getFirst() : new Notation.Line(parts);
        return Notation.line(new Notation.Operator(sign(call.function())), brackets(arguments));
    }

    String sign(Function function) {
        return function == Function.SIGMOID ? "σ" : function.sign();
    }

    private Notation because(Formula.Because because, boolean first) {
        List<Notation> parts = new ArrayList<>();
        parts.add(of(because.of(), SUM, first));
        parts.add(new Notation.Words(","));
        parts.add(REASON);
        switch (because.reason()) {
            case Reason.Condition r -> parts.add(condition(r));
            case Reason.NoPath r -> {
                parts.add(symbol((Symbol) r.of()));
                parts.add(new Notation.Words(" does not depend on "));
                parts.add(symbol((Symbol) r.by()));
            }
            case Reason.Flat r -> parts.add(new Notation.Words(r.activation() + " is flat"));
        }
        return new Notation.Line(parts);
    }

    /** What is to be said of a number on paper. */
    List<Notation> of(OnPaper onPaper) {
        List<Notation> parts = new ArrayList<>();
        parts.add(new Notation.Words(" (by hand "));
        if (!onPaper.equal().isEmpty()) {
            parts.add(joined(onPaper.equal(), " and "));
        }
        parts.add(new Notation.Words(onPaper.words()));
        if (!Double.isNaN(onPaper.value())) {
            parts.add(number(onPaper.value()));
        }
        parts.add(new Notation.Words(")"));
        return parts;
    }

    Notation condition(Reason.Condition condition) {
        return switch (condition) {
            case Reason.Comparison r ->
                Notation.line(of(r.left(), SUM, true), relation(r.relation()), of(r.right(), SUM, true));
            case Reason.All r when isBetween(r.conditions()) -> between(r.conditions());
            case Reason.All r -> joined(r.conditions(), " and ");
            case Reason.Any r -> joined(r.conditions(), " or ");
            case Reason.Not r -> Notation.line(new Notation.Words("not "), brackets(condition(r.condition())));
        };
    }

    /** Whether two conditions say that one formula lies above another, and below a third. */
    private static boolean isBetween(List<Reason.Condition> all) {
        return all.size() == 2
                && all.get(0) instanceof Reason.Comparison a
                && all.get(1) instanceof Reason.Comparison b
                && a.left().equals(b.left())
                && (a.relation() == Reason.Relation.ABOVE || a.relation() == Reason.Relation.AT_LEAST)
                && (b.relation() == Reason.Relation.BELOW || b.relation() == Reason.Relation.AT_MOST);
    }

    private static Notation relation(Reason.Relation relation) {
        return new Notation.Sign(relation.sign(), Notation.Break.NONE);
    }

    private Notation between(List<Reason.Condition> both) {
        Reason.Comparison above = (Reason.Comparison) both.getFirst();
        boolean strict = above.relation() == Reason.Relation.ABOVE;
        Reason.Relation turned = strict ? Reason.Relation.BELOW : Reason.Relation.AT_MOST;
        return Notation.line(of(above.right(), SUM, true), relation(turned), condition(both.getLast()));
    }

    private Notation joined(List<Reason.Condition> conditions, String words) {
        List<Notation> parts = new ArrayList<>();
        for (Reason.Condition condition : conditions) {
            if (!parts.isEmpty()) {
                parts.add(new Notation.Words(words));
            }
            parts.add(condition(condition));
        }
        return new Notation.Line(parts);
    }
}
