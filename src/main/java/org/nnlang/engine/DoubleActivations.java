package org.nnlang.engine;

import org.nnlang.network.Activation;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;

/** An activation in double; training goes back through it by a generated loop. */
final class DoubleActivations implements Numbers.Activations<double[]> {
    private final Activation formulas;
    private final LayerActivation activation;
    private ElementLoop.Code backward;
    private LayerLoss loss;

    DoubleActivations(Activation activation, int count) {
        formulas = activation;
        this.activation = new LayerActivation(activation, count);
    }

    @Override
    public void apply(double[] net, double[] out) {
        activation.apply(net, out);
    }

    @Override
    public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        if (!formulas.elementwise()) {
            activation.backward(net, out, outGradient, delta);
            return;
        }
        if (backward == null) {
            backward = ElementLoop.of(formulas.backward(), false);
        }
        backward.compute(delta, outGradient, out, net, 0, delta.length);
    }

    @Override
    public void delta(Loss of, double[] target, double[] net, double[] out, double[] outGradient, double[] delta) {
        if (loss == null) {
            loss = new LayerLoss(of, target.length);
        }
        if (!loss.delta(target, out, delta)) {
            loss.derivatives(target, out, outGradient);
            backward(net, out, outGradient, delta);
        }
    }
}
