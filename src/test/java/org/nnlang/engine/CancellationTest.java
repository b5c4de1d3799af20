package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.network.Activations;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Cancelled;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;
import org.nnlang.training.Trainer;

/** An update of many samples is cancelled half-way, and nothing of that update is left. */
class CancellationTest {
    private static final int SAMPLES = 900;

    /** Makes the kernel of a plan. */
    interface Maker {
        Kernel of(Plan plan);
    }

    static Stream<Maker> kernels() {
        return Stream.of(
                Trainer::new,
                plan -> new Trainer(plan.with(ArithmeticMode.DOUBLE.to(4))),
                plan -> new LoopKernel<>(plan, new Doubles()),
                plan -> new LoopKernel<>(plan.with(ArithmeticMode.SINGLE), new Singles()),
                plan -> new MatrixKernel<>(plan, new Doubles(), new PlainProducts(), false),
                plan -> new MatrixKernel<>(plan.with(ArithmeticMode.SINGLE), new Singles(), new PlainProducts(), true));
    }

    private static Plan plan(double rate) {
        return plan(network(5, 6), SAMPLES, rate, Plan.ALL);
    }

    private static Network network(int inputs, int hidden) {
        return Networks.dense(
                inputs,
                List.of(hidden, 3),
                List.of(Activations.TANH.standard(), Activations.SOFTMAX.standard()),
                Losses.CROSS_ENTROPY.standard());
    }

    private static Plan plan(Network network, int samples, double rate, int batch) {
        return new Plan(
                network,
                Networks.samples(new Random(1), network, samples),
                Optimizers.of("adam", 0.9, 0.999, 1e-8),
                rate,
                batch,
                true,
                Double.NaN,
                1,
                Precision.DOUBLE,
                null);
    }

    private static State start(Plan plan) {
        State state = Plans.start(new Random(2), plan);
        for (int i = 0; i < state.parameters().length; i++) {
            state.parameters()[i] = (float) state.parameters()[i];
        }
        return state;
    }

    /** Cancels the work at the n-th check. */
    private static Cancellation at(int check) {
        int[] left = {check};
        return () -> --left[0] == 0;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theUpdatesBeforeStayAndTrainingGoesOn(Maker maker) {
        Plan plan = plan(0.01);
        State expected = start(plan);
        maker.of(plan).run(expected, 2);
        Kernel kernel = maker.of(plan);
        State state = start(plan);
        assertThatThrownBy(() -> kernel.run(state, 7, at(8))) // each update checks three times
                .isInstanceOf(Cancelled.class);
        same(state, expected);
        kernel.run(state, 3);
        maker.of(plan).run(expected, 3);
        same(state, expected);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theHistoryGoesOnFromThere(Maker maker) {
        Plan plan = plan(0.01);
        Timeline timeline = timeline(maker, plan);
        assertThatThrownBy(() -> timeline.train(plan, 7, at(8))).isInstanceOf(Cancelled.class);
        assertThat(timeline.state().step()).isEqualTo(2);
        timeline.train(plan, 3, Cancellation.NONE);
        State expected = start(plan);
        maker.of(plan).run(expected, 5);
        same(timeline.state(), expected);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void endedWhereNumbersWereNotFiniteItGoesBack(Maker maker) {
        Plan plan = plan(1e308);
        Timeline timeline = timeline(maker, plan);
        assertThatThrownBy(() -> timeline.train(plan, 50, at(8)))
                .isInstanceOfAny(Cancelled.class, org.nnlang.training.Divergence.class);
        for (double parameter : timeline.state().parameters()) {
            assertThat(parameter).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void largeNetworksCheckOftener(Maker maker) {
        Network network = network(1000, 2000);
        Plan plan = plan(network, 30, 0.01, 1);
        int[] checks = {0};
        Cancellation counting = () -> {
            checks[0]++;
            return false;
        };
        maker.of(plan).runTo(24, start(plan), plan, counting);
        assertThat(Cancellation.samples(network)).isEqualTo(4);
        assertThat(checks[0]).isGreaterThanOrEqualTo(24 / 4);
    }

    private static Timeline timeline(Maker maker, Plan plan) {
        return new Timeline(
                start(plan).parameters(),
                new Kernels() {
                    @Override
                    public Kernel of(Plan same, long updates) {
                        return maker.of(same);
                    }
                },
                Cancellation.NONE);
    }

    private static void same(State actual, State expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.position()).isEqualTo(expected.position());
        assertThat(actual.optimizerSteps()).isEqualTo(expected.optimizerSteps());
        assertThat(actual.parameters()).isEqualTo(expected.parameters());
        assertThat(actual.memory()).isDeepEqualTo(expected.memory());
    }
}
