package org.nnlang.data;

import java.util.List;

/**
 * The inputs of a file's rows, one double for each column: texts as their numbers, missing values as NaN. Fills missing values
 * and spreads texts to one-hot inputs.
 */
record Gathered(double[][] rows, List<Column> columns) {
    /** The name of the class of missing texts. */
    static final String NO_VALUE = "NA";

    /** Adds a last class for missing values to the text columns that have any. */
    void keepMissing() {
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).missing() == 0 || !columns.get(c).isText()) continue;
            int place = columns.get(c).number(NO_VALUE);
            for (double[] row : rows) if (Double.isNaN(row[c])) row[c] = place;
        }
    }

    /** The value for missing cells: the training rows' mean or most frequent class; NaN if they have none. */
    double[] fillings(boolean[] isTest) {
        double[] sums = new double[columns.size()];
        int[] counts = new int[sums.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < sums.length && !isTest[r]; c++) {
                if (Double.isNaN(rows[r][c])) continue;
                sums[c] += rows[r][c];
                counts[c]++;
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] = columns.get(c).isText() ? mostFrequent(c, isTest) : sums[c] / counts[c];
        }
        return sums;
    }

    private double mostFrequent(int c, boolean[] isTest) {
        int[] counts = new int[columns.get(c).classes().size()];
        int best = 0;
        for (int r = 0; r < rows.length; r++) {
            if (!isTest[r] && !Double.isNaN(rows[r][c])) counts[(int) rows[r][c]]++;
        }
        for (int k = 1; k < counts.length; k++) best = counts[k] > counts[best] ? k : best;
        return counts[best] == 0 ? Double.NaN : best;
    }

    static void fill(double[][] rows, double[] fillings) {
        for (double[] row : rows) {
            if (row == null) continue;
            for (int c = 0; c < row.length; c++) if (Double.isNaN(row[c])) row[c] = fillings[c];
        }
    }

    /** Spreads each text to one input for each class, replacing the rows one by one. */
    static void spread(double[][] rows, List<ColumnSummary> columns) {
        int width = columns.stream().mapToInt(ColumnSummary::inputs).sum();
        if (columns.stream().allMatch(column -> column.classes().isEmpty())) return;
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] == null) continue;
            double[] wide = new double[width];
            int at = 0;
            for (int c = 0; c < columns.size(); c++) {
                boolean text = !columns.get(c).classes().isEmpty();
                if (text) wide[at + (int) rows[r][c]] = 1;
                else wide[at] = rows[r][c];
                at += columns.get(c).inputs();
            }
            rows[r] = wide;
        }
    }
}
