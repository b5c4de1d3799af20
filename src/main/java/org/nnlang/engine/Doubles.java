package org.nnlang.engine;

import org.nnlang.network.Activation;

/** Numbers in double. */
final class Doubles extends DoubleRows {
    @Override
    double[] hold(double[] values) {
        return values;
    }

    @Override
    double[] table(double[][] rows) {
        return null;
    }

    @Override
    void release(double[] held, double[] values) {}

    @Override
    double[] wide(double[] row) {
        return row;
    }

    @Override
    Activations<double[]> activations(Activation activation, int count) {
        return new DoubleActivations(activation, count);
    }
}
