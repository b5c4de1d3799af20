package org.nnlang.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;

/**
 * A second forward pass, as a textbook writes it: plain formulas on {@code java.lang.Math}, and losses from the outputs.
 *
 * <p>One quantity in it can be moved by a small amount, which is all that a difference quotient needs.
 */
public final class Textbook {
    private final Network network;
    private final double[] parameters;
    private final Sample sample;
    private double[][] net;
    private double[][] out;

    public Textbook(Network network, double[] parameters, Sample sample) {
        this.network = network;
        this.parameters = parameters;
        this.sample = sample;
    }

    /** ∂of/∂by, from values on both sides: (8 (f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h. */
    public double derivative(Quantity.Scalar of, Quantity.Scalar by) {
        double h = step(by);
        return (8 * (moved(of, by, h) - moved(of, by, -h)) - (moved(of, by, 2 * h) - moved(of, by, -2 * h))) / (12 * h);
    }

    /** An output stays between 0 and 1, where a loss has a logarithm of it. */
    private double step(Quantity.Scalar by) {
        if (by instanceof Quantity.Output o
                && o.layer() == network.depth()
                && network.loss().partner() != null) {
            forward(by, 0);
            double out = this.out[o.layer()][o.neuron()];
            return 2e-3 * (network.loss().name().equals("cross_entropy") ? out : Math.min(out, 1 - out));
        }
        return 2e-3;
    }

    private double moved(Quantity.Scalar of, Quantity.Scalar by, double h) {
        forward(by, h);
        return switch (of) {
            case Quantity.TotalError _ -> error();
            case Quantity.ErrorShare q -> share(q.neuron());
            case Quantity.Net q -> net[q.layer()][q.neuron()];
            case Quantity.Output q -> out[q.layer()][q.neuron()];
            default -> throw new IllegalArgumentException(of.toString());
        };
    }

    /** The loss of the sample. */
    public double error() {
        double sum = 0;
        for (int k = 0; k < network.output().size(); k++) {
            sum += share(k);
        }
        return sum;
    }

    /** The smallest distance of a net, or of an output from its target, to a place where a derivative jumps. */
    public double toKink() {
        forward(null, 0);
        double least = Double.MAX_VALUE;
        for (int l = 1; l <= network.depth(); l++) {
            Activation activation = network.layer(l).activation();
            if (List.of("relu", "leaky_relu", "elu").contains(activation.name())) {
                for (double z : net[l]) {
                    least = Math.min(least, Math.abs(z));
                }
            } else if (activation.isOwn()) {
                for (double z : net[l]) { // of leaky at 0, of the hard tanh at 1 and −1
                    least = Math.min(least, Math.min(Math.abs(z), Math.abs(Math.abs(z) - 1)));
                }
            }
        }
        for (int k = 0; k < network.output().size(); k++) {
            double e = Math.abs(out[network.depth()][k] - sample.target()[k]);
            if (network.loss().name().equals("absolute")) {
                least = Math.min(least, e);
            } else if (network.loss().name().equals("huber")) {
                least = Math.min(least, Math.abs(e - network.loss().arguments().getFirst()));
            }
        }
        return least;
    }

    private void forward(Quantity.Scalar by, double h) {
        Map<Quantity.Scalar, Double> moved = new HashMap<>();
        if (by != null) {
            moved.put(by, h);
        }
        int depth = network.depth();
        net = new double[depth + 1][];
        out = new double[depth + 1][];
        out[0] = sample.input().clone();
        shift(moved, 0);
        for (int l = 1; l <= depth; l++) {
            net[l] = new double[network.size(l)];
            for (int j = 0; j < net[l].length; j++) {
                int b = network.biasIndex(l, j);
                net[l][j] = b < 0 ? 0 : parameter(b, moved);
                for (int i = 0; i < out[l - 1].length; i++) {
                    net[l][j] += parameter(network.weightIndex(l, j, i), moved) * out[l - 1][i];
                }
                net[l][j] += moved.getOrDefault(new Quantity.Net(l, j), 0.0);
            }
            out[l] = activate(network.layer(l).activation(), net[l]);
            shift(moved, l);
        }
    }

    private double parameter(int index, Map<Quantity.Scalar, Double> moved) {
        return parameters[index] + moved.getOrDefault(new Quantity.Parameter(index), 0.0);
    }

    private void shift(Map<Quantity.Scalar, Double> moved, int l) {
        for (int i = 0; i < out[l].length; i++) {
            out[l][i] += moved.getOrDefault(new Quantity.Output(l, i), 0.0);
        }
    }

    private static double[] activate(Activation activation, double[] net) {
        double[] out = new double[net.length];
        double sum = 0;
        for (double z : net) {
            sum += Math.exp(z);
        }
        for (int j = 0; j < net.length; j++) {
            out[j] = activation.name().equals("softmax") ? Math.exp(net[j]) / sum : activate(activation, net[j]);
        }
        return out;
    }

    private static double activate(Activation activation, double z) {
        double a = activation.arguments().isEmpty() ? 0 : activation.arguments().getFirst();
        return switch (activation.name()) {
            case "linear" -> z;
            case "sigmoid" -> 1 / (1 + Math.exp(-z));
            case "tanh" -> Math.tanh(z);
            case "relu" -> Math.max(0, z);
            case "leaky_relu" -> z > 0 ? z : a * z;
            case "elu" -> z > 0 ? z : a * (Math.exp(z) - 1);
            case "gelu" -> z * normal(z);
            case "silu" -> z / (1 + Math.exp(-z));
            case "softplus" -> Math.log(1 + Math.exp(z));
            case "step" -> z >= 0 ? 1 : 0;
            default ->
                activation
                        .value()
                        .bind(Map.of(activation.variable(), Formula.number(z)))
                        .value();
        };
    }

    /** ½ + φ(z) · (z + z³/3 + z⁵/15 + …), Marsaglia's series for the normal distribution function. */
    private static double normal(double z) {
        double sum = 0;
        double term = z;
        for (int k = 1; sum + term != sum; k++) {
            sum += term;
            term *= z * z / (2 * k + 1);
        }
        return 0.5 + sum * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    private double share(int k) {
        double o = out[network.depth()][k];
        double t = sample.target()[k];
        int n = network.output().size();
        Loss loss = network.loss();
        double d = loss.arguments().isEmpty() ? 0 : loss.arguments().getFirst();
        return switch (loss.name()) {
            case "squared" -> (t - o) * (t - o) / 2;
            case "mse" -> (t - o) * (t - o) / n;
            case "absolute" -> Math.abs(t - o) / n;
            case "huber" -> (Math.abs(t - o) <= d ? (t - o) * (t - o) / 2 : d * (Math.abs(t - o) - d / 2)) / n;
            case "cross_entropy" -> -t * Math.log(o);
            case "binary_cross_entropy" -> -(t * Math.log(o) + (1 - t) * Math.log(1 - o)) / n;
            default ->
                loss.share()
                        .bind(loss.symbols(Formula.number(t), Formula.number(o), Formula.number(n)))
                        .value();
        };
    }
}
