package org.nnlang.engine;

import java.util.Arrays;
import org.nnlang.network.Activation;
import org.nnlang.network.Plan;

/** Numbers in float32: {@code Pass} rounds each result to it, which is the same. */
final class Singles extends Numbers<float[]> {
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
    float[] held(float[][] rows, double[][] table, int row) {
        if (rows[row].length == 0) {
            rows[row] = hold(table[row]);
        }
        return rows[row];
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
    void fill(float[] to, int count, float[] from, int index) {
        Arrays.fill(to, 0, count, from[index]);
    }

    @Override
    void fillOnes(float[] to) {
        Arrays.fill(to, 1);
    }

    @Override
    void pick(float[][] rows, int index, float[] to, int count) {
        for (int r = 0; r < count; r++) {
            to[r] = rows[r][index];
        }
    }

    @Override
    void combine(float[] to, float[][] rows, float[] factors, int count, boolean add) {
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

    private static void scale(float[] to, float f, float[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] = f * row[j];
        }
    }

    private static void addOne(float[] to, float f, float[] row) {
        for (int j = 0; j < to.length; j++) {
            to[j] += f * row[j];
        }
    }

    private static void addFour(
            float[] to, float f, float[] a, float g, float[] b, float h, float[] c, float k, float[] d) {
        for (int j = 0; j < to.length; j++) {
            to[j] = (((to[j] + f * a[j]) + g * b[j]) + h * c[j]) + k * d[j];
        }
    }

    @Override
    void combineTwo(
            float[] to1, float[] to2, float[][] rows, float[] factors1, float[] factors2, int count, boolean add) {
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

    private static void addFourTwice(float[] to1, float[] to2, float[] f, float[] g, float[][] rows, int i) {
        float f1 = f[i];
        float f2 = f[i + 1];
        float f3 = f[i + 2];
        float f4 = f[i + 3];
        float g1 = g[i];
        float g2 = g[i + 1];
        float g3 = g[i + 2];
        float g4 = g[i + 3];
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] c = rows[i + 2];
        float[] d = rows[i + 3];
        for (int j = 0; j < to1.length; j++) {
            float w1 = a[j];
            float w2 = b[j];
            float w3 = c[j];
            float w4 = d[j];
            to1[j] = (((to1[j] + f1 * w1) + f2 * w2) + f3 * w3) + f4 * w4;
            to2[j] = (((to2[j] + g1 * w1) + g2 * w2) + g3 * w3) + g4 * w4;
        }
    }

    @Override
    void dots(float[] to, float[][] rows, float[] d) {
        int i = 0;
        for (; i + 8 <= to.length; i += 8) {
            eightDots(to, rows, d, i);
        }
        for (; i < to.length; i++) {
            float sum = d[0] * rows[i][0];
            for (int j = 1; j < d.length; j++) {
                sum += d[j] * rows[i][j];
            }
            to[i] = sum;
        }
    }

    /** Sums that don't wait for each other. */
    private static void eightDots(float[] to, float[][] rows, float[] d, int i) {
        float[] w1 = rows[i];
        float[] w2 = rows[i + 1];
        float[] w3 = rows[i + 2];
        float[] w4 = rows[i + 3];
        float[] w5 = rows[i + 4];
        float[] w6 = rows[i + 5];
        float[] w7 = rows[i + 6];
        float[] w8 = rows[i + 7];
        float f = d[0];
        float s1 = f * w1[0];
        float s2 = f * w2[0];
        float s3 = f * w3[0];
        float s4 = f * w4[0];
        float s5 = f * w5[0];
        float s6 = f * w6[0];
        float s7 = f * w7[0];
        float s8 = f * w8[0];
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
            float[] b,
            int bAt,
            double beta,
            float[] c,
            int cAt) {
        products.multiply(form, m, n, k, (float) alpha, a, b, bAt, (float) beta, c, cAt);
    }

    @Override
    void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0f, values[i]);
        }
    }

    @Override
    void rectifyBack(float[] out, float[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
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
