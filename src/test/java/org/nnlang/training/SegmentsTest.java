package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;

/** A history knows which plan made each update, and whether its kernel was exact. */
class SegmentsTest {
    private final SplittableRandom random = new SplittableRandom(61);
    private final Network network = Networks.classic();
    private final Samples samples = Networks.samples(random, network, 6);

    /** Plans of single samples have an exact kernel, plans of batches another. */
    private static final Kernels KERNELS = (plan, _) -> new Kernel() {
        @Override
        public long run(State state, long updates, Cancellation cancellation) {
            return new Trainer(plan).run(state, updates, cancellation);
        }

        @Override
        public boolean exact() {
            return plan.batch() == 1;
        }
    };

    private Plan plan(int batch) {
        return new Plan(network, samples, Optimizers.SGD, 0.1, batch, false, 0, 1, Precision.DOUBLE, null);
    }

    @Test
    void eachUpdateHasItsPlan() {
        List<Plan> plans = List.of(plan(1), plan(1), plan(2), plan(3));
        for (int run = 0; run < 100; run++) {
            Timeline timeline = new Timeline(Networks.CLASSIC, KERNELS, Cancellation.NONE);
            List<Plan> updates = new ArrayList<>();
            List<Integer> marks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> timeline.edit(Networks.setting(random.nextInt(4), random.nextDouble()));
                    case 1 -> {
                        int count = random.nextInt(marks.size() + 1);
                        if (count > 0) {
                            timeline.undo(count);
                            marks.subList(marks.size() - count + 1, marks.size())
                                    .clear();
                            updates.subList(marks.removeLast(), updates.size()).clear();
                        }
                    }
                    default -> {
                        Plan plan = plans.get(random.nextInt(plans.size()));
                        int count = 1 + random.nextInt(4);
                        marks.add(updates.size());
                        timeline.mark();
                        timeline.train(plan, count, Cancellation.NONE);
                        for (int made = 0; made < count; made++) {
                            updates.add(plan);
                        }
                    }
                }
                for (int step = 0; step <= updates.size(); step++) {
                    assertThat(timeline.planAt(step)).isSameAs(step < updates.size() ? updates.get(step) : null);
                    assertThat(timeline.exact(step))
                            .isEqualTo(step == 0 || updates.get(step - 1).batch() == 1);
                }
            }
        }
    }

    /** What was trained in batches, with an update after each sample instead. */
    @Test
    void batchesCanBeReplayedOneByOne() {
        for (int run = 0; run < 50; run++) {
            Timeline timeline = new Timeline(Networks.CLASSIC);
            State expected = new State(Networks.CLASSIC.clone());
            for (int i = 0; i < 5; i++) {
                Plan plan = plan(1 + random.nextInt(3));
                int updates = 1 + random.nextInt(3);
                int given = random.nextInt(Networks.CLASSIC.length);
                double value = random.nextDouble();
                timeline.edit(Networks.setting(given, value));
                expected.parameters[given] = value;
                timeline.train(plan, updates, Cancellation.NONE);
                new Trainer(plan.inBatches(1)).run(expected, (long) updates * plan.batchSize());
            }
            State replayed = timeline.replay(timeline.state().step).oneByOne().run(Cancellation.NONE);
            assertThat(replayed.parameters()).isEqualTo(expected.parameters());
        }
    }
}
