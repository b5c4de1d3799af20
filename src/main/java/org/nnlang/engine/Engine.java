package org.nnlang.engine;

import org.nnlang.network.Kernel;
import org.nnlang.network.Kernels;
import org.nnlang.network.Loss;
import org.nnlang.network.Method;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.Trainer;

/** Chooses the kernel of a training: plain arithmetic until there is so much work that a faster kernel pays for itself. */
public final class Engine implements Kernels {
    /** Plain work, in nanoseconds, that costs about as much as generating code and having it compiled. */
    private static final double WORTH_GENERATING = 100e6;

    private Plan plan;
    private Kernel plain;
    private Kernel fast;
    private boolean tooLong;
    private double work;

    @Override
    public Kernel of(Plan plan, long updates) {
        if (plan != this.plan) {
            this.plan = plan;
            plain = new Trainer(plan);
            fast = null;
            tooLong = !canBeStraight(plan);
            work = 0;
        }
        work += updates * nanoseconds(plan);
        if (fast == null && !tooLong && work > WORTH_GENERATING) {
            Straight.Code code = StraightClass.of(plan);
            fast = code == null ? null : new Straight(plan, code);
            tooLong = code == null;
        }
        return fast == null ? plain : fast;
    }

    private static boolean canBeStraight(Plan plan) {
        return plan.method().equals(Method.DOUBLE)
                && plan.only() == null
                && !(plan.network().loss() instanceof Loss.Varied)
                && plan.network().parameterCount() <= StraightClass.MOST_BYTES / 20;
    }

    /** About what one update costs in plain arithmetic. */
    private static double nanoseconds(Plan plan) {
        Network network = plan.network();
        int neurons = 0;
        for (int l = 1; l <= network.depth(); l++) {
            neurons += network.size(l);
        }
        return 20 + plan.batchSize() * (2.0 * network.weightCount() + 12.0 * neurons);
    }
}
