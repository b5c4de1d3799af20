package org.nnlang.network;

import java.util.Arrays;
import org.nnlang.math.Program;

/** The loss of a layer of outputs, ready to be computed again and again; for one thread at a time. */
public final class LayerLoss {
    private final Loss loss;
    private final int size;
    private final double[] count;
    private final double[] shares;
    private Program.Run share;
    private Program.Run written;
    private Program.Run derivative;
    private Program.Run delta;

    /** A loss of so many outputs. */
    public LayerLoss(Loss loss, int size) {
        this.loss = loss;
        this.size = size;
        shares = new double[size];
        count = new double[size];
        Arrays.fill(count, size);
    }

    /** Each output's share of the sample's loss, of an entropy by the net: a row, valid until the next call. */
    public double[] shares(double[] target, double[] net, double[] out) {
        if (loss.entropy() == null) {
            return written(target, out);
        }
        if (share == null) {
            share = loss.entropy().shares().run(size);
        }
        share.compute(shares, size, count, target, net);
        return shares;
    }

    /** The shares as they are written, by the outputs: a row, valid until the next call. */
    double[] written(double[] target, double[] out) {
        if (written == null) {
            written = loss.shares().run(size);
        }
        written.compute(shares, size, count, target, out);
        return shares;
    }

    /** The loss of the sample. */
    public double value(double[] target, double[] net, double[] out) {
        double sum = 0;
        for (double share : shares(target, net, out)) {
            sum += share;
        }
        return sum;
    }

    /** ∂error/∂out. NaN if the share of a script's loss is: of ln(t − o), say, the derivative has a value everywhere. */
    public void derivatives(double[] target, double[] out, double[] outGradient) {
        if (derivative == null) {
            derivative = loss.derivatives().run(size);
        }
        derivative.compute(outGradient, size, count, target, out);
        if (loss.isOwn()) {
            written(target, out);
            for (int k = 0; k < shares.length; k++) {
                outGradient[k] = Double.isNaN(shares[k]) ? Double.NaN : outGradient[k];
            }
        }
    }

    /** ∂error/∂net of the output layer, by way of ∂error/∂out, which is written too, unless the loss is an entropy. */
    public void delta(
            LayerActivation activation,
            double[] target,
            double[] net,
            double[] out,
            double[] outGradient,
            double[] deltas) {
        if (!delta(target, out, deltas)) {
            derivatives(target, out, outGradient);
            activation.backward(net, out, outGradient, deltas);
        }
    }

    /** ∂error/∂net of the output layer, of an entropy; for another loss false, and nothing. */
    public boolean delta(double[] target, double[] out, double[] deltas) {
        if (loss.entropy() == null) {
            return false;
        }
        if (delta == null) {
            delta = loss.entropy().deltas().run(size);
        }
        delta.compute(deltas, size, count, target, out);
        return true;
    }
}
