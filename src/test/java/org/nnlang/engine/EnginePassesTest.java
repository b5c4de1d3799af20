package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** Means over all samples have the bits of plain passes, by products of matrices nearly so. */
class EnginePassesTest {
    @ParameterizedTest
    @EnumSource
    void sameMeans(Precision precision) {
        BatchForward passes = new EnginePasses(null);
        for (int seed = 0; seed < 1000; seed++) {
            Plan plan = Plans.random(new Random(seed), precision, Networks.OPTIMIZERS);
            State state = Plans.start(new Random(seed), plan);
            for (Quantity.Scalar mean : new Quantity.Scalar[] {
                new Quantity.MeanLoss(Quantity.Set.TRAINING), new Quantity.Accuracy(Quantity.Set.TRAINING)
            }) {
                assertThat(value(plan, state, mean, passes))
                        .as("case %s", seed)
                        .isEqualTo(value(plan, state, mean, BatchForward.PLAIN));
            }
        }
    }

    @Test
    void straightLineCodeHasTheSameBits() {
        int straight = 0;
        for (int seed = 0; seed < 300; seed++) {
            Plan plan = Plans.random(new Random(seed), Precision.DOUBLE, Networks.OPTIMIZERS);
            double[] parameters = Plans.start(new Random(seed), plan).parameters();
            double[][] inputs = plan.samples().inputs();
            StraightForward code = StraightForward.of(plan.network());
            if (code != null) {
                straight++;
                List<double[]> actual = new ArrayList<>();
                code.each(parameters, inputs, keeping(actual));
                List<double[]> expected = new ArrayList<>();
                BatchForward.PLAIN.each(plan.network(), ArithmeticMode.DOUBLE, parameters, inputs, keeping(expected));
                assertThat(actual.toArray(new double[0][]))
                        .as("case %s", seed)
                        .isDeepEqualTo(expected.toArray(new double[0][]));
            }
        }
        assertThat(straight).isGreaterThan(100);
    }

    private static BatchForward.Visitor keeping(List<double[]> kept) {
        return (_, net, out) -> {
            kept.add(net.clone());
            kept.add(out.clone());
        };
    }

    @Test
    void aNetworkThatIsAskedForOftenGetsStraightLineCodeAndTheSameMean() {
        Plan plan = Plans.classifier(4, 5, 3, 1, Optimizers.of("sgd"), Precision.DOUBLE);
        State state = Plans.start(new Random(1), plan);
        BatchForward passes = new EnginePasses(null);
        Quantity.Scalar loss = new Quantity.MeanLoss(Quantity.Set.TRAINING);
        double expected = value(plan, state, loss, BatchForward.PLAIN);
        for (int i = 0; i < 10_000; i++) {
            assertThat(value(plan, state, loss, passes)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void productsOfMatricesAreNear(Precision precision) {
        BatchForward passes = new EnginePasses(new PlainProducts());
        double digits = precision == Precision.SINGLE ? 1e-4 : 1e-11;
        for (int seed = 0; seed < 1000; seed++) {
            Plan plan = Plans.random(new Random(seed), precision, Networks.OPTIMIZERS);
            State state = Plans.start(new Random(seed), plan);
            Quantity.Scalar loss = new Quantity.MeanLoss(Quantity.Set.TRAINING);
            double expected = value(plan, state, loss, BatchForward.PLAIN);
            assertThat(value(plan, state, loss, passes))
                    .as("case %s", seed)
                    .isCloseTo(expected, within(digits * (1 + Math.abs(expected))));
        }
    }

    @Test
    void aLongMeanIsCancelled() {
        Network network = Plans.classifier(4, 5, 3, 1, Optimizers.of("sgd"), Precision.DOUBLE)
                .network();
        Samples samples = Networks.samples(new Random(1), network, 1000);
        State state = new State(new double[network.parameterCount()]);
        for (BatchForward passes : List.of(new EnginePasses(null), new EnginePasses(new PlainProducts()))) {
            QuantityValues reading =
                    state.values(network, Optimizers.SGD, null, samples, ArithmeticMode.DOUBLE, passes, () -> true);
            assertThatThrownBy(() -> reading.value(new Quantity.MeanLoss(Quantity.Set.TRAINING)))
                    .isInstanceOf(Cancelled.class);
        }
    }

    private static double value(Plan plan, State state, Quantity.Scalar mean, BatchForward passes) {
        return state.values(
                        plan.network(),
                        plan.optimizer(),
                        null,
                        plan.samples(),
                        plan.arithmetic(),
                        passes,
                        Cancellation.NONE)
                .value(mean);
    }
}
