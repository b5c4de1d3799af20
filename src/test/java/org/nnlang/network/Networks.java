package org.nnlang.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nnlang.network.Layer.BiasMode;
import org.nnlang.training.ManualEdit;
import org.nnlang.training.Shaping;

/** Networks, samples and parameters to test with. */
public final class Networks {
    /** Every activation that can be trained, some with arguments of their own. */
    public static final List<Activation> ACTIVATIONS = List.of(
            Activations.LINEAR.standard(),
            Activations.SIGMOID.standard(),
            Activations.TANH.standard(),
            Activations.RELU.standard(),
            Activations.LEAKY_RELU.of(0.1),
            Activations.ELU.of(0.7),
            Activations.GELU.standard(),
            Activations.SILU.standard(),
            Activations.SOFTPLUS.standard(),
            Activations.SOFTMAX.standard());

    /** These, and some of one's own. */
    public static final List<Activation> ALL_ACTIVATIONS = Stream.concat(
                    ACTIVATIONS.stream(),
                    Stream.of(
                            OwnFunctions.MISH,
                            OwnFunctions.LOGISTIC,
                            OwnFunctions.LEAKY,
                            OwnFunctions.HARD_TANH,
                            OwnFunctions.GAUSSIAN))
            .toList();

    public static final List<Loss> LOSSES = List.of(
            Losses.SQUARED.standard(),
            Losses.MSE.standard(),
            Losses.ABSOLUTE.standard(),
            Losses.HUBER.of(0.5),
            Losses.CROSS_ENTROPY.standard(),
            Losses.BINARY_CROSS_ENTROPY.standard());

    /** These, and some of one's own. */
    public static final List<Loss> ALL_LOSSES = Stream.concat(
                    LOSSES.stream(), Stream.of(OwnFunctions.LOG_COSH, OwnFunctions.MEAN))
            .toList();

    public static final List<Optimizer> OPTIMIZERS = List.of(
            Optimizers.of("sgd"),
            Optimizers.of("momentum", 0.9),
            Optimizers.of("nesterov", 0.8),
            Optimizers.of("adagrad", 0.01, 1e-10),
            Optimizers.of("rmsprop", 0.99, 1e-8),
            Optimizers.of("adam", 0.9, 0.999, 1e-8),
            Optimizers.of("adamw", 0.01, 0.9, 0.999, 1e-8),
            Optimizers.of("momentum", 0.9, 0.5),
            Optimizers.of("momentum", 0.8, 0, 1),
            Optimizers.of("momentum", 0.9, 0, 0, 1),
            Optimizers.of("adagrad", 0, 0.01, 1),
            Optimizers.of("rmsprop", 0.9, 0.01, 1),
            Optimizers.of("adam", 0.9, 0.999, 0.01, 1));

    private Networks() {}

    /** The worked example of the language, its biases trained. */
    public static Network classic() {
        return dense(
                2,
                List.of(2, 2),
                List.of(Activations.SIGMOID.standard(), Activations.SIGMOID.standard()),
                Losses.SQUARED.standard());
    }

    public static final double[] CLASSIC = {0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60};

    public static Samples classicSample() {
        return Samples.of(new double[][] {{0.05, 0.10}}, new double[][] {{0.01, 0.99}});
    }

    public static Network dense(int inputs, List<Integer> sizes, List<Activation> activations, Loss loss) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < sizes.size(); l++) {
            layers.add(Layer.trained(Neurons.numbered("l" + l + "_", sizes.get(l)), activations.get(l)));
        }
        return new Network(Neurons.numbered("x", inputs), layers, loss);
    }

    /** One to three hidden layers of any activation, biases of any kind, some parameters fixed. */
    public static Network random(RandomGenerator random, Activation output, Loss loss) {
        List<Layer> layers = new ArrayList<>();
        int hidden = 1 + random.nextInt(3);
        for (int l = 0; l <= hidden; l++) {
            Activation activation = l == hidden ? output : ALL_ACTIVATIONS.get(random.nextInt(ALL_ACTIVATIONS.size()));
            BiasMode mode = BiasMode.values()[random.nextInt(3)];
            Neurons neurons = Neurons.numbered("l" + l + "_", 1 + random.nextInt(4));
            layers.add(new Layer(neurons, activation, mode, random.nextInt(8) == 0, random.nextInt(4) == 0));
        }
        return marked(random, new Network(Neurons.numbered("x", 1 + random.nextInt(4)), layers, loss));
    }

    /** Often as it is; else some parameters are fixed unlike their layer, or tied. */
    public static Network marked(RandomGenerator random, Network network) {
        Network marked = network;
        for (int i = random.nextInt(4); i > 1; i--) {
            int index = random.nextInt(network.parameterCount());
            marked = marked.withGiven(index, index + 1, marked.isTrained(index));
        }
        if (random.nextInt(5) == 0 && network.parameterCount() > 3) {
            List<Integer> tied = new ArrayList<>(List.of(random.nextInt(network.parameterCount())));
            for (int i = 0; i < 3; i++) {
                int index = random.nextInt(network.parameterCount());
                if (!tied.contains(index)) {
                    tied.add(index);
                }
            }
            marked = tied.size() == 1 ? marked : marked.withTie(tied);
        }
        return marked;
    }

    /** Often nothing; else clipping, absolute decay, or decay of the weights only. */
    public static Shaping shaping(RandomGenerator random) {
        if (random.nextInt(3) > 0) {
            return Shaping.NONE;
        }
        double clip = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(10, 1000) / 1000.0;
        double absolute = random.nextInt(3) == 0 ? random.nextInt(200) / 1000.0 : 0;
        return new Shaping(clip, random.nextBoolean(), random.nextBoolean(), absolute);
    }

    public static double[] parameters(RandomGenerator random, Network network) {
        double[] parameters = numbers(random, network.parameterCount(), 1.2);
        network.tieValues(parameters);
        return parameters;
    }

    /** Samples whose targets suit the loss: a distribution, numbers from 0 to 1, or any. */
    public static Samples samples(RandomGenerator random, Network network, int count) {
        double[][] inputs = new double[count][];
        double[][] targets = new double[count][];
        for (int row = 0; row < count; row++) {
            inputs[row] = numbers(random, network.size(0), 1);
            targets[row] = target(random, network);
        }
        return Samples.of(inputs, targets);
    }

    /** The same samples with random weights. */
    public static Samples weighted(RandomGenerator random, Samples samples) {
        double[] weights = new double[samples.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = random.nextInt(8) == 0 ? row % 2 : random.nextDouble(2);
        }
        return Samples.weighted(samples.inputs(), samples.targets(), weights);
    }

    private static double[] target(RandomGenerator random, Network network) {
        double[] target = numbers(random, network.output().size(), 1.5);
        if (network.loss().partner() != null) {
            double sum = 0;
            for (int k = 0; k < target.length; k++) {
                target[k] = Math.abs(target[k]) / 1.5;
                sum += target[k];
            }
            for (int k = 0; k < target.length && network.loss().name().equals("cross_entropy"); k++) {
                target[k] /= sum;
            }
        }
        return target;
    }

    private static double[] numbers(RandomGenerator random, int count, double size) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextDouble(-size, size);
        }
        return numbers;
    }

    /** An edit that sets a parameter to a number as it is given. */
    public static ManualEdit setting(int index, double value) {
        return new ManualEdit.SetParameters(index, new double[] {value}, new double[] {value});
    }
}
