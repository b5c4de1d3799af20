package org.nnlang.network;

import java.util.Arrays;
import org.nnlang.math.Program;

/** The activation of a layer of neurons, ready to be computed again and again; for one thread at a time. */
public final class LayerActivation {
    private final Activation activation;
    private final int size;
    private Program.Run forward;
    private Program.Run backward;

    /** An activation of so many neurons. */
    public LayerActivation(Activation activation, int size) {
        this.activation = activation;
        this.size = size;
    }

    /** out = f(net); the arrays have one element for each neuron. */
    public void apply(double[] net, double[] out) {
        if (forward == null) {
            forward = activation.forward().run(size);
        }
        forward.compute(out, size, net);
    }

    /** delta(j) = Σₖ ∂error/∂out(k) · ∂out(k)/∂net(j). */
    public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        if (backward == null) {
            backward = activation.backward().run(size);
        }
        backward.compute(delta, size, outGradient, out, net);
    }

    /** Each ∂out(j)/∂net(j), if an output depends on its own net alone; else ∂out(k)/∂net(j) for each neuron j. */
    void slopes(int k, double[] net, double[] out, double[] slopes) {
        double[] gradient = new double[size];
        if (activation.elementwise()) {
            Arrays.fill(gradient, 1);
        } else {
            gradient[k] = 1;
        }
        backward(net, out, gradient, slopes);
    }
}
