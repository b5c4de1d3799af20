package org.nnlang.math;

import java.util.List;

/** Formulas with the forms of e^u that overflow worked out by the functions that do not; they are written as before. */
public final class Stable {
    private static final Formula ONE = Formula.number(1);

    private Stable() {}

    /** The formula with ln(1 + e^u), e^u − 1 and e^u / (1 + e^u) each as one function. */
    public static Formula of(Formula formula) {
        return Parts.once(Stable::joined).apply(formula);
    }

    private static Formula joined(Formula formula) {
        Formula whole = Parts.map(formula, Stable::joined);
        Formula found = switch (whole) {
            case Formula.Call call when call.function() == Function.LN -> softplus(call);
            case Formula.Sum sum when sum.terms().size() == 2 -> expm1(sum.terms());
            case Formula.Quotient q -> logistic(q);
            default -> null;
        };
        return found == null ? whole : found;
    }

    private static Formula softplus(Formula.Call logarithm) {
        Formula u = Exponentials.oneAndPower(logarithm.arguments().getFirst());
        return u == null ? null : Formula.call(Function.SOFTPLUS, u);
    }

    private static Formula expm1(List<Formula> terms) {
        boolean lessOne = terms.getLast().equals(Formula.negation(ONE));
        return lessOne && terms.getFirst() instanceof Formula.Call c && c.function() == Function.EXP
                ? new Formula.Call(Function.EXPM1, c.arguments())
                : null;
    }

    private static Formula logistic(Formula.Quotient quotient) {
        Formula u = Exponentials.oneAndPower(quotient.denominator());
        return u != null && quotient.numerator().equals(Formula.call(Function.EXP, u))
                ? Formula.call(Function.LOGISTIC, u)
                : null;
    }
}
