package org.nnlang.engine;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nnlang.blas.OpenBlas;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Networks;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Trainer;

/** Times one kernel on one network of a {@link Sweep}. */
public final class SweepRun {
    private static final int ROWS = 240;
    /** So small that nothing is saturated. */
    private static final double RATE = 1e-5;

    private static final double NANOS = 1.2e9;

    private SweepRun() {}

    /** The kernels. */
    enum Which {
        PLAIN,
        LOOPS,
        STRAIGHT,
        MATRICES;

        static Which of(Kernel kernel) {
            return switch (kernel) {
                case Trainer _ -> PLAIN;
                case Straight _, Pieces _ -> STRAIGHT;
                case MatrixKernel<?> _ -> MATRICES;
                default -> LOOPS;
            };
        }

        Kernel make(Plan plan) {
            return switch (this) {
                case PLAIN -> new Trainer(plan);
                case LOOPS -> new LoopKernel<>(plan, new Doubles());
                case STRAIGHT -> PlanKernels.straight(plan);
                case MATRICES ->
                    new MatrixKernel<>(plan, new Doubles(), OpenBlas.load().orElseThrow(), false);
            };
        }
    }

    /** Prints nanoseconds per sample: of many short runs, the middle one of the last third. */
    public static void main(String[] args) {
        Plan plan = plan(Arrays.copyOfRange(args, 2, args.length), args[1]);
        Kernel kernel = Which.valueOf(args[0]).make(plan);
        State state = new State(Networks.parameters(new Random(2), plan.network()));
        int samples = Batch.most(plan);
        long updates = 1 + 1_000_000L / samples / plan.network().weightCount();
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < NANOS) {
            long before = processorTime();
            kernel.run(state, updates);
            times.add((double) (processorTime() - before) / updates / samples);
        }
        List<Double> last = times.subList(times.size() * 2 / 3, times.size());
        System.out.println(last.stream().sorted().toList().get(last.size() / 2));
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What is trained: a shape, the activation of hidden layers, the batch and the optimizer. */
    static Plan plan(String[] work, String width) {
        List<Integer> sizes = Arrays.stream(work[0].replace("h", width).split("-"))
                .map(Integer::valueOf)
                .toList();
        boolean classes = sizes.getLast() > 1;
        List<Activation> activations = new ArrayList<>();
        while (activations.size() < sizes.size() - 2) {
            activations.add(Catalogue.find(Catalogue.ACTIVATIONS, work[1]).standard());
        }
        activations.add(classes ? Activations.SOFTMAX.standard() : Activations.LINEAR.standard());
        Network network = Networks.dense(
                sizes.getFirst(),
                sizes.subList(1, sizes.size()),
                activations,
                classes ? Losses.CROSS_ENTROPY.standard() : Losses.MSE.standard());
        return new Plan(
                network,
                Networks.samples(new Random(1), network, ROWS),
                Optimizers.of(work[3]),
                RATE,
                Integer.parseInt(work[2]),
                false,
                Double.NaN,
                1,
                Precision.DOUBLE,
                null);
    }
}
