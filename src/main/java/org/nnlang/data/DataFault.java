package org.nnlang.data;

import java.util.List;

/**
 * What is wrong with a table or with what is asked of it, as data.
 *
 * <p>A {@code line} is the line of the file where the row starts, as a person counts: the first is 1, and blank lines
 * count. A {@code text} is the cell's, without the blanks around it.
 */
public sealed interface DataFault {

    /** Bytes in this line that are no text in the encoding. */
    record NotText(int line, Encoding encoding) implements DataFault {}

    /** There are zero bytes in it, as there are in UTF-16, but not its mark. */
    record WideCharacters() implements DataFault {}

    /**
     * More than memory holds.
     *
     * @param size the bytes of the file; −1 where that is not known
     * @param rows how many rows it has, by an estimate from those that were read
     * @param columns how many columns it has
     * @param needed the bytes that they would take, by the same estimate
     * @param memory the bytes that there are
     */
    record TooLarge(long size, long rows, int columns, long needed, long memory) implements DataFault {}

    /** Nothing but blank space. */
    record EmptyFile() implements DataFault {}

    /** A header and no row. */
    record NoRows() implements DataFault {}

    /** The first line, whose number is given, has numbers where its columns have numbers. */
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

    /** A cell that should be a number, as those before it in its column are, and is none. */
    record BadCell(int line, String column, String text, CsvFormat format) implements DataFault {}

    /** A column's first cell of another kind: a text after numbers, or a number after texts. */
    record MixedColumn(int line, String column, String text, boolean afterNumbers, CsvFormat format)
            implements DataFault {}

    /** A text that the training data's column does not have. */
    record UnknownClass(int line, String column, String text, List<String> classes) implements DataFault {}

    /** No column has this name; {@code columns} are all there are. */
    record UnknownColumn(String column, List<String> columns) implements DataFault {}

    /** No target column is named. */
    record NoTarget() implements DataFault {}

    /** A column is named twice, among the inputs, the targets or both. */
    record ColumnUsedTwice(String column) implements DataFault {}

    /** The share of test rows is not in [0, 1). */
    record BadTestShare(double share) implements DataFault {}

    /** The input columns, those of texts with a place for each class, are not as many as the input layer's neurons. */
    record InputCount(List<Classes> columns, int neurons) implements DataFault {}

    /** An input column, and its classes; none for numbers. */
    record Classes(String column, List<String> classes) {
        public int inputs() {
            return Math.max(1, classes.size());
        }
    }

    /** The numeric target columns are not as many as the output layer's neurons. */
    record TargetCount(List<String> columns, int neurons) implements DataFault {}

    /** The classes in the target column are not as many as the output layer's neurons. */
    record ClassCount(String column, List<String> classes, int neurons) implements DataFault {}

    /** Of {@code rows} rows, {@code testRows} go to the test set, and none is left to train on. */
    record TooFewTrainingRows(int rows, int testRows) implements DataFault {}

    /** The training rows' values, {@code min} to {@code max}, are too far apart or too close to scale in doubles. */
    record UnscalableColumn(String column, double min, double max) implements DataFault {}
}
