package org.nnlang.engine;

import org.nnlang.network.Activation;
import org.nnlang.network.Loss;

/** An activation in float32: the one in double, rounded. */
final class SingleActivations implements Numbers.Activations<float[]> {
    private final DoubleActivations wide;
    private final double[] net;
    private final double[] out;
    private final double[] outGradient;
    private final double[] delta;
    private final double[] target;

    SingleActivations(Activation activation, int count) {
        wide = new DoubleActivations(activation, count);
        net = new double[count];
        out = new double[count];
        outGradient = new double[count];
        delta = new double[count];
        target = new double[count];
    }

    @Override
    public void apply(float[] narrowNet, float[] narrowOut) {
        widen(narrowNet, net);
        wide.apply(net, out);
        narrow(out, narrowOut);
    }

    @Override
    public void backward(float[] narrowNet, float[] narrowOut, float[] narrowGradient, float[] narrowDelta) {
        widen(narrowNet, net);
        widen(narrowOut, out);
        widen(narrowGradient, outGradient);
        wide.backward(net, out, outGradient, delta);
        narrow(delta, narrowDelta);
    }

    @Override
    public void delta(
            Loss loss,
            float[] narrowTarget,
            float[] narrowNet,
            float[] narrowOut,
            float[] narrowGradient,
            float[] narrowDelta) {
        widen(narrowTarget, target);
        widen(narrowNet, net);
        widen(narrowOut, out);
        wide.delta(loss, target, net, out, outGradient, delta);
        narrow(delta, narrowDelta);
    }

    private static void widen(float[] from, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = from[j];
        }
    }

    private static void narrow(double[] from, float[] to) {
        for (int j = 0; j < from.length; j++) {
            to[j] = (float) from[j];
        }
    }
}
