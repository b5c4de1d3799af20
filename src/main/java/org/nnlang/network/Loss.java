package org.nnlang.network;

import org.nnlang.math.Derivative;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.math.FormulaSyntax;
import org.nnlang.math.Program;
import org.nnlang.math.Stable;

/**
 * How far the outputs of one sample are from its targets: t target, o output, n outputs.
 *
 * <p>A loss is a sum of one share for each output. The two entropies are computed from {@code net}, in the form that
 * does not overflow; they belong to one activation of the output layer.
 */
public sealed interface Loss {
    /** The name in a script, without arguments. */
    String name();

    /** The arguments that follow the name, in order. */
    default double[] arguments() {
        return new double[0];
    }

    /** The share of output {@code k}; each array has one element for each output. */
    double share(double[] target, double[] net, double[] out, int k);

    /** ∂error/∂out of an output, of n. */
    double derivative(double target, double out, int n);

    /** ∂error/∂out(k). */
    default double derivative(double[] target, double[] out, int k) {
        return derivative(target[k], out[k], out.length);
    }

    /** The loss of the sample. */
    default double value(double[] target, double[] net, double[] out) {
        double sum = 0;
        for (int k = 0; k < out.length; k++) {
            sum += share(target, net, out, k);
        }
        return sum;
    }

    /** ∂error/∂net of the output layer, by way of ∂error/∂out; {@code outGradient} is room to work in. */
    default void delta(
            Activation activation, double[] target, double[] net, double[] out, double[] outGradient, double[] delta) {
        for (int k = 0; k < out.length; k++) {
            outGradient[k] = derivative(target, out, k);
        }
        activation.backward(net, out, outGradient, delta);
    }

    /** The name of the only activation this loss goes with, or null when it goes with all. */
    default String partner() {
        return null;
    }

    /** Σ ½ (t − o)². */
    record Squared() implements Loss {
        @Override
        public String name() {
            return "squared";
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            double e = target[k] - out[k];
            return 0.5 * (e * e);
        }

        @Override
        public double derivative(double target, double out, int n) {
            return out - target;
        }
    }

    /** (1/n) Σ (t − o)². */
    record Mse() implements Loss {
        @Override
        public String name() {
            return "mse";
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            double e = target[k] - out[k];
            return e * e / out.length;
        }

        @Override
        public double derivative(double target, double out, int n) {
            return 2 * (out - target) / n;
        }
    }

    /** (1/n) Σ |t − o|; the derivative at t = o is 0. */
    record Absolute() implements Loss {
        @Override
        public String name() {
            return "absolute";
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            return Math.abs(target[k] - out[k]) / out.length;
        }

        @Override
        public double derivative(double target, double out, int n) {
            return Math.signum(out - target) / n;
        }
    }

    /** (1/n) Σ: ½ (t − o)² up to |t − o| = delta, beyond it delta · (|t − o| − ½ delta). */
    record Huber(double delta) implements Loss {
        @Override
        public String name() {
            return "huber";
        }

        @Override
        public double[] arguments() {
            return new double[] {delta};
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            double e = Math.abs(target[k] - out[k]);
            return (e <= delta ? 0.5 * (e * e) : delta * (e - 0.5 * delta)) / out.length;
        }

        @Override
        public double derivative(double target, double out, int n) {
            double e = out - target;
            return (Math.abs(e) <= delta ? e : delta * Math.signum(e)) / n;
        }
    }

    /** −Σ t ln o after softmax, as Σ t (ln Σ e^net − net). */
    record CrossEntropy() implements Loss {
        @Override
        public String name() {
            return "cross_entropy";
        }

        @Override
        public String partner() {
            return "softmax";
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            int largest = largest(net);
            return share(target[k], net[k], net[largest], logOfRest(net, largest));
        }

        @Override
        public double value(double[] target, double[] net, double[] out) {
            int largest = largest(net);
            double logOfRest = logOfRest(net, largest);
            double sum = 0;
            for (int k = 0; k < net.length; k++) {
                sum += share(target[k], net[k], net[largest], logOfRest);
            }
            return sum;
        }

        @Override
        public double derivative(double target, double out, int n) {
            return target == 0 ? 0 : -target / out;
        }

        /** delta(j) = out(j) · Σt − t(j). */
        @Override
        public void delta(
                Activation activation,
                double[] target,
                double[] net,
                double[] out,
                double[] outGradient,
                double[] delta) {
            double sum = 0;
            for (double t : target) {
                sum += t;
            }
            for (int j = 0; j < out.length; j++) {
                delta[j] = out[j] * sum - target[j];
            }
        }

        /** t · ((largest − net) + ln(Σ e^net / e^largest)): where the largest net's output is near 1, no digit is lost. */
        private static double share(double target, double net, double largest, double logOfRest) {
            double behind = net == largest ? 0 : largest - net;
            return target == 0 ? 0 : target * (behind + logOfRest);
        }

        private static int largest(double[] net) {
            int largest = 0;
            for (int k = 1; k < net.length; k++) {
                if (net[k] > net[largest]) {
                    largest = k;
                }
            }
            return largest;
        }

        /** ln(Σ e^net / e^largest) = ln(1 + Σ e^(net − largest) over the others). */
        private static double logOfRest(double[] net, int largest) {
            double sum = 0;
            for (int k = 0; k < net.length; k++) {
                if (k != largest) {
                    sum += net[k] == net[largest] ? 1 : Elementary.exp(net[k] - net[largest]);
                }
            }
            return Elementary.log1p(sum);
        }
    }

    /** −(1/n) Σ (t ln o + (1 − t) ln(1 − o)) after sigmoid, as (1/n) Σ (ln(1 + e^net) − t · net). */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public String name() {
            return "binary_cross_entropy";
        }

        @Override
        public String partner() {
            return "sigmoid";
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            double z = net[k];
            double t = target[k];
            // for t = 1 and t = 0 without any cancellation: ln(1 + e^−z) and ln(1 + e^z)
            double forZero = t == 1 ? 0 : (1 - t) * Elementary.softplus(z);
            double forOne = t == 0 ? 0 : t * Elementary.softplus(-z);
            return (forZero + forOne) / out.length;
        }

        @Override
        public double derivative(double target, double out, int n) {
            double forOne = target == 0 ? 0 : -target / out;
            double forZero = target == 1 ? 0 : (1 - target) / (1 - out);
            return (forOne + forZero) / n;
        }

        /** delta(j) = (out(j) − t(j)) / n. */
        @Override
        public void delta(
                Activation activation,
                double[] target,
                double[] net,
                double[] out,
                double[] outGradient,
                double[] delta) {
            for (int j = 0; j < out.length; j++) {
                delta[j] = (out[j] - target[j]) / out.length;
            }
        }
    }

    /**
     * A loss that is stated as a formula of its own: the error is the sum of its share of each output.
     *
     * <p>Two are equal when their names and formulas are.
     */
    final class Own implements Loss {
        private final String name;
        private final String target;
        private final String output;
        private final Formula share;
        private final Formula derivative;
        private final Program shares;
        private final Program derivatives;

        /** A loss; both formulas are in the target, the output and {@code n}, the number of outputs. */
        public Own(String name, String target, String output, Formula share, Formula derivative) {
            this.name = name;
            this.target = target;
            this.output = output;
            this.share = share;
            this.derivative = derivative;
            shares = Program.of(share, target, output, Stated.N);
            derivatives = Program.of(derivative, target, output, Stated.N);
        }

        /**
         * A loss whose derivative by the output is worked out.
         *
         * @throws Derivative.TooLarge where the formula is too large for that
         */
        public static Own of(String name, String target, String output, Formula share) {
            return new Own(name, target, output, Stable.of(share), Derivative.of(share, output));
        }

        @Override
        public String name() {
            return name;
        }

        /** What the target is called in the formulas. */
        public String target() {
            return target;
        }

        /** What the output is called in the formulas. */
        public String output() {
            return output;
        }

        /** One output's share of the error. */
        public Formula share() {
            return share;
        }

        /** The share's derivative by the output. */
        public Formula derivative() {
            return derivative;
        }

        @Override
        public double share(double[] t, double[] net, double[] out, int k) {
            return shares.at(t[k], out[k], out.length);
        }

        @Override
        public double derivative(double t, double out, int n) {
            boolean undefined = Double.isNaN(shares.at(t, out, n)); // of ln(t − o), say, the derivative has a value
            return undefined ? Double.NaN : derivatives.at(t, out, n);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Own own
                    && name.equals(own.name)
                    && target.equals(own.target)
                    && output.equals(own.output)
                    && share.equals(own.share)
                    && derivative.equals(own.derivative);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "Own[" + name + "(" + target + ", " + output + ") = " + FormulaSyntax.text(share) + "]";
        }
    }

    /**
     * A loss that is worked out wrongly, by factors.
     *
     * @param base the right one
     * @param size what its value is multiplied by
     * @param slope what its derivative is multiplied by
     * @param again whether the delta of the output is multiplied once more by out · (1 − out), though {@code base} has
     *     cancelled that already
     */
    record Varied(Loss base, double size, double slope, boolean again) implements Loss {
        @Override
        public String name() {
            return base.name();
        }

        @Override
        public double[] arguments() {
            return base.arguments();
        }

        @Override
        public String partner() {
            return base.partner();
        }

        @Override
        public double share(double[] target, double[] net, double[] out, int k) {
            return size * base.share(target, net, out, k);
        }

        @Override
        public double value(double[] target, double[] net, double[] out) {
            return size * base.value(target, net, out);
        }

        @Override
        public double derivative(double target, double out, int n) {
            return slope * base.derivative(target, out, n);
        }

        @Override
        public void delta(
                Activation activation,
                double[] target,
                double[] net,
                double[] out,
                double[] outGradient,
                double[] delta) {
            base.delta(activation, target, net, out, outGradient, delta);
            for (int k = 0; k < out.length; k++) {
                outGradient[k] *= slope;
                delta[k] *= slope * (again ? out[k] * (1 - out[k]) : 1);
            }
        }
    }
}
