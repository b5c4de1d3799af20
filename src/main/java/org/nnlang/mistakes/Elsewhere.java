package org.nnlang.mistakes;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Quantity;
import org.nnlang.network.Timeline;

/** What a reader took for the quantity: the right number of another one, or of another step, and how it is worked out. */
final class Elsewhere {
    private Elsewhere() {}

    /** Both lines, or null where they are no lines that one would write down. */
    static Parting parting(Setup right, Setup other, Timeline.Monitor monitor) {
        Derivation asked = line(right, monitor);
        Derivation given = line(other, monitor);
        return asked == null || given == null
                ? null
                : new Parting("", List.of(), -1, asked, given, right.network(), other.network());
    }

    /** A parameter is worked out by the last update, all else is read after it. */
    private static Derivation line(Setup setup, Timeline.Monitor monitor) {
        Quantity.Scalar asked = Symbols.plain(setup.asked());
        long updates = setup.course().updates();
        boolean updated = asked instanceof Quantity.Parameter;
        Working working = updated && updates == 0 ? null : Working.at(setup, updated ? updates - 1 : updates, monitor);
        return working == null ? null : working.lines().get(asked);
    }
}
