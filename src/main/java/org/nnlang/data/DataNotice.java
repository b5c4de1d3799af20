package org.nnlang.data;

import java.util.List;
import org.nnlang.data.DataFault.Gaps;

/** Something that nn did to a table without an explicit request, as data. */
public sealed interface DataNotice {
    /** Left out the unnamed columns at these positions, from 1. */
    record UnnamedColumns(List<Integer> positions) implements DataNotice {}

    /** Left out rows with missing cells. */
    record RowsLeftOut(int count, int rows, List<Gaps> gaps) implements DataNotice {}

    /** Filled the missing cells of these columns. */
    record Filled(List<ColumnSummary> columns) implements DataNotice {}

    /** Made missing texts a separate class. */
    record Kept(List<Gaps> gaps, String name) implements DataNotice {}

    /** Turned a text column into one input for each class. */
    record OneHot(String column, List<String> classes) implements DataNotice {}

    /** Turned a target with two texts into 0 and 1. */
    record TwoValued(String column, String zero, String one) implements DataNotice {}
}
