package org.nnlang.data;

import java.util.List;
import org.nnlang.data.DataFault.Gaps;

/** Something that was done to a table without being asked for word by word, as data. */
public sealed interface DataNotice {
    /** Columns without a name, at these positions from 1, are left out. */
    record UnnamedColumns(List<Integer> positions) implements DataNotice {}

    /** Rows with missing cells are left out: so many of all. */
    record RowsLeftOut(int count, int rows, List<Gaps> gaps) implements DataNotice {}

    /** Missing cells of these columns were filled. */
    record Filled(List<ColumnSummary> columns) implements DataNotice {}

    /** Missing texts are a class of their own. */
    record Kept(List<Gaps> gaps, String name) implements DataNotice {}

    /** A column of texts makes an input for each class. */
    record OneHot(String column, List<String> classes) implements DataNotice {}

    /** A target of two texts is 0 and 1. */
    record TwoValued(String column, String zero, String one) implements DataNotice {}
}
