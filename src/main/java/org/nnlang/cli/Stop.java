package org.nnlang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nnlang.network.Cancellation;

/** Ctrl-C: the script is asked to stop, and the process waits a while for it to say where it stopped. */
final class Stop implements Cancellation {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    private Stop() {}

    /** One that nothing sets off. */
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

    /** Nothing is left to be said. */
    void finished() {
        finished.countDown();
    }
}
