package org.nnlang.slips;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Network;

/**
 * The right working beside the one with a slip, as far as they tell where the two part.
 *
 * @param where which update or reading the working is of, in words
 * @param rows the lines around the place, in the order of working
 * @param first the line at which the two part, by its index in {@code rows}; −1 where no line shown does
 * @param right that line's derivation
 * @param wrong the same with the slip
 * @param network the right network, for its names
 * @param wrongNetwork the network with the slip, for its names
 */
public record FirstDifference(
        String where,
        List<Row> rows,
        int first,
        Derivation right,
        Derivation wrong,
        Network network,
        Network wrongNetwork) {
    /**
     * One line: what it works out, and both values.
     *
     * @param left how many lines are left out before it
     */
    public record Row(String name, double right, double wrong, int left) {}

    public FirstDifference {
        rows = List.copyOf(rows);
    }
}
