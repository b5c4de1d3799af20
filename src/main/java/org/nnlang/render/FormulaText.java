package org.nnlang.render;

import java.util.List;
import org.nnlang.explain.Names;
import org.nnlang.explain.OnPaper;
import org.nnlang.explain.Symbol;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;

/** Writes formulas as a line of text, with their symbols or with the numbers put in. */
public final class FormulaText extends FormulaNotation {
    private static final Notation OVER = new Notation.Sign("/", Notation.Break.NONE);
    private static final Notation HIGH = new Notation.Words("^");

    private final Names names;
    private final boolean asInScripts;

    /**
     * A writer of formulas.
     *
     * @param asInScripts {@code grad(w5)} for ∂error/∂w5
     * @param numbers whether symbols are written as their values
     */
    FormulaText(Names names, int digits, boolean asInScripts, boolean numbers) {
        super(null, digits, numbers);
        this.names = names;
        this.asInScripts = asInScripts;
    }

    /** A formula without quantities as a line of text, its numbers to so many significant digits. */
    public static String of(Formula formula, int digits) {
        return new FormulaText(null, digits, false, false).text(formula);
    }

    String text(Formula formula) {
        return text(of(formula));
    }

    /** A number with a proper minus sign. */
    String text(double value) {
        return text(number(value));
    }

    /** What is to be said of a number on paper: {@code (by hand net(h1) = 0, and this is 0)}; empty for null. */
    String text(OnPaper onPaper) {
        return onPaper == null ? "" : text(new Notation.Line(of(onPaper))).strip();
    }

    private static String text(Notation notation) {
        StringBuilder text = new StringBuilder();
        write(text, notation);
        return text.toString();
    }

    private static void write(StringBuilder text, Notation notation) {
        switch (notation) {
            case Notation.Name(String name) -> text.append(name);
            case Notation.Operator(String name) -> text.append(name);
            case Notation.Digit(String digits) -> text.append(digits);
            case Notation.Words(String words) -> text.append(words);
            case Notation.Minus() -> text.append('−');
            case Notation.Sign s -> text.append(s.text().equals(",") ? ", " : " " + s.text() + " ");
            case Notation.Line(List<Notation> parts) -> parts.forEach(part -> write(text, part));
            case Notation.Brackets(String open, Notation of, String close) -> {
                write(text.append(open), of);
                text.append(close);
            }
            case Notation.Bracket _,
                    Notation.Fraction _,
                    Notation.Scripts _,
                    Notation.Root _,
                    Notation.Accent _,
                    Notation.Cases _ -> throw new IllegalArgumentException("not in a line of text: " + notation);
        }
    }

    @Override
    Notation size(String text) {
        return Character.isLetter(text.charAt(0)) ? new Notation.Name(text) : new Notation.Digit(text);
    }

    @Override
    Notation half() {
        return new Notation.Digit("½");
    }

    @Override
    Notation symbol(Symbol s) {
        String name = asInScripts && s.row() == 0 ? names.syntax(s.quantity()) : names.math(s.quantity(), s.row());
        return new Notation.Name(s.step() < 0 ? name : name + " @ " + s.step());
    }

    @Override
    Notation letter(Formula.Named n) {
        return new Notation.Name(n.letter() + Names.low(n.index()));
    }

    @Override
    Notation variable(String name) {
        return new Notation.Name(name);
    }

    @Override
    String sign(Function function) {
        return function.sign();
    }

    @Override
    int binding(Formula formula) {
        return formula instanceof Formula.If ? 0 : super.binding(formula);
    }

    /** What binds less than a single number or name: −2, 1e-05, ∂error/∂w5. */
    @Override
    int ofLeaf(Notation leaf) {
        return switch (leaf) {
            case Notation.Name(String name) -> name.startsWith("∂") ? PRODUCT : ATOM;
            case Notation.Digit(String digits) -> digits.indexOf('e') < 0 ? ATOM : PRODUCT;
            default -> super.ofLeaf(leaf);
        };
    }

    @Override
    Notation quotient(Formula.Quotient f, boolean first) {
        return Notation.line(of(f.numerator(), PRODUCT, first), OVER, of(f.denominator(), POWER, false));
    }

    @Override
    Notation root(Formula of) {
        return Notation.line(new Notation.Name("√"), of(of, ATOM, false));
    }

    @Override
    Notation choice(Formula.If f, boolean first) {
        return Notation.line(
                of(f.then(), SUM, first),
                new Notation.Words(" if "),
                condition(f.condition()),
                new Notation.Words(", else "),
                of(f.otherwise()));
    }

    @Override
    Notation power(Formula.Power f) {
        Notation base = of(f.base(), ATOM, false);
        String exponent = text(f.exponent());
        return Names.canBeHigh(exponent)
                ? Notation.line(base, new Notation.Words(Names.high(exponent)))
                : Notation.line(base, HIGH, exponent(f.exponent()));
    }

    @Override
    Notation powerOfE(Formula exponent) {
        return Notation.line(E, HIGH, exponent(exponent));
    }

    private Notation exponent(Formula exponent) {
        if (exponent instanceof Formula.Negation n && (isLeaf(n.of()) || binding(n.of()) == ATOM)) {
            return Notation.line(new Notation.Minus(), of(n.of(), ATOM, false));
        }
        return isLeaf(exponent) && beginsWithMinus(exponent) ? leaf(exponent) : of(exponent, ATOM, true);
    }

    private static boolean isLeaf(Formula formula) {
        return switch (formula) {
            case Formula.Number _, Formula.Leaf _, Formula.Named _ -> true;
            default -> false;
        };
    }
}
