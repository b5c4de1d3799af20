package org.nnlang.engine;

import org.nnlang.network.Cancellation;
import org.nnlang.training.Kernel;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/** A kernel that is made for all plans that differ in their learning rate only: making one takes long. */
abstract class RatedKernel implements Kernel {
    private final Plan plan;

    RatedKernel(Plan plan) {
        this.plan = plan;
    }

    /** Makes updates at the learning rate of a plan that otherwise is this kernel's. */
    abstract void run(State state, Plan now, long updates, Cancellation cancellation);

    @Override
    public final long run(State state, long updates, Cancellation cancellation) {
        run(state, plan, updates, cancellation);
        return updates;
    }

    /** This kernel at the learning rate of a plan. */
    final Kernel at(Plan now) {
        if (now == plan) {
            return this;
        }
        return new Kernel() {
            @Override
            public long run(State state, long updates, Cancellation cancellation) {
                RatedKernel.this.run(state, now, updates, cancellation);
                return updates;
            }

            @Override
            public boolean exact() {
                return RatedKernel.this.exact();
            }
        };
    }
}
