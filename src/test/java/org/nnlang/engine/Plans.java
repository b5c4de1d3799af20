package org.nnlang.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** Plans to test kernels with. */
final class Plans {
    private static final double[] DECAYS = {Double.NaN, 0, 0.01};

    private Plans() {}

    /** A plan of any kind: activations, loss, optimizer, biases, fixed parameters, batches. */
    static Plan random(RandomGenerator random, Precision precision, List<Optimizer> optimizers) {
        Network network = network(random);
        Samples samples = Networks.samples(random, network, random.nextInt(10) == 0 ? 150 : 1 + random.nextInt(12));
        int[] only = random.nextInt(8) == 0 ? new int[] {random.nextInt(samples.size()), 0} : null;
        return new Plan(
                        network,
                        samples,
                        optimizers.get(random.nextInt(optimizers.size())),
                        0.02,
                        random.nextInt(4) == 0 ? Plan.ALL : 1 + random.nextInt(8),
                        random.nextBoolean(),
                        DECAYS[random.nextInt(DECAYS.length)],
                        random.nextLong(1000),
                        precision,
                        only)
                .with(Networks.shaping(random));
    }

    private static Network network(RandomGenerator random) {
        Loss loss = Networks.ALL_LOSSES.get(random.nextInt(Networks.ALL_LOSSES.size()));
        Activation output = loss.partner() == null
                ? Networks.ALL_ACTIVATIONS.get(random.nextInt(Networks.ALL_ACTIVATIONS.size()))
                : Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
        List<Layer> layers = new ArrayList<>();
        int hidden = random.nextInt(3);
        for (int l = 0; l <= hidden; l++) {
            Activation activation = l == hidden
                    ? output
                    : Networks.ALL_ACTIVATIONS.get(random.nextInt(Networks.ALL_ACTIVATIONS.size()));
            Layer.BiasMode mode = Layer.BiasMode.values()[random.nextInt(3)];
            int most = random.nextInt(5) == 0 ? 70 : 20; // some wide enough for what is done for many numbers at a time
            Neurons neurons = Neurons.numbered("l" + l + "_", 1 + random.nextInt(most));
            layers.add(new Layer(neurons, activation, mode, random.nextInt(8) == 0, random.nextInt(4) == 0));
        }
        return Networks.marked(random, new Network(Neurons.numbered("x", 1 + random.nextInt(20)), layers, loss));
    }

    /** A classifier of so many inputs, hidden neurons and classes. */
    static Plan classifier(int inputs, int hidden, int classes, int batch, Optimizer optimizer, Precision precision) {
        RandomGenerator random = new java.util.Random(7);
        Network network = Networks.dense(
                inputs,
                List.of(hidden, classes),
                List.of(Activations.RELU.standard(), Activations.SOFTMAX.standard()),
                Losses.CROSS_ENTROPY.standard());
        Samples weighted = Networks.samples(random, network, 100);
        Samples samples = Samples.of(weighted.inputs(), weighted.targets());
        return new Plan(network, samples, optimizer, 0.05, batch, true, Double.NaN, 3, precision, null);
    }

    /** Where the training of a plan starts. */
    static State start(RandomGenerator random, Plan plan) {
        double[] parameters = Networks.parameters(random, plan.network());
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = plan.precision().round(parameters[i] / 2);
        }
        return new State(parameters);
    }
}
