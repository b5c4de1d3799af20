package org.nnlang.engine;

import org.nnlang.math.Parts;
import org.nnlang.network.Activation;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.LayerLoss;
import org.nnlang.network.Loss;

/** An activation in double. Training goes back through it by a generated loop, and forward if it calls no function. */
final class DoubleActivations implements Numbers.Activations<double[]> {
    private final Activation formulas;
    private final LayerActivation activation;
    private final boolean callsNone;
    private ElementLoop.Code forward;
    private ElementLoop.Code backward;
    private LayerLoss loss;

    DoubleActivations(Activation activation, int count) {
        formulas = activation;
        callsNone = activation.elementwise()
                && !Parts.hasCalls(activation.forward().lines().getLast().formula());
        this.activation = new LayerActivation(activation, count);
    }

    @Override
    public void apply(double[] net, double[] out) {
        if (!callsNone) {
            activation.apply(net, out);
            return;
        }
        if (forward == null) {
            forward = ElementLoop.of(formulas.forward(), false);
        }
        forward.compute(out, net, null, null, 0, out.length);
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
