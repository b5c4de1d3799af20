package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Cancellation;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Networks;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;
import org.nnlang.training.Divergence;
import org.nnlang.training.Kernel;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;

/** A training that leaves the finite numbers does so at the same update on every kernel, and keeps what was before it. */
class DivergenceTest {
    private static final int CASES = 600;
    private static final double[] RATES = {1e3, 1e300};

    /** Where a training ended: at the step of its divergence, or 0 for none, with these parameters. */
    private record End(long step, double[] parameters, double[][] memory, long steps) {}

    @Test
    void straight() {
        same(Precision.DOUBLE, CASES, plan -> {
            Straight.Code code = PlanKernels.canBeStraight(plan) ? StraightClass.of(plan) : null;
            return code == null ? null : new Straight(plan, code);
        });
    }

    /** Each is a class of its own, as large as they get: fewer of them. */
    @Test
    void pieces() {
        same(Precision.DOUBLE, CASES / 4, plan -> PlanKernels.canBeStraight(plan) ? PiecesClass.of(plan) : null);
    }

    @Test
    void loops() {
        same(Precision.DOUBLE, CASES / 3, plan -> new LoopKernel<>(plan, new Doubles()));
        same(Precision.SINGLE, CASES / 3, plan -> new LoopKernel<>(plan, new Singles()));
    }

    /** Whose last digits may differ: an overflow is the same all the same, where it comes from one huge step. */
    @Test
    void matrices() {
        int diverged = 0;
        for (int seed = 0; seed < CASES / 3; seed++) {
            Plan plan = plan(seed, 1e300, Precision.DOUBLE);
            End expected = end(seed, plan, Kernels.PLAIN);
            End actual = end(
                    seed, plan, always(new MatrixKernel<>(plan, new Doubles(), new PlainProducts(), seed % 2 == 0)));
            assertThat(actual.step).as("case %s: %s", seed, plan).isEqualTo(expected.step);
            for (double p : actual.parameters) {
                assertThat(p).isFinite();
            }
            diverged += actual.step > 0 ? 1 : 0;
        }
        assertThat(diverged).isGreaterThan(CASES / 12);
    }

    private static void same(Precision precision, int seeds, Function<Plan, Kernel> kernels) {
        int diverged = 0;
        int cases = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Plan plan = plan(seed, RATES[seed % RATES.length], precision);
            Kernel kernel = kernels.apply(plan);
            if (kernel != null) {
                cases++;
                End expected = end(seed, plan, Kernels.PLAIN);
                End actual = end(seed, plan, always(kernel));
                assertThat(actual.step).as("case %s: %s", seed, plan).isEqualTo(expected.step);
                EqualNumbers.of(actual.parameters, expected.parameters, "case %s: %s", seed, plan);
                EqualNumbers.of(actual.memory, expected.memory, "case %s: %s", seed, plan);
                assertThat(actual.steps).isEqualTo(expected.steps);
                diverged += actual.step > 0 ? 1 : 0;
            }
        }
        assertThat(cases).isGreaterThan(seeds / 20);
        assertThat(diverged).isGreaterThan(cases / 4);
    }

    /** Every third plan has a sample so large that its net overflows. */
    private static Plan plan(int seed, double rate, Precision precision) {
        Plan plan =
                Plans.random(new Random(seed), precision, Networks.OPTIMIZERS).at(new LearningRate.Constant(rate));
        if (seed % 3 > 0) {
            return plan;
        }
        double[][] inputs = plan.samples().inputs().clone();
        inputs[inputs.length - 1] = new double[plan.network().size(0)];
        Arrays.fill(inputs[inputs.length - 1], precision == Precision.SINGLE ? 3e38 : 1e308);
        return plan.with(Samples.of(inputs, plan.samples().targets()));
    }

    private static End end(int seed, Plan plan, Kernels kernels) {
        State start = Plans.start(new Random(seed), plan);
        Timeline timeline = new Timeline(start.parameters(), kernels, Cancellation.NONE);
        long step = 0;
        try {
            for (int updates : List.of(1, 40, 400)) {
                timeline.train(plan, updates, Cancellation.NONE);
            }
        } catch (Divergence divergence) {
            step = divergence.step();
            assertThat(timeline.state().step()).isEqualTo(step - 1);
            EqualNumbers.of(
                    timeline.at(step - 1).parameters(), timeline.state().parameters(), "before the update %s", step);
        }
        State last = timeline.state();
        return new End(step, last.parameters(), last.memory(), last.optimizerSteps());
    }

    private static Kernels always(Kernel kernel) {
        return (plan, updates) -> kernel;
    }
}
