package org.nnlang.engine;

import java.util.Arrays;
import org.nnlang.network.Activation;
import org.nnlang.network.Plan;

/** Numbers in double. */
final class Doubles extends Numbers<double[]> {
    @Override
    double[] row(int size) {
        return new double[size];
    }

    @Override
    double[][] rows(int count, int size) {
        return new double[count][size];
    }

    @Override
    double[][][] layers(int count) {
        return new double[count][][];
    }

    @Override
    double[][][][] memories(int count) {
        return new double[count][][][];
    }

    @Override
    double[] hold(double[] values) {
        return values;
    }

    @Override
    double[] table(double[][] rows) {
        return null;
    }

    @Override
    void copyRow(double[][] rows, double[] table, int row, double[] to, int at) {
        System.arraycopy(rows[row], 0, to, at, rows[row].length);
    }

    @Override
    void release(double[] held, double[] values) {}

    @Override
    void read(double[] from, int at, double[] to, int toAt, int count) {
        System.arraycopy(from, at, to, toAt, count);
    }

    @Override
    void readColumn(double[] from, int at, int step, double[] to) {
        for (int j = 0, i = at; j < to.length; j++, i += step) {
            to[j] = from[i];
        }
    }

    @Override
    void writeColumn(double[] from, double[] to, int at, int step) {
        for (int j = 0, i = at; j < from.length; j++, i += step) {
            to[i] = from[j];
        }
    }

    @Override
    void copy(double[] from, int at, double[] to, int toAt, int count) {
        System.arraycopy(from, at, to, toAt, count);
    }

    @Override
    void fill(double[] row, int from, int to, double[] values, int index) {
        Arrays.fill(row, from, to, values[index]);
    }

    @Override
    void pick(double[][] rows, int index, double[] to, int count) {
        for (int r = 0; r < count; r++) {
            to[r] = rows[r][index];
        }
    }

    @Override
    void combine(double[] to, double[][] rows, double[] factors, int count, boolean add) {
        DoubleSums.combine(to, rows, factors, count, add);
    }

    @Override
    void combineTwo(
            double[] to1, double[] to2, double[][] rows, double[] factors1, double[] factors2, int count, boolean add) {
        DoubleSums.combineTwo(to1, to2, rows, factors1, factors2, count, add);
    }

    @Override
    void dots(double[] to, double[][] rows, double[] d) {
        DoubleSums.dots(to, rows, d);
    }

    @Override
    void add(double[] to, double[] what) {
        for (int j = 0; j < to.length; j++) {
            to[j] += what[j];
        }
    }

    @Override
    void add(double[] to, double[] what, int index) {
        double one = what[index];
        for (int j = 0; j < to.length; j++) {
            to[j] += one;
        }
    }

    @Override
    void divide(double[] to, int count) {
        for (int j = 0; j < to.length; j++) {
            to[j] /= count;
        }
    }

    @Override
    void total(double[] to, double[] what, boolean add) {
        double sum = what[0];
        for (int j = 1; j < what.length; j++) {
            sum += what[j];
        }
        to[0] = add ? to[0] + sum : sum;
    }

    @Override
    void descend(double[] row, double rate, double[] factors, int index, double[] d) {
        double factor = factors[index];
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
            double[] a,
            int aAt,
            int aStep,
            double[] b,
            int bAt,
            double beta,
            double[] c,
            int cAt) {
        products.multiply(form, m, n, k, alpha, a, aAt, aStep, b, bAt, beta, c, cAt);
    }

    @Override
    void columns(double[] matrix, int rows, int columns, int from, int to, double[] sums) {
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

    private static void addFourRows(double[] matrix, int at, int step, int from, int to, double[] sums) {
        int b = at + step;
        int c = b + step;
        int d = c + step;
        for (int j = from; j < to; j++) {
            sums[j] = (((sums[j] + matrix[at + j]) + matrix[b + j]) + matrix[c + j]) + matrix[d + j];
        }
    }

    @Override
    void blend(double alpha, double[] what, int from, int end, double beta, double[] to, int at) {
        for (int j = from; j < end; j++) {
            to[at + j] = alpha * what[j] + (beta == 0 ? 0 : beta * to[at + j]);
        }
    }

    @Override
    void rectify(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(0.0, values[i]);
        }
    }

    @Override
    void rectifyBack(double[] out, double[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            gradient[i] = gradient[i] * Math.signum(out[i]);
        }
    }

    @Override
    Activations<double[]> activations(Activation activation, int count) {
        return new DoubleActivations(activation);
    }

    @Override
    double[] wide(double[] row) {
        return row;
    }

    @Override
    Descent<double[]> descent(Plan plan) {
        return new DoubleDescent(plan);
    }
}
