package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
