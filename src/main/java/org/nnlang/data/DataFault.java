package org.nnlang.data;

import java.util.List;

/**
 * An error in a table or in its options, as data.
 *
 * <p>{@code line} is the line of the file where the row starts, as a person counts: the first is 1, and blank lines count.
 * {@code text} is the cell's text, without the spaces around it.
 */
public sealed interface DataFault {

    /** Bytes in this line that are not text in the encoding. */
    record NotText(int line, Encoding encoding) implements DataFault {}

    /** The file contains zero bytes, like UTF-16, but has no byte order mark. */
    record WideCharacters() implements DataFault {}

    /**
     * More data than memory can hold.
     *
     * @param size the size of the file in bytes; −1 if unknown
     * @param rows the number of rows, estimated from the rows read so far
     * @param columns the number of columns
     * @param needed the bytes that they would need, by the same estimate
     * @param memory the bytes available
     */
    record TooLarge(long size, long rows, int columns, long needed, long memory) implements DataFault {}

    /** The file has only white space. */
    record EmptyFile() implements DataFault {}

    /** The file has a header but no row. */
    record NoRows() implements DataFault {}

    /** The first line, whose number is given, has a number in every column that has numbers. */
    record LooksLikeData(int line, List<String> cells) implements DataFault {}

    /** No column has a name. */
    record NoNamedColumn() implements DataFault {}

    /** The header has this name twice. */
    record DuplicateColumn(String column) implements DataFault {}

    /** A row with {@code found} fields, where the header, or else the first row, has {@code expected}. */
    record WrongFieldCount(int line, int expected, int found, boolean header, char separator) implements DataFault {}

    /** A quote that opens in the row at this line and never closes. */
    record UnclosedQuote(int line) implements DataFault {}

    /** Something other than a separator follows a closing quote: {@code "a"b}. */
    record TextAfterQuote(int line) implements DataFault {}

    /** Cells that are needed have no value: so many in each column, the first of them in a line. */
    record MissingCells(List<Gaps> gaps, int rows, CsvFormat.Missing missing) implements DataFault {}

    /** Every row has a cell without a value, in one of these columns. */
    record NoCompleteRow(List<Gaps> gaps, int rows) implements DataFault {}

    /** No training row has a value in this column, so there is nothing to fill it with. */
    record NothingToFillWith(String column) implements DataFault {}

    /** A column's cells without a value, the line of the first one, and whether the others are texts. */
    record Gaps(String column, int count, int firstLine, boolean target, boolean text) {}

    /** A cell such as {@code nan}, {@code -inf} or {@code 1e999}. */
    record NotFinite(int line, String column, String text) implements DataFault {}

    /** A cell in the column of the samples' weights that is below 0. */
    record NegativeWeight(int line, String column, String text) implements DataFault {}

    /** A cell in a column of numbers that isn't a number. */
    record BadCell(int line, String column, String text, CsvFormat format) implements DataFault {}

    /** A column's first cell of the other kind: text after numbers, or a number after texts. */
    record MixedColumn(int line, String column, String text, boolean afterNumbers, CsvFormat format)
            implements DataFault {}

    /** A text that the column did not have in the training data. */
    record UnknownClass(int line, String column, String text, List<String> classes) implements DataFault {}

    /** No column has this name; {@code columns} are all columns. */
    record UnknownColumn(String column, List<String> columns) implements DataFault {}

    /** No target column is named. */
    record NoTarget() implements DataFault {}

    /** A column appears twice, among the inputs, the targets or both. */
    record ColumnUsedTwice(String column) implements DataFault {}

    /** The fraction of test rows is not in [0, 1). */
    record BadTestShare(double share) implements DataFault {}

    /** The number of inputs, with one input for each class of a text column, differs from the input layer's size. */
    record InputCount(List<Classes> columns, int neurons) implements DataFault {}

    /** An input column, and its classes; none for numbers. */
    record Classes(String column, List<String> classes) {
        public int inputs() {
            return Math.max(1, classes.size());
        }
    }

    /** The number of numeric target columns differs from the output layer's size. */
    record TargetCount(List<String> columns, int neurons) implements DataFault {}

    /** The number of classes in the target column differs from the output layer's size. */
    record ClassCount(String column, List<String> classes, int neurons) implements DataFault {}

    /** {@code testRows} of {@code rows} rows go to the test set, and no row is left for training. */
    record TooFewTrainingRows(int rows, int testRows) implements DataFault {}

    /** The training rows' values, {@code min} to {@code max}, are too far apart or too close to scale in doubles. */
    record UnscalableColumn(String column, double min, double max) implements DataFault {}
}
