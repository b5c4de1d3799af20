package org.nnlang.network;

import static org.nnlang.math.Formula.number;

import org.nnlang.math.Formula;

/**
 * ∂A/∂B for any two quantities of a network, by going back from A.
 *
 * <p>The chain rule, with g(l, j) = ∂A/∂out(l, j) and n(l, j) = ∂A/∂net(l, j): n(l, j) = Σₖ g(l, k) · ∂out(l, k)/∂net(l, j);
 * g(l − 1, i) = Σⱼ n(l, j) · w(i, j).
 */
final class Partials {
    private final QuantityValues reading;
    private final Network network;
    private final ArithmeticMode arithmetic;
    private final double[] parameters;

    Partials(QuantityValues reading, double[] parameters) {
        this.reading = reading;
        this.network = reading.network();
        this.arithmetic = reading.arithmetic();
        this.parameters = parameters;
    }

    double value(Quantity.Partial partial) {
        if (partial.of() instanceof Quantity.MeanLoss && partial.by() instanceof Quantity.Parameter by) {
            return SampleMeans.gradient(reading)[by.index()];
        }
        if (partial.of().equals(partial.by())) {
            return 1;
        }
        return switch (partial.by()) {
            case Quantity.Output by -> byOutput(partial.of(), by.layer())[by.neuron()];
            case Quantity.Net by -> byNet(partial.of(), by.layer())[by.neuron()];
            case Quantity.Parameter by -> byTied(partial.of(), by.index());
            case Quantity.Scalar other -> throw new IllegalArgumentException("no derivative by " + other);
        };
    }

    /** Of the error, the sum over the parameters that are one with this one; of a net or an out, by this one alone. */
    private double byTied(Quantity.Scalar of, int index) {
        int[] tied = network.tied(index);
        if (tied.length == 1 || of instanceof Quantity.Net || of instanceof Quantity.Output) {
            return byParameter(of, index);
        }
        double sum = 0;
        for (int one : tied) {
            sum += byParameter(of, one);
        }
        return written(sum);
    }

    private double byParameter(Quantity.Scalar of, int index) {
        int l = network.layerOf(index);
        double[] n = byNet(of, l);
        if (network.isWeight(index)) {
            int sources = network.size(l - 1);
            int offset = index - network.weightStart(l);
            double source = reading.forward().out(l - 1)[offset % sources];
            boolean alone = of instanceof Quantity.Net q && q.layer() == l;
            return alone ? n[offset / sources] * source : written(n[offset / sources] * source);
        }
        if (network.layer(l).biasMode() == Layer.BiasMode.SEPARATE) {
            return n[index - network.biasStart(l)];
        }
        double sum = 0;
        for (double term : n) {
            sum += term;
        }
        return written(sum);
    }

    /** ∂of/∂net of every neuron of layer {@code l}. */
    double[] byNet(Quantity.Scalar of, int l) {
        double[] n = new double[network.size(l)];
        NetworkPass pass = reading.forward();
        switch (of) {
            case Quantity.Net q when q.layer() == l -> n[q.neuron()] = 1;
            case Quantity.Net q when q.layer() < l -> {}
            case Quantity.Output q when q.layer() < l -> {}
            case Quantity.TotalError _
            when l == network.depth() -> {
                double[] delta = reading.backward().delta(l);
                System.arraycopy(delta, 0, n, 0, n.length);
            }
            case Quantity.ErrorShare q when l == network.depth() -> share(network.loss(), q.neuron(), n);
            default -> through(l, byOutput(of, l), n);
        }
        return n;
    }

    /** ∂of/∂out of every neuron of layer {@code l}. */
    double[] byOutput(Quantity.Scalar of, int l) {
        double[] g = new double[network.size(l)];
        NetworkPass pass = reading.forward();
        switch (of) {
            case Quantity.Output q when q.layer() == l -> g[q.neuron()] = 1;
            case Quantity.Output q when q.layer() < l -> {}
            case Quantity.Net q when q.layer() <= l -> {}
            case Quantity.Net q when q.layer() == l + 1 -> weights(q, g); // given, or written down already
            case Quantity.TotalError _
            when l == network.depth() -> {
                for (int k = 0; k < g.length; k++) {
                    g[k] = lossByOutput(k);
                }
            }
            case Quantity.ErrorShare q when l == network.depth() -> g[q.neuron()] = lossByOutput(q.neuron());
            default -> comeBack(byNet(of, l + 1), l, g);
        }
        return g;
    }

    private void weights(Quantity.Net net, double[] g) {
        System.arraycopy(parameters, network.weightIndex(net.layer(), net.neuron(), 0), g, 0, g.length);
    }

    private double lossByOutput(int k) {
        double[] target = reading.sample().target();
        double weight = reading.sample().weight();
        NetworkPass pass = reading.forward();
        if (arithmetic.rounds()) {
            return written(weight * RoundedPass.derivative(pass, network.loss(), target, k));
        }
        double[] derivatives = new double[target.length];
        pass.loss().derivatives(target, pass.output(), derivatives);
        return weight * derivatives[k];
    }

    private void through(int l, double[] byOut, double[] byNet) {
        NetworkPass pass = reading.forward();
        if (arithmetic.rounds()) {
            RoundedPass.through(pass, l, network.layer(l).activation(), arithmetic, byOut, byNet);
        } else {
            pass.activation(l).backward(pass.net(l), pass.out(l), byOut, byNet);
        }
    }

    /** With pencil in hand, each derivative is rounded as it is written down; else at the end. */
    private double written(double value) {
        return arithmetic.rounds() ? arithmetic.round(value) : value;
    }

    private void comeBack(double[] n, int l, double[] g) {
        for (int j = 0; j < n.length; j++) {
            int w = network.weightIndex(l + 1, j, 0);
            for (int i = 0; i < g.length; i++) {
                g[i] += n[j] * parameters[w + i];
            }
        }
        for (int i = 0; i < g.length; i++) {
            g[i] = written(g[i]);
        }
    }

    /** ∂error(k)/∂net of the output layer; for the entropies from net, so that nothing is divided by a vanishing output. */
    private void share(Loss loss, int k, double[] n) {
        NetworkPass pass = reading.forward();
        int last = network.depth();
        double[] out = pass.out(last);
        double[] slopes = new double[n.length];
        if (loss.entropy() == null) {
            pass.activation(last).slopes(k, pass.net(last), out, slopes);
        }
        boolean elementwise = network.output().activation().elementwise();
        double[] target = reading.sample().target();
        for (int j = 0; j < n.length; j++) {
            if (loss.entropy() != null) {
                Formula formula = j == k ? loss.entropy().own() : loss.entropy().other();
                n[j] = written(reading.sample().weight()
                        * formula.bind(loss.symbols(number(target[k]), number(out[j]), number(n.length)))
                                .value());
            } else if (j == k || !elementwise) {
                n[j] = written(lossByOutput(k) * written(slopes[j]));
            }
        }
    }
}
