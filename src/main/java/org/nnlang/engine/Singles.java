package org.nnlang.engine;

import org.nnlang.network.Activation;

/** Numbers in float32: {@code NetworkPass} rounds each result to it, which is the same. */
final class Singles extends SingleRows {
    /** What fits into an array on every Java. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

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
    void release(float[] held, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = held[i];
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
}
