package org.nnlang.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.nnlang.network.BatchForward;
import org.nnlang.training.Kernel;
import org.nnlang.training.KernelChoice;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.Trainer;

/**
 * Chooses the kernel of a training by what an update costs and how many are made.
 *
 * <p>Small networks: plain arithmetic until there is so much work that generated straight-line code pays for itself.
 * Larger ones: loops, nearly at once. These three give the same bits, so that any of them may go on where another stopped. Products
 * of matrices don't: they begin when they will have saved what it costs to load them, and never where the engine is to be
 * exact. How far that is depends on the script alone, so that a script gives the same digits each time.
 */
public final class Engine implements Kernels {
    private static final String MATRICES = "matrix products";
    private static final String MATRICES_IN_TWO = "matrix products, two threads";
    private static final String STRAIGHT = "straight-line code";
    private static final String PLAIN = "plain arithmetic";

    private final Supplier<Optional<MatrixProducts>> supplier;
    private Optional<MatrixProducts> products;
    private boolean exact;
    private final BatchForward exactPasses = new EnginePasses(null);
    private BatchForward productPasses;
    private PlanKernels trained;
    /** Those of the plan that was replayed last, where it is another. */
    private PlanKernels replayed;

    private Chosen choice;

    /**
     * What was chosen; its reason is worded when it is asked for.
     *
     * @param wanted whether matrix products were
     */
    private record Chosen(String kernel, Plan plan, boolean exact, boolean wanted, boolean small) {
        String reason() {
            return switch (kernel) {
                case MATRICES, MATRICES_IN_TWO -> "large layers in batches of " + plan.batchSize();
                case STRAIGHT -> "a small network, trained for long";
                case PLAIN -> whyPlain();
                default -> whyLoops();
            };
        }

        private String whyPlain() {
            if (PlanKernels.onlyPlain(plan)) {
                return "figures rounded, or in sequence";
            }
            return (small ? "a small network, " : "") + "trained for a short time";
        }

        private String whyLoops() {
            if (small) {
                return "a small network, trained for a while";
            }
            if (exact) {
                return "large layers, exact";
            }
            return wanted
                    ? "large layers; no library for matrix products could be loaded"
                    : "large layers, too little work for matrix products";
        }
    }

    /** An engine without products of matrices. */
    public Engine() {
        this(Optional::empty);
    }

    /** An engine that asks for products of matrices when it first needs them. */
    public Engine(Supplier<Optional<MatrixProducts>> products) {
        supplier = products;
    }

    @Override
    public void keepExact(boolean wanted) {
        exact = wanted;
    }

    @Override
    public Runnable moment() {
        boolean exactThen = exact;
        Chosen choiceThen = choice;
        Plan planThen = trained == null ? null : trained.plan();
        double expected = trained == null ? 0 : trained.expected();
        return () -> {
            exact = exactThen;
            choice = choiceThen;
            trained = planThen == null ? null : of(planThen); // not kept: kernels take memory
            if (trained != null) {
                trained.expect(expected - trained.expected());
            }
        };
    }

    /** At a state that was not made exactly, matrix products serve too, unless all must be exact: its digits come from them. */
    @Override
    public BatchForward passes(boolean exactState) {
        if (exact || exactState || products().isEmpty()) {
            return exactPasses;
        }
        if (productPasses == null) {
            productPasses = new EnginePasses(products().get());
        }
        return productPasses;
    }

    @Override
    public KernelChoice choice() {
        return choice == null ? null : new KernelChoice(choice.kernel, choice.reason());
    }

    @Override
    public Kernel of(Plan plan, long updates) {
        trained = of(plan);
        trained.expect(updates);
        boolean wanted = !exact && trained.matricesPay();
        Kernel kernel =
                wanted && products().isPresent() ? trained.matrices(products().get()) : trained.exact();
        choice = new Chosen(name(kernel), plan, exact, wanted, trained.small());
        return at(kernel, plan);
    }

    @Override
    public Kernel again(Plan plan, long updates, boolean wasExact) {
        PlanKernels kernels = of(plan);
        if (kernels != trained) {
            replayed = kernels;
        }
        kernels.expect(updates);
        return at(wasExact ? kernels.exact() : kernels.matrices(products().orElseThrow()), plan);
    }

    private PlanKernels of(Plan plan) {
        if (trained != null && trained.turnTo(plan)) {
            return trained;
        }
        return replayed != null && replayed.turnTo(plan) ? replayed : new PlanKernels(plan);
    }

    private static Kernel at(Kernel kernel, Plan plan) {
        return kernel instanceof RatedKernel rated ? rated.at(plan) : kernel;
    }

    private Optional<MatrixProducts> products() {
        if (products == null) {
            products = supplier.get();
        }
        return products;
    }

    private static String name(Kernel kernel) {
        return switch (kernel) {
            case MatrixKernel<?> matrices -> matrices.inTwo() ? MATRICES_IN_TWO : MATRICES;
            case Straight _, Pieces _ -> STRAIGHT;
            case Trainer _ -> PLAIN;
            default -> "loops";
        };
    }
}
