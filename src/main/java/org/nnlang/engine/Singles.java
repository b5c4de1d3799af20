package org.nnlang.engine;

import java.util.Arrays;
import org.nnlang.network.Activation;
import org.nnlang.network.Plan;

/** Numbers in float32: {@code Pass} rounds each result to it, which is the same. */
final class Singles extends Numbers<float[]> {
    /** What fits into an array on every Java. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    @Override
    float[] row(int size) {
        return new float[size];
    }

    @Override
    float[][] rows(int count, int size) {
        return new float[count][size];
    }

    @Override
    float[][][] layers(int count) {
        return new float[count][][];
    }

    @Override
    float[][][][] memories(int count) {
        return new float[count][][][];
    }

    @Override
    float[] hold(double[] values) {
        float[] held = new float[values.length];
        read(values, 0, held, 0, values.length);
        return held;
    }

    @Override
    float[] table(double[][] rows) {
        int size = rows[0].length;
        if ((long) rows.length * size > MOST_NUMBERS) {
            return null;
        }
        float[] table = new float[rows.length * size];
        for (int row = 0; row < rows.length; row++) {
            read(rows[row], 0, table, row * size, size);
        }
        return table;
    }

    @Override
    void copyRow(double[][] rows, float[] table, int row, float[] to, int at) {
        int size = rows[row].length;
        if (table == null) {
            read(rows[row], 0, to, at, size);
        } else {
            System.arraycopy(table, row * size, to, at, size);
        }
    }

    @Override
    void release(float[] held, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = held[i];
        }
    }

    @Override
    void read(double[] from, int at, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (float) from[at + i];
        }
    }

    @Override
    void readColumn(double[] from, int at, int step, float[] to) {
        for (int j = 0, i = at; j < to.length; j++, i += step) {
            to[j] = (float) from[i];
        }
    }

    @Override
    void writeColumn(float[] from, double[] to, int at, int step) {
        for (int j = 0, i = at; j < from.length; j++, i += step) {
            to[i] = from[j];
        }
    }

    @Override
    void copy(float[] from, int at, float[] to, int toAt, int count) {
        System.arraycopy(from, at, to, toAt, count);
    }

    @Override
    void fill(float[] row, int from, int to, float[] values, int index) {
        Arrays.fill(row, from, to, values[index]);
    }

    @Override
    void pick(float[][] rows, int index, float[] to, int count) {
        for (int r = 0; r < count; r++) {
            to[r] = rows[r][index];
        }
    }

    @Override
    void combine(float[] to, float[][] rows, float[] factors, int count, boolean add) {
        SingleSums.combine(to, rows, factors, count, add);
    }

    @Override
    void combineTwo(
            float[] to1, float[] to2, float[][] rows, float[] factors1, float[] factors2, int count, boolean add) {
        SingleSums.combineTwo(to1, to2, rows, factors1, factors2, count, add);
    }

    @Override
    void dots(float[] to, float[][] rows, float[] d) {
        SingleSums.dots(to, rows, d);
    }

    @Override
    void add(float[] to, float[] what) {
        for (int j = 0; j < to.length; j++) {
            to[j] += what[j];
        }
    }

    @Override
    void add(float[] to, float[] what, int index) {
        float one = what[index];
        for (int j = 0; j < to.length; j++) {
            to[j] += one;
        }
    }

    @Override
    void divide(float[] to, int count) {
        for (int j = 0; j < to.length; j++) {
            to[j] /= count;
        }
    }

    @Override
    void total(float[] to, float[] what, boolean add) {
        float sum = what[0];
        for (int j = 1; j < what.length; j++) {
            sum += what[j];
        }
        to[0] = add ? to[0] + sum : sum;
    }

    @Override
    void descend(float[] row, double learningRate, float[] factors, int index, float[] d) {
        float rate = (float) learningRate;
        float factor = factors[index];
        for (int j = 0; j < row.length; j++) {
            row[j] -= rate * (factor * d[j]);
        }
    }

    @Override
    void multiply(
            MatrixProducts products,
            MatrixProducts.Form form,
            int m,
            int n,
            int k,
            double alpha,
            float[] a,
            int aAt,
            int aStep,
            float[] b,
            int bAt,
            double beta,
            float[] c,
            int cAt) {
        products.multiply(form, m, n, k, (float) alpha, a, aAt, aStep, b, bAt, (float) beta, c, cAt);
    }

    @Override
    void columns(float[] matrix, int rows, int columns, int from, int to, float[] sums) {
        Arrays.fill(sums, from, to, 0);
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            addFourRows(matrix, r * columns, columns, from, to, sums);
        }
        for (; r < rows; r++) {
            int at = r * columns;
            for (int j = from; j < to; j++) {
                sums[j] += matrix[at + j];
            }
        }
    }

    private static void addFourRows(float[] matrix, int at, int step, int from, int to, float[] sums) {
        int b = at + step;
        int c = b + step;
        int d = c + step;
        for (int j = from; j < to; j++) {
            sums[j] = (((sums[j] + matrix[at + j]) + matrix[b + j]) + matrix[c + j]) + matrix[d + j];
        }
    }

    @Override
    void blend(double alpha, float[] what, int from, int end, double beta, float[] to, int at) {
        float a = (float) alpha;
        float b = (float) beta;
        for (int j = from; j < end; j++) {
            to[at + j] = a * what[j] + (b == 0 ? 0 : b * to[at + j]);
        }
    }

    @Override
    void rectify(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(0f, values[i]);
        }
    }

    @Override
    void rectifyBack(float[] out, float[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            gradient[i] = gradient[i] * Math.signum(out[i]);
        }
    }

    @Override
    Activations<float[]> activations(Activation activation, int count) {
        return new SingleActivations(activation, count);
    }

    @Override
    double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    Descent<float[]> descent(Plan plan) {
        return new SingleDescent(plan);
    }
}
