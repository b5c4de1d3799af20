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
    double[] held(double[][] rows, double[][] table, int row) {
        return table[row];
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
    void fill(double[] to, int count, double[] from, int index) {
        Arrays.fill(to, 0, count, from[index]);
    }

    @Override
    void fillOnes(double[] to) {
        Arrays.fill(to, 1);
    }

    @Override
    void pick(double[][] rows, int index, double[] to, int count) {
        for (int r = 0; r < count; r++) {
            to[r] = rows[r][index];
        }
    }

    @Override
    void combine(double[] to, double[][] rows, double[] factors, int count, boolean add) {
        int i = 0;
        if (!add) {
            scale(to, factors[0], rows[0]);
            i = 1;
        }
        for (; i + 4 <= count; i += 4) {
            addFour(
                    to,
                    factors[i],
                    rows[i],
                    factors[i + 1],
                    rows[i + 1],
                    factors[i + 2],
                    rows[i + 2],
                    factors[i + 3],
                    rows[i + 3]);
        }
        for (; i < count; i++) {
            addOne(to, factors[i], rows[i]);
        }
    }

    private static void scale(double[] to, double f, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] = f * row[j];
        }
    }

    private static void addOne(double[] to, double f, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += f * row[j];
        }
    }

    private static void addFour(
            double[] to, double f, double[] a, double g, double[] b, double h, double[] c, double k, double[] d) {
        for (int j = 0; j < to.length; j++) {
            to[j] = (((to[j] + f * a[j]) + g * b[j]) + h * c[j]) + k * d[j];
        }
    }

    @Override
    void combineTwo(
            double[] to1, double[] to2, double[][] rows, double[] factors1, double[] factors2, int count, boolean add) {
        int i = 0;
        if (!add) {
            scale(to1, factors1[0], rows[0]);
            scale(to2, factors2[0], rows[0]);
            i = 1;
        }
        for (; i + 4 <= count; i += 4) {
            addFourTwice(to1, to2, factors1, factors2, rows, i);
        }
        for (; i < count; i++) {
            addOne(to1, factors1[i], rows[i]);
            addOne(to2, factors2[i], rows[i]);
        }
    }

    private static void addFourTwice(double[] to1, double[] to2, double[] f, double[] g, double[][] rows, int i) {
        double f1 = f[i];
        double f2 = f[i + 1];
        double f3 = f[i + 2];
        double f4 = f[i + 3];
        double g1 = g[i];
        double g2 = g[i + 1];
        double g3 = g[i + 2];
        double g4 = g[i + 3];
        double[] a = rows[i];
        double[] b = rows[i + 1];
        double[] c = rows[i + 2];
        double[] d = rows[i + 3];
        for (int j = 0; j < to1.length; j++) {
            double w1 = a[j];
            double w2 = b[j];
            double w3 = c[j];
            double w4 = d[j];
            to1[j] = (((to1[j] + f1 * w1) + f2 * w2) + f3 * w3) + f4 * w4;
            to2[j] = (((to2[j] + g1 * w1) + g2 * w2) + g3 * w3) + g4 * w4;
        }
    }

    @Override
    void dots(double[] to, double[][] rows, double[] d) {
        int i = 0;
        for (; i + 8 <= to.length; i += 8) {
            eightDots(to, rows, d, i);
        }
        for (; i < to.length; i++) {
            double sum = d[0] * rows[i][0];
            for (int j = 1; j < d.length; j++) {
                sum += d[j] * rows[i][j];
            }
            to[i] = sum;
        }
    }

    /** Sums that don't wait for each other. */
    private static void eightDots(double[] to, double[][] rows, double[] d, int i) {
        double[] w1 = rows[i];
        double[] w2 = rows[i + 1];
        double[] w3 = rows[i + 2];
        double[] w4 = rows[i + 3];
        double[] w5 = rows[i + 4];
        double[] w6 = rows[i + 5];
        double[] w7 = rows[i + 6];
        double[] w8 = rows[i + 7];
        double f = d[0];
        double s1 = f * w1[0];
        double s2 = f * w2[0];
        double s3 = f * w3[0];
        double s4 = f * w4[0];
        double s5 = f * w5[0];
        double s6 = f * w6[0];
        double s7 = f * w7[0];
        double s8 = f * w8[0];
        for (int j = 1; j < d.length; j++) {
            f = d[j];
            s1 += f * w1[j];
            s2 += f * w2[j];
            s3 += f * w3[j];
            s4 += f * w4[j];
            s5 += f * w5[j];
            s6 += f * w6[j];
            s7 += f * w7[j];
            s8 += f * w8[j];
        }
        to[i] = s1;
        to[i + 1] = s2;
        to[i + 2] = s3;
        to[i + 3] = s4;
        to[i + 4] = s5;
        to[i + 5] = s6;
        to[i + 6] = s7;
        to[i + 7] = s8;
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
            double[] b,
            int bAt,
            double beta,
            double[] c,
            int cAt) {
        products.multiply(form, m, n, k, alpha, a, b, bAt, beta, c, cAt);
    }

    @Override
    void rectify(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0.0, values[i]);
        }
    }

    @Override
    void rectifyBack(double[] out, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
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
