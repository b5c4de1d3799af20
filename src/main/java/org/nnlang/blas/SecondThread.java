package org.nnlang.blas;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Does half of a piece of work, at the same time as the thread that asks; for work of a tenth of a millisecond or more, over
 * and over.
 *
 * <p>The work is offered, not handed over: where the second thread does not come for it in time, as on a processor with other
 * work to do, the one that asks does it after its own half. Where it comes but takes long, it is left alone for a while. It
 * ends when it has had nothing to do for a second.
 */
final class SecondThread {
    private static final int GONE = 0;
    private static final int IDLE = 1;
    private static final int OFFERED = 2;
    private static final int TAKEN = 3;
    private static final int DONE = 4;

    /** How often one looks for the other before it lets others run in between: some 5 µs. */
    private static final int LOOKS = 200;

    /** How often it looks for work before it sleeps: some 50 µs more. */
    private static final int LAST_LOOKS = LOOKS + 100;

    private static final long NANOS_UNTIL_GONE = 1_000_000_000;
    private static final int LONGEST_REST = 4096;

    private final AtomicInteger state = new AtomicInteger(GONE);
    private Thread thread;
    private volatile boolean asleep;
    private Runnable work;
    private Throwable failure;

    /** How many times it is not asked, and how many it will be when it is late again. */
    private int rest;

    private int nextRest = 1;

    /** Does both, at the same time where it can. */
    void both(Runnable one, Runnable other) {
        if (rest > 0) {
            rest--;
            one.run();
            other.run();
            return;
        }
        offer(other);
        long began = System.nanoTime();
        long done;
        boolean taken;
        try {
            one.run();
        } finally {
            done = System.nanoTime();
            taken = !state.compareAndSet(OFFERED, IDLE);
            if (taken) {
                await();
            }
        }
        if (taken) {
            judge(done - began, System.nanoTime() - done);
            pass(failure);
        } else {
            other.run();
        }
    }

    /** Throws what the work threw, which is unchecked. */
    private void pass(Throwable thrown) {
        failure = null;
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    private void offer(Runnable other) {
        work = other;
        if (state.compareAndSet(IDLE, OFFERED)) {
            if (asleep) {
                LockSupport.unpark(thread);
            }
        } else {
            state.set(OFFERED);
            thread = Thread.ofPlatform().daemon().name("nn, second half").start(this::live);
        }
    }

    private void await() {
        for (int looks = 0; state.get() != DONE; looks++) {
            pause(looks);
        }
        state.set(IDLE);
    }

    private static void pause(int looks) {
        if (looks < LOOKS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** Nothing was won where the wait was as long as its work. */
    private void judge(long own, long waited) {
        if (waited < own) {
            nextRest = 1;
        } else {
            rest = nextRest;
            nextRest = Math.min(2 * nextRest, LONGEST_REST);
        }
    }

    private void live() {
        while (comes()) {
            try {
                work.run();
            } catch (Throwable e) {
                failure = e;
            }
            state.set(DONE);
        }
    }

    /** Waits until it has taken what was offered, or has had nothing for long: then it goes. */
    private boolean comes() {
        for (int looks = 0; looks < LAST_LOOKS; looks++) {
            if (takes()) {
                return true;
            }
            pause(looks);
        }
        asleep = true;
        long last = System.nanoTime() + NANOS_UNTIL_GONE;
        while (!takes()) {
            long left = last - System.nanoTime();
            if (left <= 0 && state.compareAndSet(IDLE, GONE)) {
                return false;
            }
            LockSupport.parkNanos(this, Math.max(left, 1));
        }
        asleep = false;
        return true;
    }

    private boolean takes() {
        return state.get() == OFFERED && state.compareAndSet(OFFERED, TAKEN);
    }
}
