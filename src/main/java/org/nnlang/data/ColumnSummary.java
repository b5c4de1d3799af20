package org.nnlang.data;

import java.util.List;
import java.util.Objects;

/**
 * What was understood of a column that is used.
 *
 * @param classes the texts, in the order of their places; none for numbers
 * @param least the smallest number in all rows; NaN for texts, and where there is no number
 * @param most the largest one
 * @param missing how many cells of the file have no value
 * @param filling what stands for those where they are filled: the training rows' mean, or the place of their most frequent text;
 *     NaN for targets, and where no training row has a value
 */
public record ColumnSummary(
        String name, boolean target, List<String> classes, double least, double most, int missing, double filling) {
    public ColumnSummary {
        Objects.requireNonNull(name);
        classes = List.copyOf(classes);
    }

    /** How many inputs it makes. */
    public int inputs() {
        return Math.max(1, classes.size());
    }
}
