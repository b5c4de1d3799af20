package org.nnlang.engine;

import java.util.concurrent.TimeUnit;
import org.nnlang.blas.OpenBlas;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Precision;
import org.nnlang.training.Kernel;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;
import org.nnlang.training.Trainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per sample of each kernel on the work that it is there for, alone and with the history of a training. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBench.SAMPLES)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBench {
    /** Samples of one invocation, about: whole updates of each of the batches. */
    static final int SAMPLES = 4800;

    /** A kernel at work. */
    @org.openjdk.jmh.annotations.State(Scope.Benchmark)
    public abstract static class Running {
        private Kernel kernel;
        private State state;
        private Timeline timeline;
        private Plan plan;
        private long updates;

        abstract Work work();

        abstract String kernel();

        @Setup
        public void start() {
            plan = work().plan();
            kernel = kernel(plan, kernel());
            updates = SAMPLES / Batch.most(plan);
            state = new State(Work.parameters(plan));
            timeline = new Timeline(Work.parameters(plan), new Kernels() {
                @Override
                public Kernel of(Plan same, long some) {
                    return kernel;
                }
            });
        }

        void alone() {
            kernel.run(state, updates);
        }

        void withHistory() {
            timeline.train(plan, updates, Cancellation.NONE);
        }

        private static Kernel kernel(Plan plan, String name) {
            return switch (name) {
                case "plain" -> new Trainer(plan);
                case "straight" -> PlanKernels.straight(plan);
                case "pieces" -> PiecesClass.of(plan);
                case "loops" ->
                    plan.precision() == Precision.SINGLE
                            ? new LoopKernel<>(plan, new Singles())
                            : new LoopKernel<>(plan, new Doubles());
                case "matrices" -> {
                    MatrixProducts products = OpenBlas.load().orElseThrow();
                    yield plan.precision() == Precision.SINGLE
                            ? new MatrixKernel<>(plan, new Singles(), products, false)
                            : new MatrixKernel<>(plan, new Doubles(), products, false);
                }
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** Small networks. */
    public static class Small extends Running {
        @Param({"A", "B", "B_FULL", "C", "C16"})
        public Work work;

        @Param({"plain", "straight", "pieces", "loops"})
        public String kernel;

        @Override
        Work work() {
            return work;
        }

        @Override
        String kernel() {
            return kernel;
        }
    }

    /** Large networks. */
    public static class Large extends Running {
        @Param({"D64", "D64_SINGLE", "D784", "D784_SINGLE"})
        public Work work;

        @Param({"plain", "loops", "matrices"})
        public String kernel;

        @Override
        Work work() {
            return work;
        }

        @Override
        String kernel() {
            return kernel;
        }
    }

    @Benchmark
    public void small(Small running) {
        running.alone();
    }

    @Benchmark
    public void smallWithHistory(Small running) {
        running.withHistory();
    }

    @Benchmark
    public void large(Large running) {
        running.alone();
    }

    @Benchmark
    public void largeWithHistory(Large running) {
        running.withHistory();
    }
}
