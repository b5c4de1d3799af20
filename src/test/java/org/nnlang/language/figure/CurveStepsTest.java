package org.nnlang.language.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Cancellation;
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

/** How many updates a curve replays. */
class CurveStepsTest {
    private final AtomicLong replayed = new AtomicLong();

    /** Kernels that count the updates that are made again. */
    private final Kernels counting = new Kernels() {
        @Override
        public Kernel of(Plan plan, long updates) {
            return new Trainer(plan);
        }

        @Override
        public Kernel again(Plan plan, long updates, boolean exact) {
            return new Kernel() {
                @Override
                public long run(State state, long count, Cancellation cancellation) {
                    replayed.addAndGet(count);
                    return new Trainer(plan).run(state, count, cancellation);
                }
            };
        }
    };

    private Timeline trained(long updates) {
        Network network = Networks.classic();
        Plan plan = new Plan(
                network, Networks.classicSample(), Optimizers.SGD, 0.5, 1, false, 0, 1, Precision.DOUBLE, null);
        Timeline history = new Timeline(Networks.CLASSIC.clone(), counting, Cancellation.NONE);
        history.train(plan, updates, Cancellation.NONE);
        return history;
    }

    private long replayed(Timeline history, CurveSteps steps) {
        replayed.set(0);
        for (long step : steps.steps()) {
            history.at(step);
        }
        return replayed.get();
    }

    /** One pass forward, whatever the points are. */
    @Test
    void noUpdateIsReplayedTwice() {
        Timeline history = trained(20_000);
        CurveSteps steps = CurveSteps.of(history, 0, 20_000, 0, 500, "points");
        assertThat(steps.steps()).hasSize(401);
        assertThat(replayed(history, steps)).isLessThanOrEqualTo(20_000);
    }

    /** A part is replayed from the state that is kept before it. */
    @Test
    void onlyWhatIsNeededIsReplayed() {
        Timeline history = trained(20_000);
        CurveSteps steps = CurveSteps.of(history, 15_000, 15_100, 0, 500, "points");
        assertThat(steps.steps()).hasSize(101);
        assertThat(replayed(history, steps)).isLessThan(300);
    }

    /** Of a very long training, the states that are kept: nothing is replayed but what leads to the first point. */
    @Test
    void aVeryLongTrainingIsNotReplayed() {
        Timeline history = trained(1_100_000);
        CurveSteps all = CurveSteps.of(history, 0, 1_100_000, 0, 500, "points");
        assertThat(replayed(history, all)).isZero();
        CurveSteps few = CurveSteps.of(history, 7, 1_090_000, 3, 40, "points");
        assertThat(few.steps()).hasSize(40).startsWith(7).endsWith(1_090_000).isSorted();
        assertThat(replayed(history, few)).isLessThan(20_000);
    }
}
