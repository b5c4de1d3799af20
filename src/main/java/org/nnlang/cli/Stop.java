package org.nnlang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nnlang.network.Cancellation;

/** Ctrl-C: asks the script to stop, and waits a little for it to report where it stopped. */
final class Stop implements Cancellation {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    private Stop() {}

    /** A stop that nothing triggers. */
    static Stop none() {
        return new Stop();
    }

    static Stop install() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::ask));
        return stop;
    }

    private void ask() {
        asked = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException leave) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isCancelled() {
        return asked;
    }

    /** Says that the script has reported where it stopped. */
    void finished() {
        finished.countDown();
    }
}
