package org.nnlang.network;

/** Makes the updates of one plan, one after the other. */
public interface Kernel {
    /**
     * Makes that many updates, or fewer when one leaves the finite numbers. A kernel need not see that at once: the state
     * is then not finite at the end, as what has left the finite numbers doesn't come back.
     *
     * @return how many were made
     * @throws Cancelled in the middle of a long update; those before it stay
     */
    long run(State state, long updates, Cancellation cancellation);

    /** The same, to the end. */
    default long run(State state, long updates) {
        return run(state, updates, Cancellation.NONE);
    }

    /** Makes updates of a plan up to a step, unless they leave the finite numbers before. */
    default void runTo(long step, State state, Plan plan, Cancellation cancellation) {
        while (state.step < step && state.finite()) {
            run(state, Math.min(step - state.step, plan.poll()), cancellation);
            cancellation.check();
        }
    }

    /** Whether it gives the same bits as the plain arithmetic. */
    default boolean exact() {
        return true;
    }
}
