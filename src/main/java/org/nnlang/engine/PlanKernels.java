package org.nnlang.engine;

import org.nnlang.network.Kernel;
import org.nnlang.network.Loss;
import org.nnlang.network.Method;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.network.Trainer;
import org.nnlang.network.Watch;

/** The kernels of one plan, each made when it first pays, and what is needed to know when. */
final class PlanKernels {
    /** Nanoseconds to be saved before native code is loaded. */
    private static final double WORTH_LOADING = 200e6;

    /** How many times as fast products of matrices must be. */
    private static final double WORTH_OTHER_DIGITS = 1.25;

    /** How many times as fast as plain arithmetic loops must be: there is more of them to be compiled. */
    private static final double WORTH_LOOPS = 1.25;

    private final Plan plan;
    private final Watch watch;
    private final Costs costs;
    private final boolean straightPays;
    private double updates;
    private Kernel first;
    private Kernel straight;
    private Kernel matrices;

    PlanKernels(Plan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
        costs = new Costs(plan);
        straightPays = canBeStraight(plan) && costs.straight() < atOnce();
    }

    Plan plan() {
        return plan;
    }

    /** Counts updates that are to be made. */
    void expect(long more) {
        updates += more;
    }

    /** Whether products of matrices would save more than they cost. */
    boolean matricesPay() {
        double otherwise = straightPays ? costs.straight() : costs.loops();
        double products = costs.matrices();
        return !onlyPlain(plan)
                && products * WORTH_OTHER_DIGITS < otherwise
                && updates * (otherwise - products) > WORTH_LOADING;
    }

    /** Products of matrices. */
    Kernel matrices(MatrixProducts library) {
        if (matrices == null) {
            boolean inTwo = library.inTwo() && costs.inTwo();
            matrices = plan.precision() == Precision.SINGLE
                    ? new MatrixKernel<>(plan, new Singles(), library, inTwo, watch)
                    : new MatrixKernel<>(plan, new Doubles(), library, inTwo, watch);
        }
        return matrices;
    }

    /** The fastest that gives the bits of the plain arithmetic. */
    Kernel exact() {
        if (straight == null && straightPays && updates * (atOnce() - costs.straight()) > costs.generating()) {
            straight = straight(plan);
        }
        if (straight != null) {
            return straight;
        }
        if (first == null) {
            first = loopsPay() ? loops() : new Trainer(plan, watch);
        }
        return first;
    }

    /** What an update costs by the kernel that needs nothing first. */
    private double atOnce() {
        return loopsPay() ? costs.loops() : costs.plain();
    }

    private boolean loopsPay() {
        return costs.loops() * WORTH_LOOPS < costs.plain() && !onlyPlain(plan);
    }

    /** Straight-line code: in one method where it is short. */
    static Kernel straight(Plan plan) {
        Straight.Code code = StraightClass.of(plan);
        return code == null ? PiecesClass.of(plan) : new Straight(plan, code);
    }

    private Kernel loops() {
        return plan.precision() == Precision.SINGLE
                ? new LoopKernel<>(plan, new Singles(), watch)
                : new LoopKernel<>(plan, new Doubles(), watch);
    }

    /** Whether figures are worked out in a way that no other kernel has: rounded, in sequence, or with a slip. */
    static boolean onlyPlain(Plan plan) {
        Method method = plan.method();
        return !method.equals(Method.DOUBLE) && !method.equals(Method.SINGLE)
                || plan.network().loss() instanceof Loss.Varied;
    }

    private static boolean canBeStraight(Plan plan) {
        return !onlyPlain(plan) && plan.precision() == Precision.DOUBLE && plan.only() == null;
    }
}
