package org.nnlang.data;

import java.util.List;
import java.util.Objects;

/**
 * What nn understood of a data file.
 *
 * @param rows the number of rows in the file, including rows left out
 * @param trainingRows the number of training rows
 * @param testRows the number of test rows
 * @param columns the columns in use, first the inputs in the order of the input layer's neurons
 * @param weight the column of the samples' weights, null if there is none
 * @param classes the names of the classes, in the order of the output layer's neurons; none if the targets are numbers
 * @param twoValued whether there are two classes, 0 and 1 of one output
 * @param scaling the scaling of the inputs
 * @param format the file's format
 */
public record FileSummary(
        int rows,
        int trainingRows,
        int testRows,
        List<ColumnSummary> columns,
        String weight,
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

    /** The same summary with the classes in another order. */
    public FileSummary withClasses(List<String> order) {
        return new FileSummary(rows, trainingRows, testRows, columns, weight, order, twoValued, scaling, format);
    }
}
