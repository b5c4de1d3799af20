package org.nnlang.slips;

import org.nnlang.math.Formula;
import org.nnlang.slips.Sheet.Line;

/**
 * What {@link Wording} must know of a slip.
 *
 * @param operation what is done
 * @param line a line in which it is done, or null
 * @param place the place in it, as in {@link Rewriting.Pattern#place}
 * @param piece what is there
 * @param other what is there with the slip, or null
 * @param all whether it is done at all like places of the line
 * @param text the slip in words if it is not about a line, else null
 */
record Words(String operation, Line line, String place, Formula piece, Formula other, boolean all, String text) {
    static Words of(String operation, String text) {
        return new Words(operation, null, "", null, null, false, text);
    }
}
