package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** The matrix kernel gives the plain arithmetic's figures, up to what the order of sums can change. */
class MatrixKernelTest {
    private static final int CASES = 1500;

    /** With an epsilon so large that a gradient near 0 does not become a step by its sign alone. */
    private static final List<Optimizer> OPTIMIZERS = List.of(
            Optimizers.of("sgd"),
            Optimizers.of("momentum", 0.9),
            Optimizers.of("nesterov", 0.8),
            Optimizers.of("adagrad", 0.01, 0.1),
            Optimizers.of("rmsprop", 0.99, 0.1),
            Optimizers.of("adam", 0.9, 0.999, 0.1),
            Optimizers.of("adamw", 0.01, 0.9, 0.999, 0.1));

    @Test
    void inDouble() {
        for (int seed = 0; seed < CASES; seed++) {
            Plan plan = Plans.random(new Random(seed), Precision.DOUBLE, OPTIMIZERS);
            near(seed, plan, new MatrixKernel<>(plan, new Doubles(), new PlainProducts(), seed % 2 == 0), 1e-9);
        }
    }

    /** Few updates: in float32 a kink or a sign that is decided the other way is soon a difference that can be seen. */
    @Test
    void inSingle() {
        for (int seed = 0; seed < CASES; seed++) {
            Plan plan = Plans.random(new Random(seed), Precision.SINGLE, OPTIMIZERS);
            near(seed, plan, new MatrixKernel<>(plan, new Singles(), new PlainProducts(), seed % 2 == 0), 2e-2);
        }
    }

    private static void near(int seed, Plan plan, MatrixKernel<?> kernel, double tolerance) {
        State expected = Plans.start(new Random(seed), plan);
        State actual = expected.copy();
        new Trainer(plan).run(expected, 5);
        kernel.run(actual, 2);
        kernel.run(actual, 3);
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.position()).isEqualTo(expected.position());
        for (int i = 0; i < expected.parameters().length; i++) {
            double p = expected.parameters()[i];
            assertThat(actual.parameters()[i])
                    .as("case %s, parameter %s: %s", seed, i, plan)
                    .isCloseTo(p, within(tolerance * (1 + Math.abs(p))));
        }
    }
}
