package org.nnlang.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nnlang.data.DataFault.UnscalableColumn;

/**
 * A scaling of the inputs, fitted to training rows: x′ = (x − offset) / spread, column by column.
 *
 * <p>{@link Scale#STANDARD} has the mean as offset and the standard deviation of the population (divided by n, as
 * scikit-learn's StandardScaler does) as spread; {@link Scale#MINMAX} has min and max − min. A column with the same value in all
 * training rows has the spread 1, so that it becomes 0.
 *
 * @param offset one per input column
 * @param spread one per input column, never 0
 */
public record Scaling(Scale scale, double[] offset, double[] spread) {
    /** Scaling and back again leave so many digits right. */
    private static final int DIGITS = 14;

    public Scaling {
        Objects.requireNonNull(scale);
        if (offset.length != spread.length) throw new IllegalArgumentException(offset.length + " ≠ " + spread.length);
        for (double s : spread) {
            if (!(s > 0)) throw new IllegalArgumentException("spread: " + s);
        }
    }

    /** The scaled copy of one row of inputs. */
    public double[] apply(double[] inputs) {
        double[] scaled = inputs.clone();
        applyTo(scaled);
        return scaled;
    }

    /** The scaled number of one input. */
    public double apply(int input, double number) {
        return scale == Scale.NONE ? number : (number - offset[input]) / spread[input];
    }

    /**
     * The number of one input in the file's units: x = x′ · spread + offset, without the last digits, which scaling and this
     * have rounded: 5.1 again, not 5.1000000000000005.
     */
    public double raw(int input, double scaled) {
        if (scale == Scale.NONE) return scaled;
        double raw = scaled * spread[input] + offset[input];
        if (!Double.isFinite(raw)) return raw;
        BigDecimal size = new BigDecimal(Math.max(Math.abs(offset[input]), Math.abs(scaled * spread[input])));
        int places = DIGITS - (size.precision() - size.scale());
        return new BigDecimal(raw).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Scales the row itself. */
    void applyTo(double[] inputs) {
        if (scale == Scale.NONE) return;
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = apply(i, inputs[i]);
        }
    }

    /**
     * Fits a scaling to at least one row; one-hot inputs stay 0 and 1.
     *
     * @throws DataException with {@link UnscalableColumn}
     */
    static Scaling fit(Scale scale, double[][] rows, List<ColumnSummary> columns) {
        int n = columns.stream().mapToInt(ColumnSummary::inputs).sum();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        if (scale == Scale.NONE) return new Scaling(scale, new double[n], ones);

        double[] min = rows[0].clone();
        double[] max = rows[0].clone();
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                min[i] = Math.min(min[i], row[i]);
                max[i] = Math.max(max[i], row[i]);
            }
        }
        double[] offset = scale == Scale.MINMAX ? min.clone() : means(rows, n);
        double[] spread = scale == Scale.MINMAX ? differences(max, min) : deviations(rows, offset);
        int at = 0;
        for (ColumnSummary column : columns) {
            if (column.classes().isEmpty()) {
                check(column.name(), at, min, max, offset, spread);
            } else {
                Arrays.fill(offset, at, at + column.inputs(), 0);
                Arrays.fill(spread, at, at + column.inputs(), 1);
            }
            at += column.inputs();
        }
        return new Scaling(scale, offset, spread);
    }

    /** Fits a column; a column with the same value everywhere becomes 0. */
    private static void check(String column, int i, double[] min, double[] max, double[] offset, double[] spread) {
        if (min[i] == max[i]) {
            // The mean would not do: its rounding error would become the spread.
            offset[i] = min[i];
            spread[i] = 1;
        } else if (!(spread[i] > 0 && Double.isFinite(spread[i]))) {
            throw new DataException(new UnscalableColumn(column, min[i], max[i]));
        }
    }

    private static double[] means(double[][] rows, int n) {
        double[] sum = new double[n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) sum[i] += row[i];
        }
        for (int i = 0; i < n; i++) sum[i] /= rows.length;
        return sum;
    }

    /** √(Σ(x − mean)² / n). */
    private static double[] deviations(double[][] rows, double[] mean) {
        double[] sum = new double[mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                double d = row[i] - mean[i];
                sum[i] += d * d;
            }
        }
        for (int i = 0; i < sum.length; i++) sum[i] = Math.sqrt(sum[i] / rows.length);
        return sum;
    }

    private static double[] differences(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
        return difference;
    }
}
