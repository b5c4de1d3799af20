package org.nnlang.engine;

import org.nnlang.network.Activation;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;

/** An activation in double. */
final class DoubleActivations implements Numbers.Activations<double[]> {
    private final LayerActivation activation;
    private LayerLoss loss;

    DoubleActivations(Activation activation, int count) {
        this.activation = new LayerActivation(activation, count);
    }

    @Override
    public void apply(double[] net, double[] out) {
        activation.apply(net, out);
    }

    @Override
    public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        activation.backward(net, out, outGradient, delta);
    }

    @Override
    public void delta(Loss of, double[] target, double[] net, double[] out, double[] outGradient, double[] delta) {
        if (loss == null) {
            loss = new LayerLoss(of, target.length);
        }
        loss.delta(activation, target, net, out, outGradient, delta);
    }
}
