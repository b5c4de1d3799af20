package org.nnlang.language.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.network.Activation;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;
import org.nnlang.network.Textbook;
import org.nnlang.training.State;

/** Every derivative against central differences: back-propagation's, the checker's own, and ∂A/∂B for any two. */
class DerivativesTest {
    private static final double WORST = 1e-6;
    private static final double FROM_KINKS = 0.1;
    private static final int NETWORKS = 25;
    /** Derivatives that are smaller, in a unit of the largest by the same quantities, drown in rounding. */
    private static final double SMALL = 1e-4;

    private final SplittableRandom random = new SplittableRandom(3);

    static Stream<Arguments> pairs() {
        return Networks.ALL_LOSSES.stream()
                .flatMap(loss -> Networks.ALL_ACTIVATIONS.stream()
                        .filter(output ->
                                loss.partner() == null || output.name().equals(loss.partner()))
                        .map(output -> Arguments.of(output, loss)));
    }

    /** A network without ties, and samples of which none is near a kink. */
    private QuantityValues reading(Activation output, Loss loss) {
        QuantityValues reading = withTies(output, loss);
        while (ties(reading.network())) {
            reading = withTies(output, loss);
        }
        return reading;
    }

    private static boolean ties(Network network) {
        return IntStream.range(0, network.parameterCount()).anyMatch(p -> network.tied(p).length > 1);
    }

    /** The same, but some parameters may be tied. */
    private QuantityValues withTies(Activation output, Loss loss) {
        while (true) {
            Network network = Networks.random(random, output, loss);
            State state = new State(Networks.parameters(random, network));
            Samples samples = Networks.samples(random, network, 3);
            double least = Double.MAX_VALUE;
            for (int row = 0; row < samples.size(); row++) {
                least = Math.min(least, new Textbook(network, state.parameters(), samples.row(row)).toKink());
            }
            if (least > FROM_KINKS) {
                return state.values(network, samples.row(0), samples, ArithmeticMode.DOUBLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void gradients(Activation output, Loss loss) {
        for (int i = 0; i < NETWORKS; i++) {
            QuantityValues reading = withTies(output, loss);
            double[] parameters = parameters(reading);
            assertThat(new GradientCheck(reading, parameters, Cancellation.NONE).worst())
                    .isLessThan(WORST);
            Textbook textbook = new Textbook(reading.network(), parameters, reading.sample());
            List<double[]> both = new ArrayList<>();
            for (int p = 0; p < parameters.length; p++) {
                double sum = IntStream.of(reading.network().tied(p))
                        .mapToDouble(
                                tied -> textbook.derivative(new Quantity.TotalError(), new Quantity.Parameter(tied)))
                        .sum();
                both.add(new double[] {reading.value(new Quantity.Gradient(p)), sum});
            }
            same(both, reading.value(new Quantity.TotalError()));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void checkerOfLargeNumbers(Activation output, Loss loss) {
        for (int i = 0; i < NETWORKS; i++) {
            QuantityValues reading = reading(output, loss);
            double[] parameters = parameters(reading);
            double[] input = reading.sample().input().clone();
            for (int s = 0; s < input.length; s++) { // inputs a thousand times larger, and their weights smaller
                input[s] *= 1000;
                for (int j = 0; j < reading.network().size(1); j++) {
                    parameters[reading.network().weightIndex(1, j, s)] /= 1000;
                }
            }
            Sample sample = new Sample(input, reading.sample().target());
            QuantityValues large =
                    new State(parameters).values(reading.network(), sample, reading.samples(), ArithmeticMode.DOUBLE);
            assertThat(new GradientCheck(large, parameters, Cancellation.NONE).worst())
                    .isLessThan(WORST);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void deltas(Activation output, Loss loss) {
        for (int i = 0; i < NETWORKS; i++) {
            QuantityValues reading = reading(output, loss);
            Textbook textbook = new Textbook(reading.network(), parameters(reading), reading.sample());
            for (int l = 1; l <= reading.network().depth(); l++) {
                List<double[]> both = new ArrayList<>();
                for (int j = 0; j < reading.network().size(l); j++) {
                    both.add(new double[] {
                        reading.value(new Quantity.Delta(l, j)),
                        textbook.derivative(new Quantity.TotalError(), new Quantity.Net(l, j))
                    });
                }
                same(both, reading.value(new Quantity.TotalError()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anyByAny(Activation output, Loss loss) {
        for (int i = 0; i < NETWORKS / 5; i++) {
            QuantityValues reading = reading(output, loss);
            Textbook textbook = new Textbook(reading.network(), parameters(reading), reading.sample());
            for (Quantity.Scalar of : dividends(reading.network())) {
                List<double[]> both = new ArrayList<>();
                for (Quantity.Scalar by : divisors(reading.network())) {
                    double value = reading.value(new Quantity.Partial(of, by));
                    both.add(new double[] {value, textbook.derivative(of, by)});
                }
                same(both, reading.value(of));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meanLoss(Activation output, Loss loss) {
        for (int i = 0; i < NETWORKS / 5; i++) {
            QuantityValues reading = reading(output, loss);
            Quantity.Scalar mean = new Quantity.MeanLoss(Quantity.Set.TRAINING);
            double[] parameters = parameters(reading);
            List<double[]> both = new ArrayList<>();
            for (int p = 0; p < parameters.length; p++) {
                double expected = 0;
                for (int row = 0; row < reading.samples().size(); row++) {
                    Sample sample = reading.samples().row(row);
                    expected += new Textbook(reading.network(), parameters, sample)
                                    .derivative(new Quantity.TotalError(), new Quantity.Parameter(p))
                            / reading.samples().size();
                }
                double value = reading.value(new Quantity.Partial(mean, new Quantity.Parameter(p)));
                both.add(new double[] {value, expected});
            }
            same(both, reading.value(mean));
        }
    }

    private static double[] parameters(QuantityValues reading) {
        double[] parameters = new double[reading.network().parameterCount()];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = reading.parameter(p);
        }
        return parameters;
    }

    private static List<Quantity.Scalar> dividends(Network network) {
        List<Quantity.Scalar> all = new ArrayList<>();
        all.add(new Quantity.TotalError());
        for (int k = 0; k < network.output().size(); k++) {
            all.add(new Quantity.ErrorShare(k));
        }
        addNeurons(all, network);
        return all;
    }

    private static List<Quantity.Scalar> divisors(Network network) {
        List<Quantity.Scalar> all = new ArrayList<>();
        for (int p = 0; p < network.parameterCount(); p++) {
            all.add(new Quantity.Parameter(p));
        }
        for (int i = 0; i < network.size(0); i++) {
            all.add(new Quantity.Output(0, i));
        }
        addNeurons(all, network);
        return all;
    }

    private static void addNeurons(List<Quantity.Scalar> all, Network network) {
        for (int l = 1; l <= network.depth(); l++) {
            for (int j = 0; j < network.size(l); j++) {
                all.add(new Quantity.Net(l, j));
                all.add(new Quantity.Output(l, j));
            }
        }
    }

    /** Derivatives and their difference quotients agree; the value tells how much rounding the quotients have. */
    private static void same(List<double[]> both, double value) {
        double largest = Math.abs(value) * 1e-2;
        for (double[] pair : both) {
            largest = Math.max(largest, Math.abs(pair[0]));
        }
        for (double[] pair : both) {
            double scale = Math.max(Math.abs(pair[0]), SMALL * largest);
            assertThat(Math.abs(pair[1] - pair[0]))
                    .as("%s by differences, not %s", pair[1], pair[0])
                    .isLessThanOrEqualTo(WORST * scale);
        }
    }
}
