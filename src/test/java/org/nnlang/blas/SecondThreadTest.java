package org.nnlang.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Both pieces of work are done, once each, whoever does them, and what they wrote is seen. */
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
        int tries = 0;
        while (!bothSeeEachOther()) { // it may rest, or come late, where the processors have other work
            tries++;
            assertThat(tries).isLessThan(200);
        }
    }

    /** Each waits a while for the other; not both see it where one is done after the other. */
    private boolean bothSeeEachOther() {
        AtomicInteger arrived = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Runnable waitsForTheOther = () -> {
            arrived.incrementAndGet();
            long last = System.nanoTime() + 100_000_000;
            while (arrived.get() < 2 && System.nanoTime() < last) {
                Thread.yield();
            }
            seen.addAndGet(arrived.get() == 2 ? 1 : 0);
        };
        second.both(waitsForTheOther, waitsForTheOther);
        assertThat(arrived).hasValue(2);
        return seen.get() == 2;
    }

    @Test
    void comesBackAfterItHasGone() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            runsAtTheSameTime();
            while (Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(t -> t.getName().equals("nn, second half"))) { // after a second, but for a busy processor
                Thread.sleep(Duration.ofMillis(50));
            }
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
