package org.nnlang.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nnlang.data.DataFault.ClassCount;
import org.nnlang.data.DataFault.TargetCount;

/**
 * The target vectors, and the classes they stand for, if any; all rows of a class share one vector.
 *
 * @param twoValued whether there are two classes, 0 and 1 of one output
 */
record Targets(double[][] rows, List<String> classes, boolean twoValued) {
    private static final Set<String> ZERO = Set.of("no", "false", "n", "f", "0", "-", "−");

    static Targets of(double[][] cells, List<String> classes, List<String> columns, OutputShape outputs) {
        if (classes.size() == 2 && outputs.neurons() == 1) return twoValued(cells, classes);
        if (!classes.isEmpty()) return oneHot(cells, classes, columns, outputs);
        if (columns.size() == 1 && outputs.integersAreClasses() && areIntegers(cells)) {
            return integerClasses(cells, columns, outputs);
        }
        if (columns.size() != outputs.neurons()) {
            throw new DataException(new TargetCount(columns, outputs.neurons()));
        }
        return new Targets(cells, List.of(), false);
    }

    /** The class for 0: the text that means no, or if neither or both do, the first. */
    private static Targets twoValued(double[][] cells, List<String> classes) {
        boolean swapped = isZero(classes.getLast()) && !isZero(classes.getFirst());
        double[][] vectors = {{swapped ? 1 : 0}, {swapped ? 0 : 1}};
        double[][] rows = new double[cells.length][];
        for (int i = 0; i < rows.length; i++) rows[i] = vectors[(int) cells[i][0]];
        return new Targets(rows, swapped ? classes.reversed() : classes, true);
    }

    private static boolean isZero(String text) {
        return ZERO.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Targets oneHot(
            double[][] classNumbers, List<String> classes, List<String> columns, OutputShape outputs) {
        if (classes.size() != outputs.neurons()) {
            throw new DataException(new ClassCount(columns.getFirst(), classes, outputs.neurons()));
        }
        double[][] vectors = new double[classes.size()][classes.size()];
        for (int i = 0; i < vectors.length; i++) vectors[i][i] = 1;
        double[][] rows = new double[classNumbers.length][];
        for (int i = 0; i < rows.length; i++) rows[i] = vectors[(int) classNumbers[i][0]];
        return new Targets(rows, classes, false);
    }

    private static Targets integerClasses(double[][] cells, List<String> columns, OutputShape outputs) {
        long[] values = Arrays.stream(cells)
                .mapToLong(cell -> (long) cell[0])
                .sorted()
                .distinct()
                .toArray();
        List<String> names = Arrays.stream(values).mapToObj(Long::toString).toList();
        for (double[] cell : cells) cell[0] = Arrays.binarySearch(values, (long) cell[0]);
        return oneHot(cells, names, columns, outputs);
    }

    private static boolean areIntegers(double[][] cells) {
        return Arrays.stream(cells).allMatch(cell -> cell[0] == (long) cell[0] && Math.abs(cell[0]) <= 1L << 53);
    }
}
