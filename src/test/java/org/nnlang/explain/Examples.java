package org.nnlang.explain;

import java.util.List;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Samples;
import org.nnlang.render.TextRenderer;
import org.nnlang.training.Plan;
import org.nnlang.training.Shaping;
import org.nnlang.training.State;

/** Networks to explain. */
public final class Examples {
    /** A network with its parameters, samples and optimizer, read on its first sample. */
    public record Example(
            Network network,
            State state,
            Samples samples,
            Optimizer optimizer,
            int batch,
            double decay,
            Shaping shaping) {
        public QuantityValues reading() {
            return state.values(
                    network,
                    optimizer,
                    samples.row(0),
                    samples,
                    ArithmeticMode.DOUBLE,
                    BatchForward.PLAIN,
                    Cancellation.NONE);
        }

        public Plan plan() {
            return new Plan(network, samples, optimizer, 0.5, batch, false, decay, 1, Precision.DOUBLE, null)
                    .with(shaping);
        }

        public Derivation explain(Quantity.Scalar quantity) {
            return explain(quantity, Limits.STANDARD);
        }

        public Derivation explain(Quantity.Scalar quantity, Limits limits) {
            return new Explainer(reading(), plan(), state, limits).explain(quantity);
        }

        public TextRenderer renderer() {
            return new TextRenderer(network, 9, TextRenderer.PAGE);
        }

        public String text(Quantity.Scalar quantity) {
            return renderer().render(explain(quantity));
        }

        public Worksheet worksheet() {
            return new Worksheet(reading(), plan(), state(), Limits.STANDARD);
        }

        public Quantity.Scalar weight(int number) {
            return new Quantity.Parameter(network.weightNumbered(number));
        }

        public Quantity.Scalar gradient(int number) {
            return new Quantity.Gradient(network.weightNumbered(number));
        }

        public Example with(Optimizer other, double weightDecay) {
            return new Example(network, state, samples, other, batch, weightDecay, shaping);
        }
    }

    private Examples() {}

    /** The worked example of the language: 2-2-2, sigmoid, half the squared error. */
    public static Example worked() {
        Layer h = new Layer(Neurons.numbered("h", 2), Activations.SIGMOID.standard(), BiasMode.SHARED, false, true);
        Layer y = new Layer(Neurons.numbered("y", 2), Activations.SIGMOID.standard(), BiasMode.SHARED, false, true);
        double[] parameters = {0.15, 0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60};
        return example(2, List.of(h, y), Losses.SQUARED.standard(), parameters, new double[] {0.05, 0.1}, 0.01, 0.99);
    }

    public static Example example(
            int inputs, List<Layer> layers, Loss loss, double[] parameters, double[] input, double... target) {
        Network network = new Network(Neurons.numbered("x", inputs), layers, loss);
        Samples samples = Samples.of(new double[][] {input}, new double[][] {target});
        return new Example(network, new State(parameters), samples, Optimizers.of("sgd"), 1, Double.NaN, Shaping.NONE);
    }

    public static Layer layer(String name, int size, Activation activation) {
        return Layer.trained(Neurons.numbered(name, size), activation);
    }

    /** Parameters that are easy to tell apart: small numbers of both signs. */
    static double[] parameters(Network network) {
        double[] parameters = new double[network.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = ((i * 7919L + 13) % 41 - 20) / 40.0;
        }
        return parameters;
    }
}
