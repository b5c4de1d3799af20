package org.nnlang.network;

/** Makes the updates of one plan, one after the other. */
public interface Kernel {
    /**
     * Makes that many updates, or fewer when one leaves the finite numbers. A kernel need not see that at once: the state
     * is then not finite at the end, as what has left the finite numbers doesn't come back.
     *
     * @return how many were made
     */
    long run(State state, long updates);

    /** Whether it gives the same bits as the plain arithmetic. */
    default boolean exact() {
        return true;
    }
}
