package org.nnlang.network;

/** Lets a caller cancel what takes long: an update of many samples, a mean over many, a replay, a search. */
public interface Cancellation {
    /** How many samples are processed between two checks. */
    int SAMPLES = 256;

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
