package org.nnlang.network;

import java.util.Map;
import org.nnlang.math.ByHand;
import org.nnlang.math.Elementary;
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
            apply(network.layer(l).activation(), pass.net(l), pass.out(l));
            round(pass.out(l));
        }
    }

    /** The cases of a formula are decided as on paper: 0.3 − 0.2 isn't below 0.1. */
    private static void apply(Activation activation, double[] net, double[] out) {
        activation.apply(net, out);
        if (activation instanceof Activation.Own own && ByHand.concerns(own.value())) {
            for (int j = 0; j < net.length; j++) {
                out[j] = byHand(own.value(), Map.of(own.variable(), Formula.number(net[j])), out[j]);
            }
        }
    }

    private static double byHand(Formula formula, Map<String, Formula> values, double binary) {
        return Double.isFinite(binary) ? ByHand.valueOf(formula.bind(values)) : binary;
    }

    private static double partial(Activation activation, double[] net, double[] out, int k, int j) {
        double partial = activation.partial(net, out, k, j);
        return activation instanceof Activation.Own own && ByHand.concerns(own.derivative())
                ? byHand(
                        own.derivative(),
                        Map.of(own.variable(), Formula.number(net[j]), Stated.OUT, Formula.number(out[j])),
                        partial)
                : partial;
    }

    private static Map<String, Formula> values(Loss.Own own, double[] target, double[] out, int k) {
        return Map.of(
                own.target(),
                Formula.number(target[k]),
                own.output(),
                Formula.number(out[k]),
                Stated.N,
                Formula.number(out.length));
    }

    /** ∂error/∂out(k). */
    static double derivative(Loss loss, double[] target, double[] out, int k) {
        double derivative = loss.derivative(target, out, k);
        return loss instanceof Loss.Own own && ByHand.concerns(own.derivative())
                ? byHand(own.derivative(), values(own, target, out, k), derivative)
                : derivative;
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
        for (int k = 0; k < target.length; k++) {
            sum += share(target, weight, net, out, k);
        }
        return round(sum);
    }

    double share(double[] target, double weight, int k) {
        return share(target, weight, pass.net(network.depth()), pass.output(), k);
    }

    /** By the outputs that were written down; only where one of them has no logarithm, by the nets. */
    private double share(double[] target, double weight, double[] net, double[] out, int k) {
        double share = byOutputs(network.loss(), target, out, k);
        return round(weight * (Double.isFinite(share) ? share : network.loss().share(target, net, out, k)));
    }

    private static double byOutputs(Loss loss, double[] target, double[] out, int k) {
        double t = target[k];
        double o = out[k];
        return switch (loss) {
            case Loss.CrossEntropy _ -> t == 0 ? 0 : -t * Elementary.ln(o);
            case Loss.BinaryCrossEntropy _ -> {
                double forOne = t == 0 ? 0 : t * Elementary.ln(o);
                double forZero = t == 1 ? 0 : (1 - t) * Elementary.ln(1 - o);
                yield -(forOne + forZero) / out.length;
            }
            case Loss.Varied varied -> varied.size() * byOutputs(varied.base(), target, out, k);
            case Loss.Own own
            when ByHand.concerns(own.share()) ->
                byHand(own.share(), values(own, target, out, k), loss.share(target, null, out, k));
            case Loss.Squared _, Loss.Mse _, Loss.Absolute _, Loss.Huber _, Loss.Own _ ->
                loss.share(target, null, out, k);
        };
    }

    /** delta(output), an entropy's in its simple form. */
    void outputDelta(double[] target, double weight) {
        int last = network.depth();
        double[] outGradient = pass.outGradient(last);
        double[] delta = pass.delta(last);
        if (network.loss().partner() == null) {
            for (int k = 0; k < outGradient.length; k++) {
                outGradient[k] = round(weight * derivative(network.loss(), target, pass.output(), k));
            }
            delta(last);
        } else {
            Activation activation = network.output().activation();
            network.loss().delta(activation, target, pass.net(last), pass.output(), outGradient, delta);
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
        Activation activation = network.layer(l).activation();
        through(activation, arithmetic, pass.net(l), pass.out(l), pass.outGradient(l), pass.delta(l));
    }

    /** From the derivatives by the outputs of a layer to those by its nets, each slope written down in between. */
    static void through(
            Activation activation,
            ArithmeticMode arithmetic,
            double[] net,
            double[] out,
            double[] byOut,
            double[] byNet) {
        for (int j = 0; j < net.length; j++) {
            double sum = 0;
            for (int k = activation.elementwise() ? j : 0; k < (activation.elementwise() ? j + 1 : out.length); k++) {
                sum += byOut[k] * arithmetic.round(partial(activation, net, out, k, j));
            }
            byNet[j] = arithmetic.round(sum);
        }
    }

    /** grad(w) = delta(j) · out(i), grad(b) = delta(j), of a shared bias their sum. */
    void gradient(double[] gradient, boolean add) {
        if (!add) {
            java.util.Arrays.fill(gradient, 0);
        }
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
    }
}
