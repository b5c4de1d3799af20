package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Networks;
import org.nnlang.network.Precision;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** The loop kernel gives the plain arithmetic's bits. */
class LoopKernelTest {
    private static final int CASES = 1500;

    @Test
    void doubleBits() {
        for (int seed = 0; seed < CASES; seed++) {
            Plan plan = plan(seed, Precision.DOUBLE);
            sameBits(seed, plan, new LoopKernel<>(plan, new Doubles()));
        }
    }

    @Test
    void singleBits() {
        for (int seed = 0; seed < CASES; seed++) {
            Plan plan = plan(seed, Precision.SINGLE);
            sameBits(seed, plan, new LoopKernel<>(plan, new Singles()));
        }
    }

    private static Plan plan(int seed, Precision precision) {
        Plan plan = Plans.random(new Random(seed), precision, Networks.OPTIMIZERS);
        return seed % 4 == 0 ? plan.with(Networks.weighted(new Random(seed), plan.samples())) : plan;
    }

    private static void sameBits(int seed, Plan plan, LoopKernel<?> loops) {
        State expected = Plans.start(new Random(seed), plan);
        State actual = expected.copy();
        long made = new Trainer(plan).run(expected, 23);
        for (long left = made; left > 0; left -= 9) {
            loops.run(actual, Math.min(left, 9)); // what it keeps goes to the state and back
        }
        assertThat(actual.step()).as("step, case %s", seed).isEqualTo(expected.step());
        assertThat(actual.epoch()).as("epoch, case %s", seed).isEqualTo(expected.epoch());
        assertThat(actual.position()).as("position, case %s", seed).isEqualTo(expected.position());
        EqualNumbers.of(actual.parameters(), expected.parameters(), "parameters, case %s: %s", seed, plan);
        EqualNumbers.of(actual.memory(), expected.memory(), "memory, case %s: %s", seed, plan);
    }
}
