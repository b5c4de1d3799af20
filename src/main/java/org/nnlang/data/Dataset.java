package org.nnlang.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nnlang.data.DataFault.InputCount;
import org.nnlang.data.DataFault.TooFewTrainingRows;

/**
 * Samples to train on and to test with, from a table.
 *
 * @param inputs the names of the input columns, in the order of the input layer's neurons
 * @param targets the names of the target columns
 * @param classes the names of the classes, in the order of the output layer's neurons; none if the targets are numbers
 * @param scaling what was done to the inputs of both parts
 */
public record Dataset(
        Part train, Part test, List<String> inputs, List<String> targets, List<String> classes, Scaling scaling) {

    public Dataset {
        Objects.requireNonNull(train);
        Objects.requireNonNull(test);
        Objects.requireNonNull(scaling);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
    }

    /**
     * Some of the samples, in the order of the file: row i of the inputs belongs to row i of the targets. Rows of one
     * class have one array for their targets.
     */
    public record Part(double[][] inputs, double[][] targets) {
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
     * @param memory how many bytes there are for the rows, and for all else
     * @throws DataException with what is wrong in the table, or does not fit the options, the network or the memory
     */
    public static Dataset load(
            CsvTable table,
            CsvOptions options,
            int inputNeurons,
            OutputShape outputs,
            Consumer<int[]> shuffler,
            long memory) {
        Room room = new Room(table, memory);
        try {
            return load(table, options, inputNeurons, outputs, shuffler, room);
        } catch (OutOfMemoryError full) { // the rows, which were known to that method alone, are gone by now
            throw new DataException(room.tooLarge());
        }
    }

    private static Dataset load(
            CsvTable table,
            CsvOptions options,
            int inputNeurons,
            OutputShape outputs,
            Consumer<int[]> shuffler,
            Room room) {
        List<String> inputs = inputColumns(table, options);
        RowReader rows = new RowReader(table.columns(), inputs, options.targets(), room);
        if (inputs.size() != inputNeurons) throw new DataException(new InputCount(inputs, inputNeurons));
        table.read(rows);
        Targets targets = Targets.of(rows.targets(), rows.classes(), options.targets(), outputs);
        double[][] values = rows.inputs();
        boolean[] isTest = drawTestRows(values.length, options.testShare(), shuffler);
        Part train = part(values, targets.rows(), isTest, false);
        Part test = part(values, targets.rows(), isTest, true);
        Scaling scaling = Scaling.fit(options.scale(), train.inputs, inputs);
        for (double[] row : values) scaling.applyTo(row);
        return new Dataset(train, test, inputs, options.targets(), targets.classes(), scaling);
    }

    private static List<String> inputColumns(CsvTable table, CsvOptions options) {
        if (!options.inputs().isEmpty()) return options.inputs();
        Set<String> targets = Set.copyOf(options.targets());
        return table.columns().stream()
                .filter(column -> !targets.contains(column))
                .toList();
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

    private static Part part(double[][] inputs, double[][] targets, boolean[] isTest, boolean test) {
        int[] chosen = IntStream.range(0, inputs.length)
                .filter(row -> isTest[row] == test)
                .toArray();
        return new Part(pick(inputs, chosen), pick(targets, chosen));
    }

    private static double[][] pick(double[][] rows, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new);
    }
}
