package org.nnlang.data;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nnlang.data.DataFault.BadTestShare;
import org.nnlang.data.DataFault.ColumnUsedTwice;
import org.nnlang.data.DataFault.NoTarget;

/**
 * What is to be made of a table.
 *
 * @param targets the target columns, at least one
 * @param inputs the input columns in the order of the input layer's neurons; none stands for all that are not targets
 * @param testShare the share of the rows that is drawn for the test set, in [0, 1)
 * @param scale how the inputs are scaled
 */
public record CsvOptions(List<String> targets, List<String> inputs, double testShare, Scale scale) {
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
    }

    /** One target, all other columns as inputs, no test rows, no scaling. */
    public static CsvOptions ofTarget(String target) {
        return new CsvOptions(List.of(target), List.of(), 0, Scale.NONE);
    }

    private static void checkNew(List<String> columns, Set<String> seen) {
        for (String column : columns) {
            if (!seen.add(column)) throw new DataException(new ColumnUsedTwice(column));
        }
    }
}
