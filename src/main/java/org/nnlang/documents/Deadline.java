package org.nnlang.documents;

import org.nnlang.network.Cancellation;

/** Cancels a document when its time is up or the user cancels. */
final class Deadline implements Cancellation {
    /** Thirty years, as good as no limit. */
    private static final double LONGEST = 1e9;

    private final long end;
    private final double seconds;
    private final Cancellation user;
    /** The time at which the user's cancellation was first noticed, or 0. */
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

    /** Whether the deadline passed, or the user cancelled, at least {@code millis} ago. */
    boolean passedFor(long millis) {
        long now = System.nanoTime();
        if (stopped == 0 && user.isCancelled()) {
            stopped = now;
        }
        return Math.max(now - end, stopped == 0 ? Long.MIN_VALUE : now - stopped) >= millis * 1_000_000;
    }

    /** The time limit in seconds, as given. */
    String seconds() {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }
}
