package org.nnlang.mistakes;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;

/** What a reader took for the quantity: the right number of another one, or of another step, and how it is worked out. */
final class Elsewhere {
    /** A line and the value that was read differ by less, relatively, where the line works out that value. */
    private static final double SAME = 1e-9;

    private Elsewhere() {}

    /** Both lines, or null where they are no lines that one would write down. */
    static Parting parting(Setup right, double value, Trial trial, Cancellation cancellation) {
        Setup other = trial.setup();
        Derivation asked = line(right, value, cancellation);
        Derivation given = line(other, trial.value(), cancellation);
        return asked == null || given == null
                ? null
                : new Parting("", List.of(), -1, asked, given, right.network(), other.network());
    }

    /** A parameter is worked out by the last update, if it is not set by hand after it; all else is read then. */
    private static Derivation line(Setup setup, double value, Cancellation cancellation) {
        Quantity.Scalar asked = Symbols.plain(setup.asked());
        long updates = setup.course().updates();
        boolean updated = asked instanceof Quantity.Parameter;
        Working working =
                updated && updates == 0 ? null : Working.at(setup, updated ? updates - 1 : updates, cancellation);
        Derivation line = working == null ? null : working.lines().get(asked);
        return line != null && Math.abs(line.result() - value) <= SAME * Math.abs(value) ? line : null;
    }
}
