package org.nnlang.explain;

import org.nnlang.math.Formula;

/** Functions as a line of text, in their variables: {@code z · tanh(ln(1 + e^z))}. */
public final class FunctionText {
    /** All digits that a number can have been written with. */
    private static final int DIGITS = 15;

    private FunctionText() {}

    /** The formula's text. */
    public static String of(Formula formula) {
        return new FormulaText(null, DIGITS, false, false).text(formula); // no quantities, hence no names
    }
}
