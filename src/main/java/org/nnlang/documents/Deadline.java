package org.nnlang.documents;

import org.nnlang.network.Cancellation;

/** When a document has had its time, or the user wants no more. */
final class Deadline implements Cancellation {
    /** Thirty years are for ever. */
    private static final double LONGEST = 1e9;

    private final long end;
    private final double seconds;
    private final Cancellation user;
    /** When the user was first known to want no more, or 0. */
    private long stopped;

    Deadline(double seconds, Cancellation user) {
        this.seconds = seconds;
        this.user = user;
        end = System.nanoTime() + (long) (Math.min(seconds, LONGEST) * 1e9);
    }

    @Override
    public boolean isCancelled() {
        return passed() || user.isCancelled();
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /** Whether it has passed, or the user has wanted no more, for that long. */
    boolean passedFor(long millis) {
        long now = System.nanoTime();
        if (stopped == 0 && user.isCancelled()) {
            stopped = now;
        }
        return Math.max(now - end, stopped == 0 ? Long.MIN_VALUE : now - stopped) >= millis * 1_000_000;
    }

    /** The seconds in all, as they were given. */
    String seconds() {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
