package org.nnlang.slips;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Network;

/**
 * The right calculation next to the one with a slip, around the line where they part.
 *
 * @param where which update or reading this is, in words
 * @param rows the lines around the place, in the order of working
 * @param first the line at which the two part, by its index in {@code rows}
 * @param right that line's derivation; null if it is too long
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
     * One line: what it computes, and both values.
     *
     * @param left the number of lines left out before it
     */
    public record Row(String name, double right, double wrong, int left) {}

    public FirstDifference {
        rows = List.copyOf(rows);
    }
}
