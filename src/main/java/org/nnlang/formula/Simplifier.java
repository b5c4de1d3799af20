package org.nnlang.formula;

/** Makes of a formula what a textbook would print. */
public final class Simplifier {
    private Simplifier() {}

    /** A formula of the same value, simplified. */
    public static Formula simplify(Formula formula) {
        return formula;
    }
}
