package org.nnlang.slips;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;

/** What a reader took for the quantity: the right number of another one, or of another step, and how it is worked out. */
final class WrongQuantity {
    /** A line and the value that was read differ by less, relatively, where the line works out that value. */
    private static final double SAME = 1e-9;

    private WrongQuantity() {}

    /** Both lines, or null where they are no lines that one would write down. */
    static FirstDifference parting(Calculation right, double value, Trial trial, Cancellation cancellation) {
        Calculation other = trial.calculation();
        Derivation asked = line(right, value, cancellation);
        Derivation given = line(other, trial.value(), cancellation);
        return asked == null || given == null
                ? null
                : new FirstDifference("", List.of(), -1, asked, given, right.network(), other.network());
    }

    /** A parameter, or memory, is worked out by the last update, if it is not set by hand after it; all else is read then. */
    private static Derivation line(Calculation calculation, double value, Cancellation cancellation) {
        Quantity.Scalar asked = Symbols.plain(calculation.asked());
        long updates = calculation.replay().updates();
        boolean updated = asked instanceof Quantity.Updated;
        Workings working = updated && updates == 0
                ? null
                : Workings.at(calculation, updated ? updates - 1 : updates, cancellation);
        Derivation line = working == null ? null : working.lines().get(asked);
        return line != null && Math.abs(line.result() - value) <= SAME * Math.abs(value) ? line : null;
    }
}
