package org.nnlang.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.nnlang.network.Kernel;
import org.nnlang.network.Kernels;
import org.nnlang.network.Loss;
import org.nnlang.network.Method;
import org.nnlang.network.Passes;
import org.nnlang.network.Plan;
import org.nnlang.network.Precision;
import org.nnlang.network.Trainer;

/**
 * Chooses the kernel of a training by what an update costs and how many are made.
 *
 * <p>Small networks: plain arithmetic until there is so much work that generated straight-line code pays for itself.
 * Larger ones: loops, at once. These three give the same bits, so that any of them may go on where another stopped. Products
 * of matrices don't: they begin when they will have saved what it costs to load them, and never where the engine is to be
 * exact. How far that is depends on the script alone, so that a script gives the same digits each time.
 */
public final class Engine implements Kernels {
    /** Plain work, in nanoseconds, that costs about as much as generating code and having it compiled. */
    private static final double WORTH_GENERATING = 100e6;

    /** Nanoseconds to be saved before native code is loaded. */
    private static final double WORTH_LOADING = 200e6;

    /** How many times as fast products of matrices must be. */
    private static final double WORTH_OTHER_DIGITS = 1.25;

    /** Multiplications of a sample from which loops are faster than plain arithmetic. */
    private static final double WORTH_LOOPS = 400;

    private final Supplier<Optional<MatrixProducts>> supplier;
    private Optional<MatrixProducts> products;
    private boolean exact;

    private Plan plan;
    private Costs costs;
    private Kernel plain;
    private Kernel straight;
    private Kernel matrices;
    private boolean tooLong;
    /** Whether products of matrices would pay, if there were a library for them. */
    private boolean missing;

    private double updates;
    private Choice choice;

    /** An engine without products of matrices. */
    public Engine() {
        this(Optional::empty);
    }

    /** An engine that asks for products of matrices when it first needs them. */
    public Engine(Supplier<Optional<MatrixProducts>> products) {
        supplier = products;
    }

    /** From now on, whether every kernel must give the bits of the plain arithmetic. */
    public void keepExact(boolean wanted) {
        exact = wanted;
    }

    /** Forward passes of many samples. */
    public Passes passes() {
        return new LoopPasses();
    }

    /** Which kernel was chosen last, or null. */
    public Choice choice() {
        return choice;
    }

    @Override
    public Kernel of(Plan plan, long updates) {
        turnTo(plan);
        if (onlyPlain(plan)) {
            return plain();
        }
        this.updates += updates;
        boolean wanted = !exact && matricesPay();
        if (wanted && products().isPresent()) {
            return matrices();
        }
        missing = wanted;
        return exact();
    }

    @Override
    public Kernel again(Plan plan, long updates, boolean wasExact) {
        turnTo(plan);
        if (onlyPlain(plan)) {
            return plain();
        }
        if (!wasExact) {
            return matrices();
        }
        this.updates += updates;
        return exact();
    }

    private void turnTo(Plan other) {
        if (other != plan) {
            plan = other;
            costs = new Costs(other);
            plain = null;
            straight = null;
            matrices = null;
            tooLong = !canBeStraight(other);
            missing = false;
            updates = 0;
        }
    }

    private boolean matricesPay() {
        double otherwise = tooLong ? costs.loops() : Math.min(costs.straight(), costs.loops());
        double matrices = costs.matrices();
        return matrices * WORTH_OTHER_DIGITS < otherwise && updates * (otherwise - matrices) > WORTH_LOADING;
    }

    private Optional<MatrixProducts> products() {
        if (products == null) {
            products = supplier.get();
        }
        return products;
    }

    private Kernel matrices() {
        if (matrices == null) {
            MatrixProducts library = products().orElseThrow();
            matrices = plan.precision() == Precision.SINGLE
                    ? new MatrixKernel<>(plan, new Singles(), library)
                    : new MatrixKernel<>(plan, new Doubles(), library);
        }
        choice = new Choice("matrix products", "large layers in batches of " + plan.batchSize());
        return matrices;
    }

    private Kernel exact() {
        if (straight == null && !tooLong && updates * costs.plain() > WORTH_GENERATING) {
            Straight.Code code = StraightClass.of(plan);
            straight = code == null ? null : new Straight(plan, code);
            tooLong = code == null;
        }
        if (straight != null) {
            choice = new Choice("straight-line code", "a small network, trained for long");
            return straight;
        }
        if (plain == null) {
            plain = costs.products() > WORTH_LOOPS ? loops() : new Trainer(plan);
        }
        choice = plain instanceof Trainer
                ? new Choice("plain arithmetic", "a small network, trained for a short time")
                : new Choice("loops", whyNotMatrices());
        return plain;
    }

    private String whyNotMatrices() {
        if (exact) {
            return "large layers, exact";
        }
        return missing
                ? "large layers; no library for matrix products could be loaded"
                : "large layers, too little work for matrix products";
    }

    private Kernel loops() {
        return plan.precision() == Precision.SINGLE
                ? new LoopKernel<>(plan, new Singles())
                : new LoopKernel<>(plan, new Doubles());
    }

    /** Whether figures are worked out in a way that no other kernel has: rounded, in sequence, or with a slip. */
    private static boolean onlyPlain(Plan plan) {
        Method method = plan.method();
        return !method.equals(Method.DOUBLE) && !method.equals(Method.SINGLE)
                || plan.network().loss() instanceof Loss.Varied;
    }

    private Kernel plain() {
        choice = new Choice("plain arithmetic", "figures rounded, or in sequence");
        if (plain == null) {
            plain = new Trainer(plan);
        }
        return plain;
    }

    private static boolean canBeStraight(Plan plan) {
        return plan.precision() == Precision.DOUBLE
                && plan.only() == null
                && plan.network().parameterCount() <= StraightClass.MOST_BYTES / 20;
    }
}
