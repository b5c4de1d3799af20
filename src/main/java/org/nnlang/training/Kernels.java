package org.nnlang.training;

import org.nnlang.network.BatchForward;

/** Where a training gets its kernels and means their forward passes: plain loops, or an engine that a front end gives in. */
public interface Kernels {
    /** The plain arithmetic for every plan. */
    Kernels PLAIN = new Kernels() { // no lambda: it would be linked at each start
                @Override
                public Kernel of(Plan plan, long updates) {
                    return new Trainer(plan);
                }
            };

    /** A kernel for a plan, of which {@code updates} more updates will be made. */
    Kernel of(Plan plan, long updates);

    /** A kernel that replays updates as an exact one made them, or another. */
    default Kernel again(Plan plan, long updates, boolean exact) {
        return of(plan, updates);
    }

    /** Forward passes of many samples, at a state that an exact kernel has made, or another. */
    default BatchForward passes(boolean exactState) {
        return BatchForward.PLAIN;
    }

    /** From now on, whether every kernel must give the bits of the plain arithmetic. */
    default void keepExact(boolean wanted) {}

    /** Which kernel {@link #of} gave last, or null; replaying changes nothing. */
    default KernelChoice choice() {
        return KernelChoice.PLAIN;
    }

    /** Returns what brings these kernels back to this moment, as if nothing had been trained since. */
    default Runnable moment() {
        return Kernels::stateless;
    }

    private static void stateless() {}
}
