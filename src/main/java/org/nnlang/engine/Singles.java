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
