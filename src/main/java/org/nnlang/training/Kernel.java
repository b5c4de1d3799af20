package org.nnlang.training;

import org.nnlang.network.Cancellation;

/** Makes the updates of one plan, one after another. */
public interface Kernel {
    /**
     * Makes {@code updates} updates, or fewer if training diverges. A kernel need not notice that at once: the final state is
     * then not finite, since a diverged state never becomes finite again.
     *
     * @return how many were made
     * @throws org.nnlang.network.Cancelled in the middle of a long update; those before it stay
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
