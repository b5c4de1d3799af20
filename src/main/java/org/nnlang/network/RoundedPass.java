package org.nnlang.network;

import static org.nnlang.math.Formula.number;

import java.util.Map;
import org.nnlang.math.ByHand;
import org.nnlang.math.Formula;

/**
 * The passes of someone who writes each figure down with so many decimals, and goes on with what is written.
 *
 * <p>Written down are: each net, out, share of the error and error; ∂error/∂out, ∂out/∂net and delta of each neuron; each
 * gradient. The terms of a sum are not, nor what is given: the input, the target and the parameters at the start.
 */
final class RoundedPass {
    private final Network network;
    private final ArithmeticMode arithmetic;
    private final NetworkPass pass;

    /** Works on the figures of a pass. */
    RoundedPass(Network network, ArithmeticMode arithmetic, NetworkPass pass) {
        this.network = network;
        this.arithmetic = arithmetic;
        this.pass = pass;
    }

    private double round(double value) {
        return arithmetic.round(value);
    }

    private void round(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = round(values[i]);
        }
    }

    void forward(double[] parameters, double[] input) {
        System.arraycopy(input, 0, pass.out(0), 0, input.length);
        for (int l = 1; l <= network.depth(); l++) {
            for (int j = 0; j < network.size(l); j++) {
                pass.net(l)[j] = round(net(parameters, l, j));
            }
            apply(l, pass.net(l), pass.out(l));
            round(pass.out(l));
        }
    }

    /** The cases of a script's formula are decided as on paper: 0.3 − 0.2 isn't below 0.1. */
    private void apply(int l, double[] net, double[] out) {
        pass.activation(l).apply(net, out);
        Activation activation = network.layer(l).activation();
        if (activation.isOwn() && ByHand.concerns(activation.value())) {
            for (int j = 0; j < net.length; j++) {
                out[j] = byHand(activation.value(), activation.symbols(number(net[j]), number(0)), out[j]);
            }
        }
    }

    private static double byHand(Formula formula, Map<String, Formula> values, double binary) {
        return Double.isFinite(binary) ? ByHand.valueOf(formula.bind(values)) : binary;
    }

    /** ∂error/∂out(k). */
    static double derivative(NetworkPass pass, Loss loss, double[] target, int k) {
        double[] out = pass.output();
        double[] derivatives = new double[out.length];
        pass.loss().derivatives(target, out, derivatives);
        return loss.isOwn() && ByHand.concerns(loss.derivative())
                ? byHand(loss.derivative(), values(loss, target, out, k), derivatives[k])
                : derivatives[k];
    }

    private static Map<String, Formula> values(Loss loss, double[] target, double[] out, int k) {
        return loss.symbols(number(target[k]), number(out[k]), number(out.length));
    }

    private double net(double[] parameters, int l, int j) {
        double[] source = pass.out(l - 1);
        int w = network.weightIndex(l, j, 0);
        double sum = 0;
        for (int i = 0; i < source.length; i++) {
            sum += parameters[w + i] * source[i];
        }
        int bias = network.biasIndex(l, j);
        return bias < 0 ? sum : sum + parameters[bias];
    }

    double error(double[] target, double weight) {
        return error(target, weight, pass.net(network.depth()), pass.output());
    }

    /** The error of the sample with these nets and outs. */
    double error(double[] target, double weight, double[] net, double[] out) {
        double sum = 0;
        for (double share : shares(target, weight, net, out)) {
            sum += share;
        }
        return round(sum);
    }

    double share(double[] target, double weight, int k) {
        return shares(target, weight, pass.net(network.depth()), pass.output())[k];
    }

    /** By the outputs that were written down; only where one of them has no logarithm, by the nets. */
    private double[] shares(double[] target, double weight, double[] net, double[] out) {
        Loss loss = network.loss();
        double[] shares = pass.loss().written(target, out).clone();
        for (int k = 0; k < shares.length; k++) {
            if (loss.isOwn() && ByHand.concerns(loss.share())) {
                shares[k] = byHand(loss.share(), values(loss, target, out, k), shares[k]);
            }
            shares[k] = round(weight
                    * (Double.isFinite(shares[k]) ? shares[k] : pass.loss().shares(target, net, out)[k]));
        }
        return shares;
    }

    /** delta(output), an entropy's in its simple form. */
    void outputDelta(double[] target, double weight) {
        int last = network.depth();
        double[] outGradient = pass.outGradient(last);
        double[] delta = pass.delta(last);
        if (network.loss().partner() == null) {
            for (int k = 0; k < outGradient.length; k++) {
                outGradient[k] = round(weight * derivative(pass, network.loss(), target, k));
            }
            delta(last);
        } else {
            pass.loss().delta(pass.activation(last), target, pass.net(last), pass.output(), outGradient, delta);
            for (int k = 0; k < delta.length; k++) {
                delta[k] = round(weight * delta[k]);
            }
        }
    }

    /** ∂error/∂out(i) = Σⱼ delta(j) · w(i, j), over the neurons j of the next layer. */
    void comeBack(double[] parameters, int l) {
        pass.comeBack(parameters, l);
        round(pass.outGradient(l));
    }

    /** delta(j) = Σₖ ∂error/∂out(k) · ∂out(k)/∂net(j). */
    void delta(int l) {
        through(pass, l, network.layer(l).activation(), arithmetic, pass.outGradient(l), pass.delta(l));
    }

    /** From the derivatives by the outputs of a layer to those by its nets, each slope written down in between. */
    static void through(
            NetworkPass pass, int l, Activation activation, ArithmeticMode arithmetic, double[] byOut, double[] byNet) {
        double[] net = pass.net(l);
        double[] out = pass.out(l);
        double[] sums = new double[net.length];
        double[] slopes = new double[net.length];
        boolean elementwise = activation.elementwise();
        for (int k = 0; k < (elementwise ? 1 : out.length); k++) {
            pass.activation(l).slopes(k, net, out, slopes);
            for (int j = 0; j < net.length; j++) {
                sums[j] += byOut[elementwise ? j : k] * arithmetic.round(slope(activation, net[j], out[j], slopes[j]));
            }
        }
        for (int j = 0; j < net.length; j++) {
            byNet[j] = arithmetic.round(sums[j]);
        }
    }

    private static double slope(Activation activation, double net, double out, double binary) {
        return activation.isOwn() && ByHand.concerns(activation.derivative())
                ? byHand(activation.derivative(), activation.symbols(number(net), number(out)), binary)
                : binary;
    }

    /** grad(w) = delta(j) · out(i), grad(b) = delta(j), of a shared bias their sum. */
    void gradient(double[] gradient, boolean add) {
        if (add) { // to a sum that has written down numbers
            double[] one = new double[gradient.length];
            gradient(one, false);
            for (int i = 0; i < one.length; i++) {
                gradient[i] += one[i];
            }
            return;
        }
        java.util.Arrays.fill(gradient, 0);
        for (int l = 1; l <= network.depth(); l++) {
            double[] source = pass.out(l - 1);
            double biases = 0;
            for (int j = 0; j < network.size(l); j++) {
                double delta = pass.delta(l)[j];
                biases += delta;
                for (int i = 0; i < source.length; i++) {
                    gradient[network.weightIndex(l, j, i)] += round(delta * source[i]);
                }
                if (network.layer(l).biasMode() == Layer.BiasMode.SEPARATE) {
                    gradient[network.biasIndex(l, j)] += delta;
                }
            }
            if (network.layer(l).biasMode() == Layer.BiasMode.SHARED) {
                gradient[network.biasStart(l)] += round(biases);
            }
        }
        network.tieGradients(gradient, arithmetic);
    }
}
