package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nnlang.network.Activations;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Samples;

/** Which states are kept, and which are forgotten. */
class SnapshotsTest {
    private final Snapshots snapshots = new Snapshots(new State(new double[] {0}));

    private static State at(long step) {
        State state = new State(new double[] {step});
        state.step = step;
        return state;
    }

    private void add(long from, long to, List<Long> marks) {
        for (long step = from; step <= to; step++) {
            snapshots.add(at(step), marks);
        }
    }

    @Test
    void forgetsAllThatIsLater() {
        add(1, 40, List.of());
        snapshots.forgetAfter(at(20));
        for (long step = 21; step <= 41; step++) {
            assertThat(snapshots.before(step).step).as("before %s", step).isEqualTo(20);
        }
        assertThat(snapshots.before(19).step).isEqualTo(19);
    }

    /**
     * A state is kept every 2048 updates of one parameter by one sample, a large one every 2048 samples; the step between
     * two is the power of 2 at or below that.
     */
    @ParameterizedTest
    @CsvSource({"3, 1, 128", "3, 5, 16", "3, 1000, 1", "60, 1, 8", "2000, 1, 2048", "2000, 100, 16"})
    void keepsStatesAtEqualSteps(int hidden, int batch, long interval) {
        Network network = Networks.dense(
                2,
                List.of(hidden, 1),
                List.of(Activations.TANH.standard(), Activations.LINEAR.standard()),
                Losses.SQUARED.standard());
        SplittableRandom random = new SplittableRandom(5);
        Samples samples = Networks.samples(random, network, batch);
        Plan plan = new Plan(network, samples, Optimizers.SGD, 0.1, batch, false, 0, 1, Precision.DOUBLE, null);
        snapshots.begin(plan, new State(new double[network.parameterCount()]));
        for (long step = 0; step < 3 * interval; step++) {
            assertThat(snapshots.chunk(step)).isEqualTo(interval - step % interval);
        }
        add(1, 10 * interval, List.of());
        assertThat(snapshots.all().stream().map(state -> state.step))
                .isEqualTo(LongStream.rangeClosed(0, 10)
                        .mapToObj(i -> i * interval)
                        .toList());
    }

    /** A curve over a long training still shows its beginning. */
    @Test
    void keepsMoreNearTheStart() {
        add(1, 1_000_000, List.of());
        assertThat(snapshots.size()).isBetween(128, 256);
        assertThat(snapshots.steps(1, 1024)).contains(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 10L, 640L, 768L, 896L, 1024L);
        assertThat(snapshots.steps(1, 1024)).doesNotContain(9L, 576L);
        List<Long> late = snapshots.steps(500_000, 1_000_000);
        for (int i = 1; i < late.size(); i++) {
            assertThat(late.get(i) - late.get(i - 1)).isEqualTo(8192);
        }
    }

    /** The states where the last training verbs began stay, however many others go: undo needs no replay. */
    @Test
    void keepsTheLastMarkedStates() {
        List<Long> marks = List.of(3L, 21L, 43L, 65L, 87L, 109L, 131L, 153L, 175L, 197L);
        add(1, 20_000, marks);
        assertThat(snapshots.size()).isLessThan(300);
        for (long mark : marks.subList(2, 10)) {
            assertThat(snapshots.before(mark).step).isEqualTo(mark);
        }
    }
}
