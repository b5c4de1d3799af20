package org.nnlang.explain;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nnlang.math.ByHand;
import org.nnlang.math.Formula;
import org.nnlang.math.Reason;

/**
 * What a number would be on paper, if only the rounding of binary arithmetic makes it another one.
 *
 * @param equal what is equal on paper; empty for a net that is 0 there
 * @param value the number on paper; of a net, the derivative of its activation there, or NaN if that is the same
 */
public record OnPaper(List<Reason.Condition> equal, double value) {
    /** Values that differ by less, relatively, are the same, worked out in two ways. */
    private static final double SAME = 1e-9;

    public OnPaper {
        equal = List.copyOf(equal);
    }

    /** A net that is 0, and the derivative there. */
    static OnPaper zero(double slope) {
        return new OnPaper(List.of(), slope);
    }

    /** Of a formula with its cases; null if its value is the same on paper. */
    static OnPaper of(Formula formula, ToDoubleFunction<Formula.Leaf> errors) {
        ByHand hand = new ByHand(formula, errors);
        double value = formula.value();
        boolean same = hand.equal().isEmpty() || Math.abs(hand.value() - value) <= SAME * Math.abs(value);
        return same ? null : new OnPaper(List.copyOf(hand.equal()), hand.value());
    }

    /** The number itself on paper. */
    public double number() {
        return equal.isEmpty() ? 0 : value;
    }

    /** What the words between the equations and the value are. */
    public String words() {
        return equal.isEmpty()
                ? "this is 0" + (Double.isNaN(value) ? "" : ", and there the derivative is ")
                : ", and this is ";
    }
}
