package org.nnlang.math;

import java.util.List;

/** Choices that stand among constants, brought to the outside: 2 · (z if z > 0, else 0) is 2 · z if z > 0, else 0. */
final class Choices {
    private Choices() {}

    /** The simplified sum, product, quotient or negation, or the choice between two of them. */
    static Formula outermost(Formula formula) {
        Formula.If choice = only(formula);
        return choice == null
                ? formula
                : Cases.of(
                        choice.condition(),
                        Simplifier.simplify(Parts.replace(formula, choice, choice.then())),
                        Simplifier.simplify(Parts.replace(formula, choice, choice.otherwise())));
    }

    /** The only part of a formula, or of its own parts, that is no constant, if that is a choice; else null. */
    private static Formula.If only(Formula formula) {
        List<Formula> varied =
                Parts.of(formula).stream().filter(Parts::hasVariables).toList();
        boolean fits = varied.size() == 1
                && switch (formula) {
                    case Formula.Sum _, Formula.Product _, Formula.Quotient _, Formula.Negation _ -> true;
                    default -> false;
                };
        if (!fits) {
            return null;
        }
        return varied.getFirst() instanceof Formula.If choice ? choice : only(varied.getFirst());
    }
}
