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

    /** Makes updates of a plan up to a step, unless they leave the finite numbers before; it is watched. */
    default void runTo(long step, State state, Plan plan, Watch watch) {
        while (state.step < step && state.finite()) {
            run(state, Math.min(step - state.step, plan.poll()));
            watch.look();
        }
    }

    /** Whether it gives the same bits as the plain arithmetic. */
    default boolean exact() {
        return true;
    }
}
