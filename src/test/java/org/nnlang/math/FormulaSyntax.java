package org.nnlang.math;

import java.util.List;

/** Formulas of variables as expressions of a script: {@code z * tanh(ln(1 + exp(z)))}. */
public final class FormulaSyntax {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private final StringBuilder text = new StringBuilder();

    private FormulaSyntax() {}

    /** The expression; reading it gives the same formula's values back. */
    public static String text(Formula formula) {
        FormulaSyntax syntax = new FormulaSyntax();
        syntax.write(formula, 0);
        return syntax.text.toString();
    }

    private void write(Formula formula, int least) {
        boolean brackets = binding(formula) < least;
        text.append(brackets ? "(" : "");
        bare(formula);
        text.append(brackets ? ")" : "");
    }

    private static int binding(Formula formula) {
        return switch (formula) {
            case Formula.Sum _ -> SUM;
            case Formula.Negation _ -> SUM; // as the first of a product it needs none, but reads better with
            case Formula.Product _, Formula.Quotient _ -> PRODUCT;
            case Formula.Power _ -> POWER;
            case Formula.Call call -> {
                Formula written = call.function().written(call);
                yield written == call ? ATOM : binding(written);
            }
            case Formula.Number n -> n.value() < 0 ? SUM : ATOM;
            case Formula.Because because -> binding(because.of());
            case Formula.Variable _,
                    Formula.Named _,
                    Formula.Leaf _,
                    Formula.Elided _,
                    Formula.If _,
                    Formula.Absolute _,
                    Formula.Root _ -> ATOM;
        };
    }

    private void bare(Formula formula) {
        switch (formula) {
            case Formula.Number n -> text.append(number(n.value()));
            case Formula.Variable v -> text.append(v.name());
            case Formula.Named n -> text.append(n.letter()).append(n.index());
            case Formula.Leaf leaf -> text.append(number(leaf.value()));
            case Formula.Elided _ -> text.append("...");
            case Formula.Sum f -> sum(f.terms());
            case Formula.Product f -> joined(f.factors(), " * ", PRODUCT);
            case Formula.Quotient f -> {
                write(f.numerator(), PRODUCT);
                write(f.denominator(), " / ", POWER);
            }
            case Formula.Power f -> {
                write(f.base(), ATOM);
                write(f.exponent(), "^", ATOM);
            }
            case Formula.Negation f -> write(f.of(), "-", PRODUCT);
            case Formula.Call f -> call(f);
            case Formula.Absolute f -> function("abs", List.of(f.of()));
            case Formula.Root f -> function("sqrt", List.of(f.of()));
            case Formula.Because f -> bare(f.of());
            case Formula.If f -> {
                text.append("if(");
                condition(f.condition(), true);
                write(f.then(), ", ", 0);
                write(f.otherwise(), ", ", 0);
                text.append(')');
            }
        }
    }

    private void write(Formula formula, String sign, int least) {
        text.append(sign);
        write(formula, least);
    }

    private void sum(List<Formula> terms) {
        write(terms.getFirst(), 0);
        for (Formula term : terms.subList(1, terms.size())) {
            if (term instanceof Formula.Negation n) {
                write(n.of(), " - ", PRODUCT);
            } else {
                write(term, " + ", PRODUCT);
            }
        }
    }

    private void joined(List<Formula> all, String sign, int least) {
        for (int i = 0; i < all.size(); i++) {
            write(all.get(i), i == 0 ? "" : sign, i == 0 || !(all.get(i) instanceof Formula.Quotient) ? least : POWER);
        }
    }

    private void call(Formula.Call call) {
        Formula written = call.function().written(call);
        Formula first = call.arguments().getFirst();
        if (written != call) {
            bare(written);
        } else if (call.function() == Function.SIGN) {
            Formula zero = Formula.number(0);
            bare(Formula.cases(first, Reason.Relation.ABOVE, zero, Formula.number(1), negative(first, zero)));
        } else {
            function(call.function().sign(), call.arguments());
        }
    }

    private static Formula negative(Formula of, Formula zero) {
        return Formula.cases(of, Reason.Relation.BELOW, zero, Formula.number(-1), zero);
    }

    private void function(String name, List<Formula> arguments) {
        text.append(name).append('(');
        joined(arguments, ", ", 0);
        text.append(')');
    }

    private void condition(Reason.Condition condition, boolean outermost) {
        switch (condition) {
            case Reason.Comparison c -> {
                write(c.left(), SUM);
                write(c.right(), " " + sign(c.relation()) + " ", SUM);
            }
            case Reason.All all -> conditions(all.conditions(), " and ", outermost);
            case Reason.Any any -> conditions(any.conditions(), " or ", outermost);
            case Reason.Not not -> {
                text.append("not (");
                condition(not.condition(), true);
                text.append(')');
            }
        }
    }

    private void conditions(List<Reason.Condition> all, String sign, boolean outermost) {
        text.append(outermost ? "" : "(");
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : sign);
            condition(all.get(i), false);
        }
        text.append(outermost ? "" : ")");
    }

    private static String sign(Reason.Relation relation) {
        return switch (relation) {
            case ABOVE -> ">";
            case AT_LEAST -> ">=";
            case BELOW -> "<";
            case AT_MOST -> "<=";
            case EQUAL -> "==";
            case UNEQUAL -> "!=";
        };
    }

    /** The shortest digits that read back as the same number. */
    private static String number(double value) {
        String digits = Double.toString(value).replace(".0E", "e").replace('E', 'e');
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
