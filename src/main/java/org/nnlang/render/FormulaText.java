package org.nnlang.render;

import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.explain.OnPaper;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason;
import org.nnlang.text.Digits;

/** Writes formulas as a line of text, with their symbols or with the numbers put in. */
public final class FormulaText {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private final Names names;
    private final int digits;
    private final boolean asInScripts;
    private final boolean numbers;

    /**
     * A writer of formulas.
     *
     * @param asInScripts {@code grad(w5)} for ∂error/∂w5
     * @param numbers whether symbols are written as their values
     */
    FormulaText(Names names, int digits, boolean asInScripts, boolean numbers) {
        this.names = names;
        this.digits = digits;
        this.asInScripts = asInScripts;
        this.numbers = numbers;
    }

    /** A formula without quantities as a line of text, its numbers to so many significant digits. */
    public static String of(Formula formula, int digits) {
        return new FormulaText(null, digits, false, false).text(formula);
    }

    String text(Formula formula) {
        StringBuilder text = new StringBuilder();
        write(text, formula, 0, true);
        return text.toString();
    }

    /** A number with a proper minus sign. */
    String number(double value) {
        String text = Digits.format(value, digits);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** Writes with brackets where a formula binds less than {@code least}, or where a minus sign would not come first. */
    private void write(StringBuilder text, Formula formula, int least, boolean first) {
        if (formula instanceof Formula.Because because && numbers && (least > 0 || !compares(because))) {
            write(text, because.of(), least, first); // the reason stands where the symbols are
        } else if (binding(formula) < least || !first && beginsWithMinus(formula)) {
            text.append('(');
            writeBare(text, formula, true);
            text.append(')');
        } else {
            writeBare(text, formula, first);
        }
    }

    /** Whether there is something to see in the reason's numbers: 0.3775 > 0, but not 1 = 1. */
    static boolean compares(Formula.Because because) {
        return because.reason() instanceof Reason.Comparison c && c.relation() != Reason.Relation.EQUAL;
    }

    private int binding(Formula formula) {
        return switch (formula) {
            case Formula.Because _, Formula.If _ -> 0;
            case Formula.Sum _ -> SUM;
            case Formula.Product _, Formula.Quotient _, Formula.Negation _ -> PRODUCT;
            case Formula.Power _ -> POWER;
            case Formula.Call call when call.function() == Function.EXP -> POWER;
            case Formula.Call call
            when call.function() == Function.EXPM1 || call.function() == Function.NEG_LOG_SOFTMAX -> SUM;
            case Formula.Call _, Formula.Absolute _, Formula.Root _, Formula.Elided _, Formula.Variable _ -> ATOM;
            case Formula.Number n -> ofText(leaf(n));
            case Formula.Leaf s -> ofText(leaf(s));
            case Formula.Named n -> ofText(leaf(n));
        };
    }

    /** What binds less than a single number or name: −2, 1e-05, ∂error/∂w5. */
    private static int ofText(String leaf) {
        boolean bare = Character.isLetter(leaf.charAt(0)) || leaf.indexOf('e') < 0 && leaf.charAt(0) != '−';
        return bare ? ATOM : PRODUCT;
    }

    private boolean beginsWithMinus(Formula formula) {
        return switch (formula) {
            case Formula.Negation _ -> true;
            case Formula.Number n -> leaf(n).startsWith("−");
            case Formula.Leaf s -> leaf(s).startsWith("−");
            case Formula.Named n -> leaf(n).startsWith("−");
            default -> false;
        };
    }

    private void writeBare(StringBuilder text, Formula formula, boolean first) {
        switch (formula) {
            case Formula.Number n -> text.append(leaf(n));
            case Formula.Leaf s -> text.append(leaf(s));
            case Formula.Variable v -> text.append(v.name());
            case Formula.Named n -> text.append(leaf(n));
            case Formula.Sum f -> sum(text, f, first);
            case Formula.Product f -> product(text, f.factors(), first);
            case Formula.Quotient f -> {
                write(text, f.numerator(), PRODUCT, first);
                text.append(" / ");
                write(text, f.denominator(), POWER, false);
            }
            case Formula.Power f -> power(text, f);
            case Formula.Negation f -> {
                text.append('−');
                write(text, f.of(), PRODUCT, false);
            }
            case Formula.Call call -> call(text, call, first);
            case Formula.Absolute f -> {
                text.append('|');
                write(text, f.of(), 0, true);
                text.append('|');
            }
            case Formula.Root f -> {
                text.append('√');
                write(text, f.of(), ATOM, false);
            }
            case Formula.Because f -> because(text, f, first);
            case Formula.If f -> {
                write(text, f.then(), SUM, first);
                condition(text.append(" if "), f.condition());
                write(text.append(", else "), f.otherwise(), 0, true);
            }
            case Formula.Elided _ -> text.append('⋯');
        }
    }

    private void sum(StringBuilder text, Formula.Sum sum, boolean first) {
        write(text, sum.terms().getFirst(), SUM, first);
        for (Formula term : sum.terms().subList(1, sum.terms().size())) {
            if (term instanceof Formula.Negation negative) {
                write(text.append(" − "), negative.of(), PRODUCT, false);
            } else {
                write(text.append(" + "), term, SUM, false);
            }
        }
    }

    private void product(StringBuilder text, List<Formula> factors, boolean first) {
        write(text, factors.getFirst(), PRODUCT, first);
        for (Formula factor : factors.subList(1, factors.size())) {
            text.append(" · ");
            write(text, factor, PRODUCT, false);
        }
    }

    private void power(StringBuilder text, Formula.Power power) {
        write(text, power.base(), ATOM, false);
        String exponent = leaf(power.exponent());
        if (Names.canBeHigh(exponent)) {
            text.append(Names.high(exponent));
        } else {
            power(text.append('^'), power.exponent());
        }
    }

    private void call(StringBuilder text, Formula.Call call, boolean first) {
        Formula written = call.function().written(call);
        if (written != call) {
            writeBare(text, written, first);
        } else if (call.function() == Function.EXP) {
            power(text.append("e^"), call.arguments().getFirst());
        } else {
            text.append(call.function().sign()).append('(');
            for (int i = 0; i < call.arguments().size(); i++) {
                text.append(i > 0 ? ", " : "");
                write(text, call.arguments().get(i), 0, true);
            }
            text.append(')');
        }
    }

    private void power(StringBuilder text, Formula exponent) {
        if (exponent instanceof Formula.Negation n && (isLeaf(n.of()) || binding(n.of()) == ATOM)) {
            text.append('−');
            write(text, n.of(), ATOM, false);
        } else if (beginsWithMinus(exponent) && !(exponent instanceof Formula.Negation)) {
            text.append(leaf(exponent));
        } else {
            write(text, exponent, ATOM, true);
        }
    }

    private static boolean isLeaf(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Named _ -> true;
            default -> false;
        };
    }

    private void because(StringBuilder text, Formula.Because because, boolean first) {
        write(text, because.of(), SUM, first);
        text.append(", as ");
        switch (because.reason()) {
            case Reason.Condition r -> condition(text, r);
            case Reason.NoPath r ->
                text.append(symbol(r.of())).append(" does not depend on ").append(symbol(r.by()));
            case Reason.Flat r -> text.append(r.activation()).append(" is flat");
        }
    }

    /** What is to be said of a number on paper: {@code (by hand net(h1) = 0, and this is 0)}; empty for null. */
    String text(OnPaper onPaper) {
        if (onPaper == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("(by hand ");
        joined(text, onPaper.equal(), " and ");
        text.append(onPaper.words());
        return text.append(Double.isNaN(onPaper.value()) ? "" : number(onPaper.value()))
                .append(')')
                .toString();
    }

    private void condition(StringBuilder text, Reason.Condition condition) {
        switch (condition) {
            case Reason.Comparison r -> {
                write(text, r.left(), SUM, true);
                text.append(' ').append(r.relation().sign()).append(' ');
                write(text, r.right(), SUM, true);
            }
            case Reason.All r when between(r.conditions()) -> between(text, r.conditions());
            case Reason.All r -> joined(text, r.conditions(), " and ");
            case Reason.Any r -> joined(text, r.conditions(), " or ");
            case Reason.Not r -> {
                condition(text.append("not ("), r.condition());
                text.append(')');
            }
        }
    }

    /** Whether two conditions say that one formula lies above another, and below a third. */
    static boolean between(List<Reason.Condition> all) {
        return all.size() == 2
                && all.get(0) instanceof Reason.Comparison a
                && all.get(1) instanceof Reason.Comparison b
                && a.left().equals(b.left())
                && (a.relation() == Reason.Relation.ABOVE || a.relation() == Reason.Relation.AT_LEAST)
                && (b.relation() == Reason.Relation.BELOW || b.relation() == Reason.Relation.AT_MOST);
    }

    private void between(StringBuilder text, List<Reason.Condition> both) {
        Reason.Comparison above = (Reason.Comparison) both.getFirst();
        write(text, above.right(), SUM, true);
        text.append(above.relation() == Reason.Relation.ABOVE ? " < " : " ≤ ");
        condition(text, both.getLast());
    }

    private void joined(StringBuilder text, List<Reason.Condition> conditions, String sign) {
        for (int i = 0; i < conditions.size(); i++) {
            condition(text.append(i > 0 ? sign : ""), conditions.get(i));
        }
    }

    private String leaf(Formula formula) {
        return switch (formula) {
            case Formula.Number n -> Math.abs(n.value()) == 0.5 ? n.value() < 0 ? "−½" : "½" : number(n.value());
            case Formula.Leaf s -> numbers ? number(s.value()) : symbol(s);
            case Formula.Named n -> numbers ? number(n.value()) : n.letter() + Names.low(n.index());
            default -> text(formula);
        };
    }

    private String symbol(Formula.Leaf leaf) {
        Symbol s = (Symbol) leaf; // derivations have no other leaves
        String name = asInScripts && s.row() == 0 ? names.syntax(s.quantity()) : names.math(s.quantity(), s.row());
        return s.step() < 0 ? name : name + " @ " + s.step();
    }
}
