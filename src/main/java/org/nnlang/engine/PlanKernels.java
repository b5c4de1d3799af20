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
    /** Plain work, in nanoseconds, that costs about as much as generating code and having it compiled. */
    private static final double WORTH_GENERATING = 100e6;

    /** Nanoseconds to be saved before native code is loaded. */
    private static final double WORTH_LOADING = 200e6;

    /** How many times as fast products of matrices must be. */
    private static final double WORTH_OTHER_DIGITS = 1.25;

    /** Multiplications of a sample from which loops are faster than plain arithmetic. */
    private static final double WORTH_LOOPS = 400;

    private final Plan plan;
    private final Watch watch;
    private final Costs costs;
    /** Whether straight-line code can't be made, or would be too long. */
    private boolean tooLong;

    private double updates;
    private Kernel plain;
    private Kernel straight;
    private Kernel matrices;

    PlanKernels(Plan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
        costs = new Costs(plan);
        tooLong = !canBeStraight(plan);
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
        double otherwise = tooLong ? costs.loops() : Math.min(costs.straight(), costs.loops());
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
        if (straight == null && !tooLong && updates * costs.plain() > WORTH_GENERATING) {
            Straight.Code code = StraightClass.of(plan);
            straight = code == null ? null : new Straight(plan, code);
            tooLong = code == null;
        }
        if (straight != null) {
            return straight;
        }
        if (plain == null) {
            plain = costs.products() > WORTH_LOOPS && !onlyPlain(plan) ? loops() : new Trainer(plan, watch);
        }
        return plain;
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
        return !onlyPlain(plan)
                && plan.precision() == Precision.DOUBLE
                && plan.only() == null
                && plan.network().parameterCount() <= StraightClass.MOST_BYTES / 20;
    }
}
