package org.nnlang.engine;

import org.nnlang.math.ElementaryRows;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;

/** An activation in double: the bits of {@link Activation}, where it can be in loops that become vector instructions. */
final class DoubleActivations implements Numbers.Activations<double[]> {
    private final Activation activation;
    private final ElementaryRows functions = new ElementaryRows();

    DoubleActivations(Activation activation) {
        this.activation = activation;
    }

    @Override
    public void apply(double[] net, double[] out) {
        boolean there = switch (activation) {
            case Activation.Linear _ -> copy(net, out);
            case Activation.Sigmoid _ -> functions.sigmoid(net, out);
            case Activation.Tanh _ -> functions.tanh(net, out);
            case Activation.Relu _ -> rectify(net, out);
            case Activation.LeakyRelu leaky -> bend(leaky.slope(), net, net, out);
            case Activation.Silu _ -> functions.sigmoid(net, out) && multiply(net, out);
            case Activation.Elu _,
                    Activation.Gelu _,
                    Activation.Softplus _,
                    Activation.Step _,
                    Activation.Softmax _,
                    Activation.Own _,
                    Activation.Varied _ -> false;
        };
        if (!there) {
            activation.apply(net, out);
        }
    }

    @Override
    public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        boolean there = switch (activation) {
            case Activation.Linear _ -> copy(outGradient, delta);
            case Activation.Sigmoid _ -> sigmoidBack(out, outGradient, delta);
            case Activation.Tanh _ -> tanhBack(out, outGradient, delta);
            case Activation.Relu _ -> rectifyBack(out, outGradient, delta);
            case Activation.LeakyRelu leaky -> bend(leaky.slope(), net, outGradient, delta);
            case Activation.Silu _ -> functions.sigmoid(net, delta) && siluBack(net, outGradient, delta);
            case Activation.Softplus _ -> functions.sigmoid(net, delta) && multiply(outGradient, delta);
            case Activation.Elu _,
                    Activation.Gelu _,
                    Activation.Step _,
                    Activation.Softmax _,
                    Activation.Own _,
                    Activation.Varied _ -> false;
        };
        if (!there) {
            activation.backward(net, out, outGradient, delta);
        }
    }

    @Override
    public void delta(Loss loss, double[] target, double[] net, double[] out, double[] outGradient, double[] delta) {
        loss.delta(activation, target, net, out, outGradient, delta);
    }

    private static boolean copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
        return true;
    }

    private static boolean multiply(double[] factor, double[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = factor[j] * values[j];
        }
        return true;
    }

    private static boolean rectify(double[] net, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = Math.max(0.0, net[j]);
        }
        return true;
    }

    private static boolean rectifyBack(double[] out, double[] outGradient, double[] delta) {
        for (int j = 0; j < delta.length; j++) {
            delta[j] = outGradient[j] * (int) Math.signum(out[j]); // the int makes 0 of NaN, as net > 0 is false
        }
        return true;
    }

    /** to ← factor above 0, else slope · factor. */
    private static boolean bend(double slope, double[] net, double[] factor, double[] to) {
        if (slope == 0) {
            return false; // for the sign of the zeros
        }
        for (int j = 0; j < to.length; j++) {
            double above = Math.max(0, (int) Math.signum(net[j]));
            to[j] = factor[j] * (above + (1 - above) * slope);
        }
        return true;
    }

    private static boolean sigmoidBack(double[] out, double[] outGradient, double[] delta) {
        for (int j = 0; j < delta.length; j++) {
            delta[j] = outGradient[j] * (out[j] * (1 - out[j]));
        }
        return true;
    }

    private static boolean tanhBack(double[] out, double[] outGradient, double[] delta) {
        for (int j = 0; j < delta.length; j++) {
            delta[j] = outGradient[j] * (1 - out[j] * out[j]);
        }
        return true;
    }

    /** With σ(net) in delta. */
    private static boolean siluBack(double[] net, double[] outGradient, double[] delta) {
        for (int j = 0; j < delta.length; j++) {
            delta[j] = outGradient[j] * (delta[j] * (1 + net[j] * (1 - delta[j])));
        }
        return true;
    }
}
