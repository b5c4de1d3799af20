package org.nnlang.language;

import java.util.function.DoubleSupplier;

/** Hears what a script has to say. */
public interface Listener {
    /** Something to show. */
    void on(Event event);

    /**
     * How far a training is; called often, so that it has to be quick.
     *
     * @param step updates since step 0
     * @param done updates of this verb so far
     * @param total updates of this verb, at most
     * @param loss the loss now; it takes a pass over the samples
     */
    default void progress(long step, long done, long total, DoubleSupplier loss) {}
}
