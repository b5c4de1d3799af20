package org.nnlang.engine;

import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.Plan;
import org.nnlang.training.Trainer;

/**
 * The kernels of all plans that differ in their learning rate only, each made when it first pays, and what is needed to
 * know when.
 */
final class PlanKernels {
    /** Nanoseconds to be saved before native code is loaded. */
    private static final double WORTH_LOADING = 200e6;

    /** How many times as fast products of matrices must be. */
    private static final double WORTH_OTHER_DIGITS = 1.25;

    private final Plan plan;
    private final Costs costs;
    /** Whether straight-line code is the fastest of those that give the bits of the plain arithmetic. */
    private final boolean small;

    private double updates;
    private Trainer plain;
    private RatedKernel loops;
    private RatedKernel straight;
    private RatedKernel matrices;
    /** The plan of the next updates. */
    private Plan now;

    PlanKernels(Plan plan) {
        this.plan = plan;
        now = plan;
        costs = new Costs(plan);
        small = canBeStraight(plan) && costs.straight() < Math.min(costs.plain(), costs.loops());
    }

    /** The plan of the next updates. */
    Plan plan() {
        return now;
    }

    /** Turns to another plan; false, and nothing, if it differs in more than the learning rate. */
    boolean turnTo(Plan other) {
        boolean same = now == other || plan.at(other.learningRate()).equals(other);
        if (same && now != other) {
            now = other;
            plain = null;
        }
        return same;
    }

    /** Whether straight-line code is the fastest, where it is made. */
    boolean small() {
        return small;
    }

    /** Counts updates that are to be made. */
    void expect(double more) {
        updates += more;
    }

    /** How many updates were to be made so far. */
    double expected() {
        return updates;
    }

    /** Whether products of matrices would save more than they cost. */
    boolean matricesPay() {
        double otherwise = small ? costs.straight() : costs.loops();
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
                    ? new MatrixKernel<>(plan, new Singles(), library, inTwo)
                    : new MatrixKernel<>(plan, new Doubles(), library, inTwo);
        }
        return matrices;
    }

    /** The fastest that gives the bits of the plain arithmetic. */
    Kernel exact() {
        double byPlain = updates * costs.plain();
        double byLoops = costs.compilingLoops() + updates * costs.loops();
        if (small && straightPays()) {
            straight = straight == null ? straight(plan) : straight;
            return straight;
        }
        if (byLoops < byPlain && !onlyPlain(plan)) {
            loops = loops == null ? loops() : loops;
            return loops;
        }
        plain = plain == null ? new Trainer(now) : plain;
        return plain;
    }

    /** Whether straight-line code would save more than it costs to make. */
    private boolean straightPays() {
        double otherwise = Math.min(updates * costs.plain(), costs.compilingLoops() + updates * costs.loops());
        return costs.generating() + updates * costs.straight() < otherwise;
    }

    /** Straight-line code: in one method where it is short. */
    static RatedKernel straight(Plan plan) {
        Straight.Code code = StraightClass.of(plan);
        return code == null ? PiecesClass.of(plan) : new Straight(plan, code);
    }

    private RatedKernel loops() {
        return plan.precision() == Precision.SINGLE
                ? new LoopKernel<>(plan, new Singles())
                : new LoopKernel<>(plan, new Doubles());
    }

    /** Whether figures are worked out in a way that no other kernel has: rounded, in sequence, or with a slip. */
    static boolean onlyPlain(Plan plan) {
        ArithmeticMode arithmetic = plan.arithmetic();
        return !arithmetic.equals(ArithmeticMode.DOUBLE) && !arithmetic.equals(ArithmeticMode.SINGLE)
                || plan.network().loss().variation() != null;
    }

    static boolean canBeStraight(Plan plan) {
        return !onlyPlain(plan) && plan.precision() == Precision.DOUBLE && plan.only() == null;
    }
}
