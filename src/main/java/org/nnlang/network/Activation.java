package org.nnlang.network;

import org.nnlang.math.Derivative;
import org.nnlang.math.Elementary;
import org.nnlang.math.Formula;
import org.nnlang.math.FormulaSyntax;
import org.nnlang.math.Parts;
import org.nnlang.math.Program;
import org.nnlang.math.Simplifier;
import org.nnlang.math.Stable;

/**
 * What a neuron makes of its weighted input: {@code out = f(net)}.
 *
 * <p>All but {@link Softmax} work neuron by neuron. Derivatives at a kink follow PyTorch: 0 for relu at 0, the slope for
 * leaky_relu at 0; of one's own as {@link Derivative} says. As formulas all are in {@link Stated}.
 */
public sealed interface Activation {
    /** The name in a script, without arguments. */
    String name();

    /** The arguments that follow the name, in order. */
    default double[] arguments() {
        return new double[0];
    }

    /** f(net) of one neuron. */
    double value(double net);

    /** f′(net) of one neuron, given also out = f(net). */
    double derivative(double net, double out);

    /** out = f(net) for a whole layer; the arrays have one element for each neuron. */
    default void apply(double[] net, double[] out) {
        for (int j = 0; j < net.length; j++) {
            out[j] = value(net[j]);
        }
    }

    /** ∂out(k)/∂net(j) within a layer. */
    default double partial(double[] net, double[] out, int k, int j) {
        return k == j ? derivative(net[j], out[j]) : 0;
    }

    /** delta(j) = Σₖ ∂error/∂out(k) · ∂out(k)/∂net(j) for a whole layer. */
    default void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
        for (int j = 0; j < net.length; j++) {
            delta[j] = outGradient[j] * derivative(net[j], out[j]);
        }
    }

    /** Whether each output depends on its own net alone. */
    default boolean elementwise() {
        return true;
    }

    /** Whether weights in front of this activation start as {@code he}. */
    default boolean reluLike() {
        return false;
    }

    /** Whether the derivative is 0 everywhere: nothing can be trained through it. */
    default boolean flat() {
        return false;
    }

    /** f(net) = net. */
    record Linear() implements Activation {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public double value(double net) {
            return net;
        }

        @Override
        public double derivative(double net, double out) {
            return 1;
        }
    }

    /** f(net) = 1 / (1 + e^−net), f′ = out · (1 − out). */
    record Sigmoid() implements Activation {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public double value(double net) {
            return Elementary.sigmoid(net);
        }

        @Override
        public double derivative(double net, double out) {
            return out * (1 - out);
        }
    }

    /** f(net) = tanh(net), f′ = 1 − out². */
    record Tanh() implements Activation {
        @Override
        public String name() {
            return "tanh";
        }

        @Override
        public double value(double net) {
            return Elementary.tanh(net);
        }

        @Override
        public double derivative(double net, double out) {
            return 1 - out * out;
        }
    }

    /** f(net) = max(0, net), f′ = 1 above 0, else 0. */
    record Relu() implements Activation {
        @Override
        public String name() {
            return "relu";
        }

        @Override
        public double value(double net) {
            return net > 0 ? net : net <= 0 ? 0 : net;
        }

        @Override
        public double derivative(double net, double out) {
            return net > 0 ? 1 : 0;
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = net above 0, else slope · net. */
    record LeakyRelu(double slope) implements Activation {
        @Override
        public String name() {
            return "leaky_relu";
        }

        @Override
        public double[] arguments() {
            return new double[] {slope};
        }

        @Override
        public double value(double net) {
            return net > 0 ? net : slope * net;
        }

        @Override
        public double derivative(double net, double out) {
            return net > 0 ? 1 : slope;
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = net above 0, else alpha · (e^net − 1), f′ = out + alpha there. */
    record Elu(double alpha) implements Activation {
        @Override
        public String name() {
            return "elu";
        }

        @Override
        public double[] arguments() {
            return new double[] {alpha};
        }

        @Override
        public double value(double net) {
            return net > 0 ? net : alpha * Elementary.expm1(net);
        }

        @Override
        public double derivative(double net, double out) {
            return net > 0 ? 1 : alpha * Elementary.exp(net);
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = net · Φ(net), f′ = Φ(net) + net · φ(net), with the normal distribution's Φ and its density φ. */
    record Gelu() implements Activation {
        @Override
        public String name() {
            return "gelu";
        }

        @Override
        public double value(double net) {
            return net == Double.NEGATIVE_INFINITY ? 0 : net * Elementary.normalCdf(net);
        }

        @Override
        public double derivative(double net, double out) {
            double density = Elementary.normalDensity(net);
            return Elementary.normalCdf(net) + (density == 0 ? 0 : net * density); // 0 · ∞ has the limit 0 here
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = net · σ(net), f′ = σ(net) · (1 + net · (1 − σ(net))). */
    record Silu() implements Activation {
        @Override
        public String name() {
            return "silu";
        }

        @Override
        public double value(double net) {
            return net == Double.NEGATIVE_INFINITY ? 0 : net * Elementary.sigmoid(net);
        }

        @Override
        public double derivative(double net, double out) {
            double s = Elementary.sigmoid(net);
            return s == 0 || s == 1 ? s : s * (1 + net * (1 - s)); // the limits, also where net is infinite
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = ln(1 + e^net), f′ = σ(net). */
    record Softplus() implements Activation {
        @Override
        public String name() {
            return "softplus";
        }

        @Override
        public double value(double net) {
            return Elementary.softplus(net);
        }

        @Override
        public double derivative(double net, double out) {
            return Elementary.sigmoid(net);
        }

        @Override
        public boolean reluLike() {
            return true;
        }
    }

    /** f(net) = 1 from 0 on, else 0; without a useful derivative. */
    record Step() implements Activation {
        @Override
        public String name() {
            return "step";
        }

        @Override
        public double value(double net) {
            return net >= 0 ? 1 : net < 0 ? 0 : net;
        }

        @Override
        public double derivative(double net, double out) {
            return 0;
        }

        @Override
        public boolean flat() {
            return true;
        }
    }

    /** out(k) = e^net(k) / Σ e^net over the layer; ∂out(k)/∂net(j) = out(k) · ([k = j] − out(j)). */
    record Softmax() implements Activation {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public double value(double net) {
            throw new UnsupportedOperationException("softmax is a function of a whole layer");
        }

        @Override
        public double derivative(double net, double out) {
            return out * (1 - out);
        }

        @Override
        public boolean elementwise() {
            return false;
        }

        /** The largest net is taken off first, so that nothing overflows; an infinite one takes all. */
        @Override
        public void apply(double[] net, double[] out) {
            double largest = net[0];
            for (double z : net) {
                largest = Math.max(largest, z);
            }
            double sum = 0;
            for (int k = 0; k < net.length; k++) {
                out[k] = net[k] == largest ? 1 : Elementary.exp(net[k] - largest);
                sum += out[k];
            }
            for (int k = 0; k < net.length; k++) {
                out[k] /= sum;
            }
        }

        @Override
        public double partial(double[] net, double[] out, int k, int j) {
            return k == j ? out[k] * (1 - out[k]) : -out[k] * out[j];
        }

        /** delta(j) = out(j) · (g(j) − Σₖ g(k) · out(k)), g = ∂error/∂out. */
        @Override
        public void backward(double[] net, double[] out, double[] outGradient, double[] delta) {
            double mean = 0;
            for (int k = 0; k < out.length; k++) {
                mean += outGradient[k] * out[k];
            }
            for (int j = 0; j < out.length; j++) {
                delta[j] = out[j] * (outGradient[j] - mean);
            }
        }
    }

    /**
     * An activation that is stated as a formula of its own.
     *
     * <p>Two are equal when their names and formulas are.
     */
    final class Own implements Activation {
        private final String name;
        private final String variable;
        private final Formula value;
        private final Formula derivative;
        private final Program values;
        private final Program derivatives;

        /** An activation; the derivative is a formula in the variable and in {@code out}. */
        public Own(String name, String variable, Formula value, Formula derivative) {
            this.name = name;
            this.variable = variable;
            this.value = value;
            this.derivative = derivative;
            values = Program.of(value, variable);
            derivatives = Program.of(derivative, variable, Stated.OUT);
        }

        /**
         * An activation whose derivative is worked out.
         *
         * @throws Derivative.TooLarge where the formula is too large for that
         */
        public static Own of(String name, String variable, Formula value) {
            Formula derivative = Derivative.of(value, variable);
            return new Own(
                    name,
                    variable,
                    Stable.of(value),
                    variable.equals(Stated.OUT) ? derivative : byOutput(value, derivative));
        }

        /** The derivative with {@code out} in the place of the value, where that saves a function's call. */
        private static Formula byOutput(Formula value, Formula derivative) {
            Formula simple = Simplifier.simplify(value);
            return Parts.hasCalls(simple)
                    ? Parts.replace(derivative, simple, Formula.variable(Stated.OUT))
                    : derivative;
        }

        @Override
        public String name() {
            return name;
        }

        /** What the formulas are in. */
        public String variable() {
            return variable;
        }

        /** f(variable). */
        public Formula value() {
            return value;
        }

        /** f′(variable), by way of {@code out} too. */
        public Formula derivative() {
            return derivative;
        }

        @Override
        public double value(double net) {
            return values.at(net);
        }

        @Override
        public double derivative(double net, double out) {
            return derivatives.at(net, out);
        }

        @Override
        public boolean flat() {
            return derivative instanceof Formula.Number n && n.value() == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Own own
                    && name.equals(own.name)
                    && variable.equals(own.variable)
                    && value.equals(own.value)
                    && derivative.equals(own.derivative);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return "Own[" + name + "(" + variable + ") = " + FormulaSyntax.text(value) + "]";
        }
    }

    /**
     * An activation whose derivative is worked out wrongly: that of another one, or at another place.
     *
     * @param base gives the value
     * @param slope gives the derivative
     * @param place where the derivative is taken
     */
    record Varied(Activation base, Activation slope, Place place) implements Activation {
        /** What is put into the formula of the derivative. */
        public enum Place {
            /** net and out where they belong. */
            RIGHT,
            /** net also where out belongs. */
            NET,
            /** out where net belongs. */
            OUT
        }

        @Override
        public String name() {
            return base.name();
        }

        @Override
        public double[] arguments() {
            return base.arguments();
        }

        @Override
        public double value(double net) {
            return base.value(net);
        }

        @Override
        public double derivative(double net, double out) {
            return switch (place) {
                case RIGHT -> slope.derivative(net, out);
                case NET -> slope.derivative(net, net);
                case OUT -> slope.derivative(out, slope.value(out));
            };
        }

        @Override
        public boolean reluLike() {
            return base.reluLike();
        }
    }
}
