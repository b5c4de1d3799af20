package org.nnlang.explain;

import java.util.List;
import org.nnlang.math.Formula;

/**
 * A quantity, the formulas that give it, and the derivations of what those are made of.
 *
 * @param lhs what is derived, with its value: a symbol or a named constant
 * @param forms the formula, or several that equal each other, the last being the one that the numbers are put into; empty
 *     for a plain fact
 * @param note what is to be said of a plain fact
 * @param factors the derivations of what the formulas are made of, as far as they are worth showing
 * @param simplified what the formula becomes when factors cancel, a step of its own; null if they don't
 * @param onPaper the number on paper, if rounding alone makes it another one; else null
 */
public record Derivation(
        Formula lhs, List<Formula> forms, Note note, List<Derivation> factors, Simplified simplified, OnPaper onPaper) {
    /**
     * A formula in which factors have cancelled. It gives the value that is derived.
     *
     * @param before the value of the formula as it was, from its own numbers; NaN if it has none
     */
    public record Simplified(double before, Formula form) {}

    /** What is to be said of a plain fact. */
    public enum Note {
        NONE(""),
        /** It comes from the sample. */
        GIVEN(", given"),
        /** Training leaves it alone. */
        FIXED(", fixed: training leaves it alone");

        private final String words;

        Note(String words) {
            this.words = words;
        }

        /** What stands behind the value. */
        public String words() {
            return words;
        }
    }

    /** Stands, in a list, for derivations that are left out. */
    public static final Derivation ELIDED = fact(new Formula.Elided(), Note.NONE);

    public Derivation {
        forms = List.copyOf(forms);
        factors = List.copyOf(factors);
    }

    /** A value without a formula. */
    public static Derivation fact(Formula lhs, Note note) {
        return new Derivation(lhs, List.of(), note, List.of(), null, null);
    }

    /** A derivation whose factors are not derived any further. */
    public static Derivation of(Formula lhs, Formula... forms) {
        return of(lhs, List.of(forms));
    }

    /** The same, of a list. */
    static Derivation of(Formula lhs, List<Formula> forms) {
        return new Derivation(lhs, forms, Note.NONE, List.of(), null, null);
    }

    /** The same derivation of something else: the same value under another name. */
    public Derivation as(Formula other) {
        return new Derivation(other, forms, note, factors, simplified, onPaper);
    }

    /** The same formulas, with the derivations of what they are made of. */
    public Derivation from(List<Derivation> parts) {
        return new Derivation(lhs, forms, note, parts, simplified, onPaper);
    }

    /** The same, whose formula becomes simpler in the end. */
    Derivation simplifiedTo(double before, Formula form) {
        return new Derivation(lhs, forms, note, factors, new Simplified(before, form), onPaper);
    }

    /** The same, with the number on paper; null if that is the same. */
    Derivation onPaper(OnPaper other) {
        return new Derivation(lhs, forms, note, factors, simplified, other);
    }

    /** The formula that gives the result. */
    public Formula last() {
        return simplified == null ? forms.getLast() : simplified.form;
    }

    /** The value that is derived. */
    public double result() {
        return lhs.value();
    }

    /** Whether nothing that it is made of is derived in turn. */
    public boolean isLeaf() {
        return factors.isEmpty();
    }

    /** How many derivations there are in all, this one included. */
    public int size() {
        int size = 1;
        for (Derivation factor : factors) {
            size += factor.size();
        }
        return size;
    }
}
