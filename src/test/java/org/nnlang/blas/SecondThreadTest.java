package org.nnlang.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both pieces of work are done, once each, whoever does them, and what they wrote is seen. */
@Timeout(60)
class SecondThreadTest {
    private final SecondThread second = new SecondThread();

    @Test
    void doesBothOnce() {
        int[] counts = new int[2];
        for (int i = 1; i <= 200_000; i++) {
            second.both(() -> counts[0]++, () -> counts[1]++);
            assertThat(counts[1]).isEqualTo(i);
        }
        assertThat(counts).containsExactly(200_000, 200_000);
    }

    @Test
    void runsAtTheSameTime() {
        AtomicInteger arrived = new AtomicInteger();
        Runnable waitsForTheOther = () -> {
            arrived.incrementAndGet();
            while (arrived.get() < 2) {
                Thread.onSpinWait();
            }
        };
        second.both(waitsForTheOther, waitsForTheOther);
        assertThat(arrived).hasValue(2);
    }

    @Test
    void comesBackAfterItHasGone() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            runsAtTheSameTime();
            Thread.sleep(Duration.ofMillis(1300));
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(t -> t.getName().equals("nn, second half"));
        }
    }

    @Test
    void goesOnAfterAFailureOfEither() {
        AtomicInteger begun = new AtomicInteger();
        Runnable waits = () -> {
            while (begun.get() == 0) {
                Thread.onSpinWait();
            }
        };
        Runnable fails = () -> {
            begun.set(1);
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> second.both(waits, fails)).hasMessageContaining("no");
        begun.set(0);
        assertThatThrownBy(() -> second.both(fails, waits)).hasMessageContaining("no");
        doesBothOnce();
    }
}
