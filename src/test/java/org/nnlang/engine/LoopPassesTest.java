package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nnlang.network.Networks;
import org.nnlang.network.Passes;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.State;

/** Means over all samples have the bits of plain passes. */
class LoopPassesTest {
    @ParameterizedTest
    @EnumSource
    void sameMeans(Precision precision) {
        for (int seed = 0; seed < 1000; seed++) {
            Plan plan = Plans.random(new Random(seed), precision, Networks.OPTIMIZERS);
            State state = Plans.start(new Random(seed), plan);
            for (Quantity.Scalar mean : new Quantity.Scalar[] {
                new Quantity.MeanLoss(Quantity.Set.TRAINING), new Quantity.Accuracy(Quantity.Set.TRAINING)
            }) {
                assertThat(value(plan, state, mean, new LoopPasses()))
                        .as("case %s", seed)
                        .isEqualTo(value(plan, state, mean, Passes.PLAIN));
            }
        }
    }

    private static double value(Plan plan, State state, Quantity.Scalar mean, Passes passes) {
        return new Reading(plan.network(), state, null, plan.samples(), plan.method(), passes).value(mean);
    }
}
