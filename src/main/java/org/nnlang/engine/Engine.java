package org.nnlang.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.nnlang.network.Kernel;
import org.nnlang.network.Kernels;
import org.nnlang.network.Passes;
import org.nnlang.network.Plan;
import org.nnlang.network.Trainer;
import org.nnlang.network.Watch;

/**
 * Chooses the kernel of a training by what an update costs and how many are made.
 *
 * <p>Small networks: plain arithmetic until there is so much work that generated straight-line code pays for itself.
 * Larger ones: loops, nearly at once. These three give the same bits, so that any of them may go on where another stopped. Products
 * of matrices don't: they begin when they will have saved what it costs to load them, and never where the engine is to be
 * exact. How far that is depends on the script alone, so that a script gives the same digits each time.
 */
public final class Engine implements Kernels {
    private final Supplier<Optional<MatrixProducts>> supplier;
    private Optional<MatrixProducts> products;
    private boolean exact;
    private Watch asked = Watch.NONE;
    private final Watch watch = () -> asked.look();
    private final Passes exactPasses = new EnginePasses(watch, null);
    private Passes productPasses;
    private PlanKernels trained;
    /** Those of the plan that was replayed last, where it is another. */
    private PlanKernels replayed;

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

    /** How far it is: {@code expected} are the updates of the plan that was trained last. */
    public record Moment(boolean exact, Choice choice, PlanKernels trained, double expected) {}

    /** How far it is now. */
    public Moment moment() {
        return new Moment(exact, choice, trained, trained == null ? 0 : trained.expected());
    }

    /** Goes on from an earlier moment, as if nothing had been trained since. */
    public void resume(Moment moment) {
        exact = moment.exact;
        choice = moment.choice;
        trained = moment.trained;
        if (trained != null) {
            trained.expect(moment.expected - trained.expected());
        }
    }

    /** From now on, who is asked whether what takes long goes on. */
    public void watchedBy(Watch other) {
        asked = other;
    }

    @Override
    public Watch watch() {
        return watch;
    }

    /**
     * Forward passes of many samples at a state that an exact kernel has made, or another. At the latter they are made by
     * products of matrices too, unless all is to be exact: its digits are those of the products already.
     */
    public Passes passes(boolean exactState) {
        if (exact || exactState || products().isEmpty()) {
            return exactPasses;
        }
        if (productPasses == null) {
            productPasses = new EnginePasses(watch, products().get());
        }
        return productPasses;
    }

    /** Which kernel was chosen last to train with, or null; to replay what was trained changes nothing. */
    public Choice choice() {
        return choice;
    }

    @Override
    public Kernel of(Plan plan, long updates) {
        trained = of(plan);
        trained.expect(updates);
        boolean wanted = !exact && trained.matricesPay();
        Kernel kernel =
                wanted && products().isPresent() ? trained.matrices(products().get()) : trained.exact();
        choice = choice(kernel, plan, wanted);
        return kernel;
    }

    @Override
    public Kernel again(Plan plan, long updates, boolean wasExact) {
        PlanKernels kernels = of(plan);
        if (kernels != trained) {
            replayed = kernels;
        }
        kernels.expect(updates);
        return wasExact ? kernels.exact() : kernels.matrices(products().orElseThrow());
    }

    private PlanKernels of(Plan plan) {
        if (trained != null && trained.plan() == plan) {
            return trained;
        }
        return replayed != null && replayed.plan() == plan ? replayed : new PlanKernels(plan, watch);
    }

    private Optional<MatrixProducts> products() {
        if (products == null) {
            products = supplier.get();
        }
        return products;
    }

    private Choice choice(Kernel kernel, Plan plan, boolean matricesWanted) {
        return switch (kernel) {
            case MatrixKernel<?> matrices ->
                new Choice(
                        matrices.inTwo() ? "matrix products, two threads" : "matrix products",
                        "large layers in batches of " + plan.batchSize());
            case Straight _, Pieces _ -> new Choice("straight-line code", "a small network, trained for long");
            case Trainer _ ->
                new Choice(
                        "plain arithmetic",
                        PlanKernels.onlyPlain(plan)
                                ? "figures rounded, or in sequence"
                                : (trained.small() ? "a small network, " : "") + "trained for a short time");
            default ->
                new Choice(
                        "loops",
                        trained.small() ? "a small network, trained for a while" : whyNotMatrices(matricesWanted));
        };
    }

    private String whyNotMatrices(boolean wanted) {
        if (exact) {
            return "large layers, exact";
        }
        return wanted
                ? "large layers; no library for matrix products could be loaded"
                : "large layers, too little work for matrix products";
    }
}
