package org.nnlang.network;

/** Where a training gets its kernels from. */
public interface Kernels {
    /** The plain arithmetic for every plan. */
    Kernels PLAIN = new Kernels() { // no lambda: it would be linked at each start
                @Override
                public Kernel of(Plan plan, long updates) {
                    return new Trainer(plan);
                }
            };

    /** A kernel for a plan, of which so many more updates are to be made. */
    Kernel of(Plan plan, long updates);

    /** A kernel that makes updates as they were made once by one that was exact, or was not. */
    default Kernel again(Plan plan, long updates, boolean exact) {
        return of(plan, updates);
    }

    /** Who is asked whether what takes long goes on. */
    default Watch watch() {
        return Watch.NONE;
    }
}
