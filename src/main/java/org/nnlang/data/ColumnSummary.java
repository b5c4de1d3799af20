package org.nnlang.data;

import java.util.List;
import java.util.Objects;

/**
 * What nn understood of a column that it uses.
 *
 * @param classes the texts, in the order of their inputs or outputs; none for numbers
 * @param least the smallest number in all rows; NaN for texts, or if there is no number
 * @param most the largest number
 * @param missing the number of missing cells in the file
 * @param filling the value that fills missing cells: the training rows' mean, or the number of their most frequent text;
 *     NaN for targets, or if no training row has a value
 */
public record ColumnSummary(
        String name, boolean target, List<String> classes, double least, double most, int missing, double filling) {
    public ColumnSummary {
        Objects.requireNonNull(name);
        classes = List.copyOf(classes);
    }

    /** The number of inputs that it becomes. */
    public int inputs() {
        return Math.max(1, classes.size());
    }
}
