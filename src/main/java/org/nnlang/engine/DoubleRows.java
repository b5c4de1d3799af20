package org.nnlang.engine;

import java.util.Arrays;

/**
 * Arithmetic on rows in double, in loops that become vector instructions. The build makes SingleRows, the same in float32,
 * of this text: there {@code double} is {@code float}, but a {@code final double} stays double.
 *
 * <p>To add four rows at a time saves going to memory and back; to do it for two sums at a time, reading the rows again. The
 * first rows are not added to anything, so that a sum has the bits of one that starts with its first product.
 */
@SuppressWarnings("cast") // for float32
abstract class DoubleRows extends Numbers<double[]> {
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
    void copyRow(final double[][] rows, double[] table, int row, double[] to, int at) {
        int size = rows[row].length;
        if (table == null) {
            read(rows[row], 0, to, at, size);
        } else {
            System.arraycopy(table, row * size, to, at, size);
        }
    }

    @Override
    void read(final double[] from, int at, double[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (double) from[at + i];
        }
    }

    @Override
    void readColumn(final double[] from, int at, int step, double[] to) {
        for (int j = 0, i = at; j < to.length; j++, i += step) {
            to[j] = (double) from[i];
        }
    }

    @Override
    void writeColumn(double[] from, final double[] to, int at, int step) {
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
        int i = 0;
        if (!add && count >= 4) {
            setFour(to, factors, rows);
            i = 4;
        } else if (!add) {
            setOne(to, factors[0], rows[0]);
            i = 1;
        }
        for (; i + 4 <= count; i += 4) {
            addFour(to, factors, rows, i);
        }
        for (; i < count; i++) {
            addOne(to, factors[i], rows[i]);
        }
    }

    private static void setOne(double[] to, double f, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] = f * row[j];
        }
    }

    private static void setFour(double[] to, double[] factors, double[][] rows) {
        double f = factors[0];
        double g = factors[1];
        double h = factors[2];
        double k = factors[3];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        for (int j = 0; j < to.length; j++) {
            to[j] = ((f * a[j] + g * b[j]) + h * c[j]) + k * d[j];
        }
    }

    private static void addOne(double[] to, double f, double[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += f * row[j];
        }
    }

    private static void addFour(double[] to, double[] factors, double[][] rows, int i) {
        double f = factors[i];
        double g = factors[i + 1];
        double h = factors[i + 2];
        double k = factors[i + 3];
        double[] a = rows[i];
        double[] b = rows[i + 1];
        double[] c = rows[i + 2];
        double[] d = rows[i + 3];
        for (int j = 0; j < to.length; j++) {
            to[j] = (((to[j] + f * a[j]) + g * b[j]) + h * c[j]) + k * d[j];
        }
    }

    @Override
    void combineTwo(double[] to1, double[] to2, double[][] rows, double[] f, double[] g, int count, boolean add) {
        int i = 0;
        if (!add && count >= 4) {
            setFourTwice(to1, to2, f, g, rows);
            i = 4;
        } else if (!add) {
            setOneTwice(to1, to2, f[0], g[0], rows[0]);
            i = 1;
        }
        for (; i + 4 <= count; i += 4) {
            addFourTwice(to1, to2, f, g, rows, i);
        }
        if (i + 2 <= count) {
            addTwoTwice(to1, to2, f, g, rows, i);
            i += 2;
        }
        if (i < count) {
            addOneTwice(to1, to2, f[i], g[i], rows[i]);
        }
    }

    private static void setOneTwice(double[] to1, double[] to2, double f, double g, double[] row) {
        for (int j = 0; j < to1.length; j++) {
            double w = row[j];
            to1[j] = f * w;
            to2[j] = g * w;
        }
    }

    private static void setFourTwice(double[] to1, double[] to2, double[] f, double[] g, double[][] rows) {
        double f1 = f[0];
        double f2 = f[1];
        double f3 = f[2];
        double f4 = f[3];
        double g1 = g[0];
        double g2 = g[1];
        double g3 = g[2];
        double g4 = g[3];
        double[] a = rows[0];
        double[] b = rows[1];
        double[] c = rows[2];
        double[] d = rows[3];
        for (int j = 0; j < to1.length; j++) {
            double w1 = a[j];
            double w2 = b[j];
            double w3 = c[j];
            double w4 = d[j];
            to1[j] = ((f1 * w1 + f2 * w2) + f3 * w3) + f4 * w4;
            to2[j] = ((g1 * w1 + g2 * w2) + g3 * w3) + g4 * w4;
        }
    }

    private static void addOneTwice(double[] to1, double[] to2, double f, double g, double[] row) {
        for (int j = 0; j < to1.length; j++) {
            double w = row[j];
            to1[j] += f * w;
            to2[j] += g * w;
        }
    }

    private static void addTwoTwice(double[] to1, double[] to2, double[] f, double[] g, double[][] rows, int i) {
        double f1 = f[i];
        double f2 = f[i + 1];
        double g1 = g[i];
        double g2 = g[i + 1];
        double[] a = rows[i];
        double[] b = rows[i + 1];
        for (int j = 0; j < to1.length; j++) {
            double w1 = a[j];
            double w2 = b[j];
            to1[j] = (to1[j] + f1 * w1) + f2 * w2;
            to2[j] = (to2[j] + g1 * w1) + g2 * w2;
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
    void scale(double[] row, int from, int to, final double by) {
        double factor = (double) by;
        for (int j = from; j < to; j++) {
            row[j] *= factor;
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
    void descend(double[] row, final double learningRate, double[] factors, int index, double[] d) {
        double rate = (double) learningRate;
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
            final double alpha,
            double[] a,
            int aAt,
            int aStep,
            double[] b,
            int bAt,
            final double beta,
            double[] c,
            int cAt) {
        products.multiply(form, m, n, k, (double) alpha, a, aAt, aStep, b, bAt, (double) beta, c, cAt);
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
    void blend(final double alpha, double[] what, int from, int end, final double beta, double[] to, int at) {
        double a = (double) alpha;
        double b = (double) beta;
        for (int j = from; j < end; j++) {
            to[at + j] = a * what[j] + (b == 0 ? 0 : b * to[at + j]);
        }
    }
}
