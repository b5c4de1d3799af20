package org.nnlang.data;

import java.util.List;
import java.util.Objects;

/**
 * What was understood of a file of data.
 *
 * @param rows how many rows the file has, those that were left out among them
 * @param trainingRows how many of them are trained on
 * @param testRows how many are kept for the test
 * @param columns the columns that are used, inputs in the order of the input layer's neurons first
 * @param classes the names of the classes, in the order of the output layer's neurons; none if the targets are numbers
 * @param twoValued whether the classes are two, 0 and 1 of one output
 * @param scaling what was done to the inputs
 * @param format how the file is written
 */
public record FileSummary(
        int rows,
        int trainingRows,
        int testRows,
        List<ColumnSummary> columns,
        List<String> classes,
        boolean twoValued,
        Scaling scaling,
        CsvFormat format) {

    public FileSummary {
        Objects.requireNonNull(scaling);
        Objects.requireNonNull(format);
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /** The columns of the inputs. */
    public List<ColumnSummary> inputs() {
        return columns.stream().filter(column -> !column.target()).toList();
    }

    /** The same with the classes in another order. */
    public FileSummary withClasses(List<String> order) {
        return new FileSummary(rows, trainingRows, testRows, columns, order, twoValued, scaling, format);
    }
}
