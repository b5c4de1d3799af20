package org.nnlang.engine;

import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Program;
import org.nnlang.network.Activation;
import org.nnlang.network.LayerActivation;
import org.nnlang.network.Loss;

/** An activation in double, by generated loops, or by functions of whole rows if there are enough numbers. */
final class DoubleActivations implements Numbers.Activations<double[]> {
    private final Activation formulas;
    private final LayerActivation activation;
    private final boolean forwardByRows;
    private final boolean backwardByRows;
    private RowLoops.Code forward;
    private RowLoops.Code backward;
    /** Of the loss: ∂error/∂out, or ∂error/∂net of an entropy. */
    private RowLoops.Code derivative;
    /** The shares of a script's loss, whose derivative is NaN if they are. */
    private RowLoops.Code share;

    private double[] shares;

    DoubleActivations(Activation activation, int count) {
        formulas = activation;
        this.activation = new LayerActivation(activation, count);
        forwardByRows = activation.forward().hasFunctionsOfRows(count);
        backwardByRows = activation.backward().hasFunctionsOfRows(count);
    }

    @Override
    public void apply(double[] net, double[] out) {
        if (forwardByRows) {
            activation.apply(net, out);
            return;
        }
        if (forward == null) {
            forward = RowLoops.of(formulas.forward(), false);
        }
        forward.compute(out, net, null, null, 0, out.length);
    }

    @Override
    public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        if (backwardByRows) {
            activation.backward(net, out, outGradient, delta);
            return;
        }
        if (backward == null) {
            backward = RowLoops.of(formulas.backward(), false);
        }
        backward.compute(delta, outGradient, out, net, 0, delta.length);
    }

    @Override
    public void delta(Loss loss, double[] target, double[] net, double[] out, double[] outGradient, double[] delta) {
        int count = target.length;
        boolean entropy = loss.entropy() != null;
        if (derivative == null) {
            derivative = code(loss, entropy ? loss.entropy().delta() : loss.computed(), count);
        }
        if (entropy) {
            derivative.compute(delta, target, out, null, 0, count);
            return;
        }
        derivative.compute(outGradient, target, out, null, 0, count);
        if (loss.isOwn()) {
            withoutUndefined(loss, target, out, outGradient);
        }
        backward(net, out, outGradient, delta);
    }

    private void withoutUndefined(Loss loss, double[] target, double[] out, double[] outGradient) {
        if (share == null) {
            share = code(loss, loss.share(), target.length);
            shares = new double[target.length];
        }
        share.compute(shares, target, out, null, 0, target.length);
        for (int k = 0; k < shares.length; k++) {
            outGradient[k] = Steps.unlessUndefined(outGradient[k], shares[k]);
        }
    }

    private static RowLoops.Code code(Loss loss, Formula formula, int count) {
        Formula known = formula.bind(Map.of(Loss.COUNT, Formula.number(count)));
        return RowLoops.of(Program.of(known, loss.target(), loss.output()), false);
    }
}
