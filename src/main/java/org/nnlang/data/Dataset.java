package org.nnlang.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nnlang.data.DataFault.Classes;
import org.nnlang.data.DataFault.Gaps;
import org.nnlang.data.DataFault.InputCount;
import org.nnlang.data.DataFault.MissingCells;
import org.nnlang.data.DataFault.NoCompleteRow;
import org.nnlang.data.DataFault.NothingToFillWith;
import org.nnlang.data.DataFault.TooFewTrainingRows;

/**
 * Samples to train on and to test with, from a table.
 *
 * @param file what nn understood of the file
 * @param notices what to tell the user about it
 */
public record Dataset(Part train, Part test, FileSummary file, List<DataNotice> notices) {

    public Dataset {
        Objects.requireNonNull(train);
        Objects.requireNonNull(test);
        Objects.requireNonNull(file);
        notices = List.copyOf(notices);
    }

    /**
     * Some of the samples, in the order of the file: row i of the inputs belongs to row i of the targets. Rows of one
     * class have one array for their targets; {@code weights} is null if there are none.
     */
    public record Part(double[][] inputs, double[][] targets, double[] weights) {
        public Part {
            if (inputs.length != targets.length) {
                throw new IllegalArgumentException(inputs.length + " ≠ " + targets.length);
            }
        }

        public int size() {
            return inputs.length;
        }
    }

    /**
     * Reads a table's rows.
     *
     * @param inputNeurons the size of the input layer
     * @param shuffler brings an array of row numbers into a random order; the first of them become the test rows
     * @param memory the bytes available for the rows and everything else
     * @throws DataException if the table has an error, or does not fit the options, the network or the memory
     */
    public static Dataset load(
            CsvTable table,
            CsvOptions options,
            int inputNeurons,
            OutputShape outputs,
            Consumer<int[]> shuffler,
            long memory) {
        MemoryBudget room = new MemoryBudget(table, memory);
        try {
            return new Loader(table, options, room).load(inputNeurons, outputs, shuffler);
        } catch (OutOfMemoryError full) { // only that method referred to the rows, so they are free now
            throw new DataException(room.tooLarge());
        }
    }

    /** Builds a data set from a table. */
    private record Loader(CsvTable table, CsvOptions options, MemoryBudget room) {
        Dataset load(int inputNeurons, OutputShape outputs, Consumer<int[]> shuffler) {
            List<Column> inputs = inputColumns();
            List<Column> targets = new ArrayList<>();
            options.targets().forEach(name -> targets.add(new Column(name, true)));
            if (options.weight() != null) targets.add(Column.ofWeights(options.weight()));
            RowReader reader = new RowReader(table, inputs, targets, room);
            table.read(reader);
            List<Gaps> gaps = reader.gaps();
            Gathered gathered = new Gathered(reader.inputs(), inputs);
            double[][] targetCells = reader.targets();
            if (table.format().missing() == CsvFormat.Missing.KEEP) {
                gathered.keepMissing();
                new Gathered(targetCells, targets).keepMissing();
            }
            checkMissing(gaps, reader.rows(), targetCells.length, inputs, targets);
            checkInputs(inputs, inputNeurons);
            Targets made = Targets.of(plain(targetCells), targets.getFirst().classes(), options.targets(), outputs);
            return finish(gathered, targetCells, targets, made, gaps, reader.rows(), shuffler);
        }

        /** The targets without the weight after them. */
        private double[][] plain(double[][] cells) {
            return options.weight() == null
                    ? cells
                    : Arrays.stream(cells)
                            .map(row -> Arrays.copyOf(row, row.length - 1))
                            .toArray(double[][]::new);
        }

        private double[] weights(double[][] cells) {
            return options.weight() == null
                    ? null
                    : Arrays.stream(cells)
                            .mapToDouble(row -> row[row.length - 1])
                            .toArray();
        }

        private Dataset finish(
                Gathered gathered,
                double[][] targetCells,
                List<Column> targets,
                Targets made,
                List<Gaps> gaps,
                int rows,
                Consumer<int[]> shuffler) {
            double[][] values = gathered.rows();
            boolean[] isTest = drawTestRows(values.length, options.testShare(), shuffler);
            boolean fills = table.format().missing() == CsvFormat.Missing.MEAN;
            double[] fillings = gathered.fillings(isTest);
            for (int c = 0; c < fillings.length && fills; c++) {
                Column column = gathered.columns().get(c);
                boolean unknown = column.missing() > 0 && Double.isNaN(fillings[c]);
                if (unknown) throw new DataException(new NothingToFillWith(column.name));
            }
            List<ColumnSummary> known = new ArrayList<>(summaries(gathered, fillings));
            List<ColumnSummary> inputs = List.copyOf(known);
            double[] none = new double[targets.size()];
            Arrays.fill(none, Double.NaN);
            known.addAll(summaries(new Gathered(targetCells, targets), none));
            if (fills) Gathered.fill(values, fillings);
            room.make(
                    values.length,
                    inputs.stream().mapToInt(ColumnSummary::inputs).sum(),
                    values[0].length);
            Gathered.spread(values, inputs);
            double[] weights = weights(targetCells);
            Part train = part(values, made.rows(), weights, isTest, false);
            Part test = part(values, made.rows(), weights, isTest, true);
            Scaling scaling = Scaling.fit(options.scale(), train.inputs, inputs);
            for (double[] row : values) scaling.applyTo(row);
            List<DataNotice> notices = notices(known, made, gaps, rows, values.length);
            FileSummary file = new FileSummary(
                    rows,
                    train.size(),
                    test.size(),
                    known,
                    options.weight(),
                    made.classes(),
                    made.twoValued(),
                    scaling,
                    table.format());
            return new Dataset(train, test, file, notices);
        }

        private List<Column> inputColumns() {
            Set<String> targets = new HashSet<>(options.targets());
            targets.add(options.weight());
            List<String> names = options.inputs().isEmpty()
                    ? table.columns().stream()
                            .filter(name -> !targets.contains(name))
                            .toList()
                    : options.inputs();
            return names.stream().map(name -> new Column(name, false)).toList();
        }

        private void checkMissing(List<Gaps> gaps, int rows, int left, List<Column> inputs, List<Column> targets) {
            if (gaps.isEmpty()) return;
            CsvFormat.Missing missing = table.format().missing();
            if (left == 0) throw new DataException(new NoCompleteRow(gaps, rows));
            List<Gaps> bad = switch (missing) {
                case REFUSED -> gaps;
                case SKIP, MEAN -> List.of();
                case KEEP ->
                    IntStream.range(0, 2)
                            .mapToObj(i -> i == 0 ? inputs : targets)
                            .flatMap(List::stream)
                            .filter(column -> column.missing() > 0 && !column.isText())
                            .map(Column::gaps)
                            .toList();
            };
            if (!bad.isEmpty()) throw new DataException(new MissingCells(bad, rows, missing));
        }

        private static void checkInputs(List<Column> columns, int neurons) {
            List<Classes> inputs = columns.stream()
                    .map(column -> new Classes(column.name, column.classes()))
                    .toList();
            if (inputs.stream().mapToInt(Classes::inputs).sum() != neurons) {
                throw new DataException(new InputCount(inputs, neurons));
            }
        }

        private static List<ColumnSummary> summaries(Gathered gathered, double[] fillings) {
            double[] least = new double[fillings.length];
            double[] most = new double[fillings.length];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (double[] row : gathered.rows()) {
                for (int c = 0; c < row.length; c++) { // comparisons with NaN are false
                    if (row[c] < least[c]) least[c] = row[c];
                    if (row[c] > most[c]) most[c] = row[c];
                }
            }
            List<ColumnSummary> summaries = new ArrayList<>();
            for (int c = 0; c < fillings.length; c++) {
                Column column = gathered.columns().get(c);
                boolean known = !column.isText() && least[c] <= most[c];
                summaries.add(new ColumnSummary(
                        column.name,
                        column.target,
                        column.classes(),
                        known ? least[c] : Double.NaN,
                        known ? most[c] : Double.NaN,
                        column.missing(),
                        fillings[c]));
            }
            return summaries;
        }

        private List<DataNotice> notices(
                List<ColumnSummary> columns, Targets made, List<Gaps> gaps, int rows, int left) {
            List<DataNotice> notices = new ArrayList<>();
            List<Integer> unnamed = table.unnamed();
            if (!unnamed.isEmpty()) notices.add(new DataNotice.UnnamedColumns(unnamed));
            boolean fills = table.format().missing() == CsvFormat.Missing.MEAN;
            if (left < rows) {
                List<Gaps> reasons =
                        gaps.stream().filter(gap -> gap.target() || !fills).toList();
                notices.add(new DataNotice.RowsLeftOut(rows - left, rows, reasons));
            }
            List<ColumnSummary> filled = columns.stream()
                    .filter(c -> fills && !c.target() && c.missing() > 0)
                    .toList();
            if (!filled.isEmpty()) notices.add(new DataNotice.Filled(filled));
            if (table.format().missing() == CsvFormat.Missing.KEEP && !gaps.isEmpty()) {
                notices.add(new DataNotice.Kept(gaps, Gathered.NO_VALUE));
            }
            for (ColumnSummary column : columns) {
                boolean text = !column.target() && !column.classes().isEmpty();
                if (text) notices.add(new DataNotice.OneHot(column.name(), column.classes()));
            }
            if (made.twoValued()) {
                notices.add(new DataNotice.TwoValued(
                        options.targets().getFirst(),
                        made.classes().getFirst(),
                        made.classes().getLast()));
            }
            return notices;
        }
    }

    private static boolean[] drawTestRows(int rows, double share, Consumer<int[]> shuffler) {
        int testRows = (int) Math.round(share * rows);
        if (testRows == rows) throw new DataException(new TooFewTrainingRows(rows, testRows));
        boolean[] isTest = new boolean[rows];
        if (testRows == 0) return isTest;
        int[] order = IntStream.range(0, rows).toArray();
        shuffler.accept(order);
        for (int i = 0; i < testRows; i++) isTest[order[i]] = true;
        return isTest;
    }

    private static Part part(double[][] inputs, double[][] targets, double[] weights, boolean[] isTest, boolean test) {
        int[] chosen = IntStream.range(0, inputs.length)
                .filter(row -> isTest[row] == test)
                .toArray();
        double[] picked = weights == null
                ? null
                : Arrays.stream(chosen).mapToDouble(row -> weights[row]).toArray();
        return new Part(pick(inputs, chosen), pick(targets, chosen), picked);
    }

    private static double[][] pick(double[][] rows, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new);
    }
}
