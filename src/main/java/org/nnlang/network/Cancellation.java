package org.nnlang.network;

/** Lets a caller cancel what takes long: an update of many samples, a mean over many, a replay, a search. */
public interface Cancellation {
    /** The most samples that are processed between two checks. */
    int MOST_SAMPLES = 256;

    /** About how many samples, times a network's parameters, take some hundredths of a second. */
    int WORK = 10_000_000;

    /** How many samples of a network are processed between two checks, a power of two: fewer of a large network. */
    static int samples(Network network) {
        int fitting = WORK / Math.max(1, network.parameterCount());
        return Integer.highestOneBit(Math.clamp(fitting, 1, MOST_SAMPLES));
    }

    /** Never cancels. */
    Cancellation NONE = new Cancellation() { // no lambda: it would be linked at each start
                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /** Whether the work should stop. */
    boolean isCancelled();

    /** Throws {@link Cancelled} if the work should stop: nothing is left of an update that had begun. */
    default void check() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    /** The same between two updates of a training run, where a front end may do something else before it goes on. */
    default void pause() {
        check();
    }
}
