package org.nnlang.data;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nnlang.data.DataFault.BadTestShare;
import org.nnlang.data.DataFault.ColumnUsedTwice;
import org.nnlang.data.DataFault.NoTarget;

/**
 * How to turn a table into a data set.
 *
 * @param targets the target columns, at least one
 * @param inputs the input columns in the order of the input layer's neurons; none means all columns that are not targets
 * @param weight the column of the samples' weights, or null
 * @param testShare the fraction of rows held out for testing, in [0, 1)
 * @param scale how to scale the inputs
 */
public record CsvOptions(List<String> targets, List<String> inputs, String weight, double testShare, Scale scale) {
    /** Throws {@link DataException} with {@link NoTarget}, {@link ColumnUsedTwice} or {@link BadTestShare}. */
    public CsvOptions {
        targets = List.copyOf(targets);
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(scale);
        if (targets.isEmpty()) throw new DataException(new NoTarget());
        if (!(testShare >= 0 && testShare < 1)) throw new DataException(new BadTestShare(testShare));
        Set<String> seen = new HashSet<>();
        checkNew(targets, seen);
        checkNew(inputs, seen);
        if (weight != null) checkNew(List.of(weight), seen);
    }

    /** One target, all other columns as inputs, no test rows, no scaling. */
    public static CsvOptions ofTarget(String target) {
        return new CsvOptions(List.of(target), List.of(), null, 0, Scale.NONE);
    }

    private static void checkNew(List<String> columns, Set<String> seen) {
        for (String column : columns) {
            if (!seen.add(column)) throw new DataException(new ColumnUsedTwice(column));
        }
    }
}
