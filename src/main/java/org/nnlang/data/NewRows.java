package org.nnlang.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nnlang.data.DataFault.Gaps;
import org.nnlang.data.DataFault.MissingCells;

/**
 * Rows of a file like the training data's, whose outputs nn predicts.
 *
 * @param header the names of all columns, empty for unnamed columns; none if the file has no header
 * @param cells the cells of each row as in the file, without quotes
 * @param inputs the inputs of each row, scaled like the training data; null if a value is missing and rows may be left out
 * @param missing the input columns with missing cells
 * @param lines the line of the file at which each row begins
 * @param marked whether a copy of the file in UTF-8 needs a byte order mark
 */
public record NewRows(
        List<String> header,
        List<List<String>> cells,
        double[][] inputs,
        List<Gaps> missing,
        int[] lines,
        CsvFormat format,
        boolean marked) {

    public NewRows {
        header = List.copyOf(header);
        Objects.requireNonNull(format);
    }

    /**
     * Reads a table's rows.
     *
     * @param known the training data's file; nn finds its input columns by their names
     * @param memory the bytes available
     * @throws DataException if the table has an error, or differs from the training data
     */
    public static NewRows read(CsvTable table, FileSummary known, long memory) {
        List<ColumnSummary> inputs = known.inputs();
        List<Column> columns = inputs.stream().map(Column::like).toList();
        RowReader reader = new RowReader(table, columns, List.of(), new MemoryBudget(table, memory));
        Kept kept = new Kept(reader);
        table.read(kept);
        double[][] rows = reader.inputs();
        List<Gaps> gaps = reader.gaps();
        boolean header = table.format().header() != CsvFormat.Header.NONE;
        double[][] all = kept.rows(rows);
        complete(table, inputs, columns, all, gaps);
        Gathered.spread(all, inputs);
        for (double[] row : all) if (row != null) known.scaling().applyTo(row);
        return new NewRows(
                header ? table.names() : List.of(),
                kept.cells,
                all,
                gaps,
                kept.lines(),
                table.format(),
                table.isMarked());
    }

    /** Fills missing values, or fails if it can't. */
    private static void complete(
            CsvTable table, List<ColumnSummary> inputs, List<Column> columns, double[][] rows, List<Gaps> gaps) {
        CsvFormat.Missing missing = table.format().missing();
        if (gaps.isEmpty() || missing == CsvFormat.Missing.SKIP) return;
        double[] fillings = new double[inputs.size()];
        List<Gaps> bad = new ArrayList<>();
        for (int c = 0; c < fillings.length; c++) {
            fillings[c] = switch (missing) {
                case MEAN -> inputs.get(c).filling();
                case KEEP -> inputs.get(c).classes().indexOf(Gathered.NO_VALUE);
                case REFUSED, SKIP -> Double.NaN;
            };
            boolean filled = fillings[c] >= 0 || missing == CsvFormat.Missing.MEAN && !Double.isNaN(fillings[c]);
            if (columns.get(c).missing() > 0 && !filled) bad.add(columns.get(c).gaps());
        }
        if (!bad.isEmpty()) throw new DataException(new MissingCells(bad, rows.length, missing));
        Gathered.fill(rows, fillings);
    }

    /** Keeps each row's cells next to the numbers read from them. */
    private static final class Kept implements CellSink {
        private final RowReader reader;
        private final List<List<String>> cells = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();

        /** Whether the row was left out. */
        private final List<Boolean> empty = new ArrayList<>();

        private List<String> row = new ArrayList<>();
        private int line;

        Kept(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public void begin(int line) {
            this.line = line;
            row = new ArrayList<>();
            reader.begin(line);
        }

        @Override
        public void cell(char[] text, int from, int to, boolean quoted) {
            row.add(new String(text, from, to - from));
            reader.cell(text, from, to, quoted);
        }

        @Override
        public void end(int count) {
            int before = reader.count();
            reader.end(count);
            cells.add(row);
            lines.add(line);
            empty.add(reader.count() == before);
        }

        double[][] rows(double[][] read) {
            double[][] all = new double[cells.size()][];
            int next = 0;
            for (int r = 0; r < all.length; r++) all[r] = empty.get(r) ? null : read[next++];
            return all;
        }

        int[] lines() {
            return lines.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** The file's rows followed by more columns, in the file's format. */
    public String withColumns(List<String> names, List<List<String>> values) {
        char separator = format.separator() == ' ' ? ',' : format.separator();
        StringBuilder text = new StringBuilder(marked ? "\uFEFF" : "");
        if (!header.isEmpty()) line(text, header, names, separator);
        for (int r = 0; r < cells.size(); r++) line(text, cells.get(r), values.get(r), separator);
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> first, List<String> more, char separator) {
        boolean begun = false;
        for (List<String> part : Arrays.asList(first, more)) {
            for (String cell : part) {
                if (begun) text.append(separator);
                begun = true;
                boolean quoted = cell.indexOf(separator) >= 0
                        || cell.indexOf('"') >= 0
                        || cell.indexOf('\n') >= 0
                        || cell.indexOf('\r') >= 0;
                text.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
        }
        text.append('\n');
    }
}
