package org.nnlang.slips;

import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Sheet.Line;

/** What was done otherwise than right, and where: the data of a sentence. */
public sealed interface Description {
    /** What was done, as a name for programs. */
    String operation();

    /**
     * A line of the worksheet was written otherwise.
     *
     * @param line a line in which it was done
     * @param place the place in it, as in {@link Rewriting.Pattern#place}
     * @param piece what is there
     * @param other what is there with the slip, or null
     * @param all whether it was done at all like places of the line
     */
    record InLine(String operation, Line line, String place, Formula piece, Formula other, boolean all)
            implements Description {}

    /**
     * The calculation was one of another script.
     *
     * @param other the activation, loss or optimizer that was used, or the number of a sample; else empty
     * @param layers the layers that it was done in; none if it isn't about layers
     */
    record InScript(String operation, String other, List<Integer> layers) implements Description {
        public InScript {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Given numbers were copied wrongly.
     *
     * @param names the numbers: one, or two that were swapped
     * @param right the number that is given; NaN if it differs from sample to sample
     * @param wrong the number that was used, or what each was multiplied by if they differ
     */
    record OfGiven(String operation, List<String> names, double right, double wrong) implements Description {
        public OfGiven {
            names = List.copyOf(names);
        }
    }

    /** Every number on the way was written with {@code decimals} decimals, or as it is if that is −1. */
    record OnTheWay(String operation, int decimals) implements Description {}

    /** Another quantity's number was taken for the one that was asked for. */
    record OfQuantity(String operation, Quantity.Scalar quantity) implements Description {}
}
