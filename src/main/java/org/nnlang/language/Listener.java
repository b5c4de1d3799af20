package org.nnlang.language;

import java.util.function.DoubleSupplier;

/** Receives a script's output and progress. */
public interface Listener {
    /** Receives an event to show. */
    void on(Event event);

    /**
     * Receives the progress of a training run; called often, so it must be fast.
     *
     * @param step updates since step 0
     * @param done updates so far of this training verb
     * @param total the largest number of updates this training verb can make
     * @param loss computes the present loss, by a pass over the samples
     */
    default void progress(long step, long done, long total, DoubleSupplier loss) {}

    /**
     * A run pauses before a statement, or between two updates, so that a front end without threads may do something else
     * before it returns; between two updates it is called less often than {@link #progress}, and always after it.
     */
    default void rest() {}
}
