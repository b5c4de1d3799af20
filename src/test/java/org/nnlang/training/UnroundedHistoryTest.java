package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;

/** A training with rounded figures knows what it would be without: the same as one that is made without. */
class UnroundedHistoryTest {
    private static final Network NETWORK = Networks.classic();
    private static final Samples SAMPLES = Samples.of(
            new double[][] {{0.05, 0.1}, {0.7, -0.4}, {-1, 0.3}}, new double[][] {{0.01, 0.99}, {0.5, 0.2}, {1, 0}});

    private final SplittableRandom random = new SplittableRandom(17);
    private int compared;

    @Test
    void trainingUndoneEditedAndGoneOnWith() {
        for (int run = 0; run < 60; run++) {
            Timeline rounded = new Timeline(Networks.CLASSIC);
            Timeline exact = new Timeline(Networks.CLASSIC);
            List<Long> marks = new ArrayList<>();
            Plan plan = plan();
            for (int i = 0; i < 60; i++) {
                switch (random.nextInt(8)) {
                    case 0 -> plan = plan();
                    case 1 -> {
                        int index = random.nextInt(NETWORK.parameterCount());
                        double value = random.nextInt(-20, 20) / 16.0;
                        if (random.nextBoolean()) {
                            rounded.edit(Networks.setting(index, value));
                            exact.edit(Networks.setting(index, value));
                        } else { // computed, from numbers that one history has rounded
                            double here = rounded.state().parameters()[index] + value;
                            double there = exact.state().parameters()[index] + value;
                            rounded.edit(
                                    new ManualEdit.SetParameters(index, new double[] {here}, new double[] {there}));
                            exact.edit(Networks.setting(index, there));
                        }
                    }
                    case 2 -> {
                        if (rounded.undoable() > 0) {
                            int count = 1 + random.nextInt(rounded.undoable());
                            rounded.undo(count);
                            exact.undo(count);
                        }
                    }
                    case 3 -> {
                        if (random.nextInt(8) == 0) {
                            rounded.goBack(0);
                            exact.goBack(0);
                        }
                    }
                    default -> {
                        rounded.mark();
                        exact.mark();
                        int updates = random.nextInt(random.nextInt(30) == 0 ? 700 : 6);
                        rounded.train(plan, updates, Cancellation.NONE);
                        exact.train(plan.with(plan.arithmetic().unrounded()), updates, Cancellation.NONE);
                    }
                }
                compare(rounded, exact, rounded.state().step());
                compare(rounded, exact, random.nextLong(rounded.state().step() + 1));
            }
        }
        assertThat(compared).isGreaterThan(7_000);
    }

    private void compare(Timeline rounded, Timeline exact, long step) {
        State shadow = rounded.exactAt(step);
        State without = exact.at(step);
        assertThat(shadow.step()).isEqualTo(step);
        assertThat(shadow.parameters()).as("at step " + step).isEqualTo(without.parameters());
        compared++;
    }

    private Plan plan() {
        Optimizer optimizer = Networks.OPTIMIZERS.get(random.nextInt(3));
        int decimals = random.nextInt(4) == 0 ? ArithmeticMode.UNROUNDED : 1 + random.nextInt(4);
        boolean sequential = optimizer.isDescent() && random.nextBoolean();
        ArithmeticMode arithmetic = new ArithmeticMode(
                Precision.DOUBLE,
                decimals,
                sequential ? new ArithmeticMode.Sequence(new LearningRate.Constant(0), 0) : null);
        int batch = sequential ? 1 : 1 + random.nextInt(3);
        return new Plan(
                NETWORK,
                SAMPLES,
                optimizer,
                new LearningRate.Constant(0.25),
                batch,
                random.nextBoolean(),
                0.01,
                sequential ? Shaping.NONE : Networks.shaping(random),
                3,
                arithmetic,
                null);
    }

    @Test
    void whatLeftTheFiniteNumbersStaysThere() {
        Network linear =
                Networks.dense(1, List.of(1), List.of(Activations.LINEAR.standard()), Losses.SQUARED.standard());
        Samples sample = Samples.of(new double[][] {{1e200}}, new double[][] {{0}});
        ArithmeticMode arithmetic = new ArithmeticMode(Precision.DOUBLE, 0, null);
        Plan plan = new Plan(
                linear,
                sample,
                Optimizers.of("sgd"),
                new LearningRate.Constant(1),
                1,
                false,
                0,
                Shaping.NONE,
                1,
                arithmetic,
                null);
        Timeline timeline = new Timeline(new double[] {0, 0});
        timeline.train(plan, 1, Cancellation.NONE);
        timeline.edit(Networks.setting(0, 1e-300));
        assertThat(timeline.exactAt(1).finite()).isTrue();
        timeline.train(plan.with(new ArithmeticMode(Precision.DOUBLE, 15, null)), 1, Cancellation.NONE);
        assertThat(timeline.state().finite()).isTrue();
        timeline.train(plan, 3, Cancellation.NONE);
        assertThat(timeline.exactAt(5).step()).isEqualTo(5);
        assertThat(timeline.exactAt(5).finite()).isFalse();
        assertThat(timeline.state().finite()).isTrue();
    }

    /** Up to 64 states are kept, of large ones as many as take 16 MB; of too many every other one goes. */
    @ParameterizedTest
    @CsvSource({"2, 2, 64, 200", "600, 700, 4, 12"})
    void someStatesAreKept(int inputs, int hidden, int most, int steps) {
        Network network = Networks.dense(
                inputs,
                List.of(hidden, 2),
                List.of(Activations.TANH.standard(), Activations.LINEAR.standard()),
                Losses.SQUARED.standard());
        Samples samples = Networks.samples(random, network, 1);
        Plan plan = new Plan(network, samples, Optimizers.SGD, 0.01, 1, false, 0, 1, Precision.DOUBLE, null);
        List<TrainingSegment> segments = List.of(new TrainingSegment(plan, new Edits(), true, 0, steps));
        UnroundedHistory history = new UnroundedHistory();
        State start = new State(new double[network.parameterCount()]);
        for (int step = 1; step <= steps; step++) {
            history.at(step, start, segments, Cancellation.NONE);
            assertThat(history.all()).hasSizeBetween(Math.min(step, most / 2), most);
        }
    }
}
