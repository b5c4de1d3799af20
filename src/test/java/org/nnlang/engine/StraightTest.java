package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;
import org.nnlang.training.Kernel;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Generated code gives the bits of the plain arithmetic, and counts steps and epochs as it does. */
class StraightTest {
    private static final int PLANS_PER_OPTIMIZER = 60;

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void givesTheSameBits(int optimizer) {
        int generated = 0;
        for (int i = 0; i < PLANS_PER_OPTIMIZER; i++) {
            Plan plan =
                    plan(Networks.OPTIMIZERS.get(optimizer), Networks.ALL_LOSSES.get(i % Networks.ALL_LOSSES.size()));
            Straight.Code code = StraightClass.of(plan);
            if (code != null) {
                generated++;
                same(plan, new Straight(plan, code));
            }
            same(plan, PiecesClass.of(plan));
        }
        assertThat(generated).isGreaterThan(PLANS_PER_OPTIMIZER / 2);
    }

    /** Networks of up to three times the size that any is trained with. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void manyPiecesGiveThemToo(int optimizer) {
        for (int hidden : new int[] {5, 17, 40, 90}) {
            for (int batch : new int[] {1, 4, 7}) {
                Plan plan = Plans.classifier(
                        1 + random.nextInt(12),
                        hidden,
                        2 + random.nextInt(6),
                        batch,
                        Networks.OPTIMIZERS.get(optimizer),
                        Precision.DOUBLE);
                same(plan, PiecesClass.of(plan));
            }
        }
    }

    /** HotSpot never compiles a method of more than 8000 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void piecesAreShort(int optimizer) {
        for (int inputs : new int[] {2, 30, 300}) {
            Plan plan = Plans.classifier(inputs, 20, 20, 7, Networks.OPTIMIZERS.get(optimizer), Precision.DOUBLE);
            assertThat(GeneratedClass.longest(PiecesClass.bytes(new PiecesBody(plan))))
                    .isLessThan(8000);
        }
    }

    @Test
    void keepsThemOverAdamsManyUpdates() {
        Plan plan = new Plan(
                Networks.classic(),
                Networks.classicSample(),
                Optimizers.of("adam", 0.9, 0.99, 1e-8),
                0.01,
                1,
                false,
                Double.NaN,
                1,
                Precision.DOUBLE,
                null);
        State state = new State(Networks.CLASSIC.clone());
        State plain = state.copy();
        assertThat(new Straight(plan, StraightClass.of(plan)).run(state, 5000)).isEqualTo(5000);
        new Trainer(plan).run(plain, 5000);
        same(state, plain, plan);
    }

    private Plan plan(Optimizer optimizer, Loss loss) {
        Activation output = loss.partner() == null
                ? Networks.ALL_ACTIVATIONS.get(random.nextInt(Networks.ALL_ACTIVATIONS.size()))
                : Catalogue.find(Catalogue.ACTIVATIONS, loss.partner()).standard();
        Network network = Networks.random(random, output, loss);
        Samples unweighted = Networks.samples(random, network, 1 + random.nextInt(9));
        Samples samples = random.nextInt(3) == 0 ? Networks.weighted(random, unweighted) : unweighted;
        int batch = List.of(1, 2, 3, 5, Plan.ALL).get(random.nextInt(5));
        double decay = random.nextBoolean() ? Double.NaN : 0.01;
        double rate = random.nextBoolean() ? 0.05 : 0.3;
        return new Plan(
                        network,
                        samples,
                        optimizer,
                        rate,
                        batch,
                        random.nextInt(3) == 0,
                        decay,
                        random.nextInt(100),
                        Precision.DOUBLE,
                        null)
                .with(Networks.shaping(random));
    }

    private void same(Plan plan, Kernel kernel) {
        double[] start = Networks.parameters(random, plan.network());
        State state = new State(start);
        State plain = new State(start.clone());
        Trainer trainer = new Trainer(plan);
        for (int part = 0; part < 4; part++) {
            int updates = 1 + random.nextInt(12);
            kernel.run(state, updates);
            if (trainer.run(plain, updates) < updates
                    || Arrays.stream(plain.parameters()).anyMatch(p -> !finite(p))) {
                return; // it diverges: the state is not asked for any more
            }
            same(state, plain, plan);
        }
    }

    private static boolean finite(double p) {
        return Double.isFinite(p);
    }

    private static void same(State actual, State expected, Plan plan) {
        EqualNumbers.of(actual.parameters(), expected.parameters(), "%s", plan);
        EqualNumbers.of(actual.memory(), expected.memory(), "%s", plan);
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.position()).isEqualTo(expected.position());
        assertThat(actual.optimizerSteps()).isEqualTo(expected.optimizerSteps());
    }
}
