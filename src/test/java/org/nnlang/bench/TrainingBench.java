package org.nnlang.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.nnlang.blas.OpenBlas;
import org.nnlang.engine.Engine;
import org.nnlang.language.Event;
import org.nnlang.language.Host;
import org.nnlang.language.Listener;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Precision;
import org.nnlang.network.Quantity;
import org.nnlang.network.Samples;
import org.nnlang.session.Session;
import org.nnlang.text.Source;
import org.nnlang.training.Kernel;
import org.nnlang.training.Kernels;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Timeline;

/**
 * What a training costs beside its updates: nanoseconds of processor time for each sample, by the kernel alone, with the
 * history, and as scripts; then how long it takes to go back after a long one. The networks are those of bench/.
 */
public final class TrainingBench {
    private static final int WARMUP = 12;
    private static final int ROUNDS = 21;
    private static final double SECONDS = 0.1;

    private static final Listener SILENT = new Listener() {
        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported reported) {
                throw new IllegalStateException(reported.diagnostic().toString());
            }
        }
    };

    /** A network and its samples, as a plan and as a script. */
    private record Work(String name, Plan plan, String script, String csv) {
        static Work of(String name, int rows, int batch, double rate, String loss, String hidden, int... sizes) {
            boolean classes = loss.equals("cross_entropy");
            Network network = new Network(
                    Neurons.numbered("x", sizes[0]),
                    List.of(
                            Layer.trained(Neurons.numbered("h", sizes[1]), activation(hidden)),
                            Layer.trained(
                                    Neurons.numbered("y", sizes[2]),
                                    classes ? Activations.SOFTMAX.standard() : Activations.SIGMOID.standard())),
                    classes ? Losses.CROSS_ENTROPY.standard() : Losses.SQUARED.standard());
            Samples samples = samples(new Random(1), rows, sizes[0], sizes[2]);
            Plan plan = new Plan(
                    network, samples, Optimizers.of("sgd"), rate, batch, false, Double.NaN, 1, Precision.DOUBLE, null);
            String script = "input x[" + sizes[0] + "]; layer h[" + sizes[1] + "] " + hidden + "; layer y[" + sizes[2]
                    + "] " + (classes ? "softmax" : "sigmoid") + "; loss " + loss + "; batch = " + batch
                    + "; learning rate = " + rate + "; data = csv(\"data.csv\", target: " + names("t", sizes[2]) + ")";
            return new Work(name, plan, script, csv(samples));
        }

        private static Activation activation(String name) {
            return switch (name) {
                case "relu" -> Activations.RELU.standard();
                case "tanh" -> Activations.TANH.standard();
                default -> Activations.SIGMOID.standard();
            };
        }

        private static Samples samples(Random random, int rows, int inputs, int outputs) {
            double[][] x = new double[rows][inputs];
            double[][] t = new double[rows][outputs];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < inputs; i++) {
                    x[row][i] = random.nextInt(100) / 100.0;
                }
                t[row][random.nextInt(outputs)] = 1;
            }
            return Samples.of(x, t);
        }

        private static String names(String prefix, int count) {
            StringJoiner names = new StringJoiner(", ", "[", "]");
            for (int i = 1; i <= count; i++) {
                names.add(prefix + i);
            }
            return names.toString();
        }

        private static String csv(Samples samples) {
            int inputs = samples.inputs()[0].length;
            int outputs = samples.targets()[0].length;
            StringBuilder text = new StringBuilder();
            text.append(names("x", inputs), 1, names("x", inputs).length() - 1).append(",");
            text.append(names("t", outputs), 1, names("t", outputs).length() - 1)
                    .append("\n");
            for (int row = 0; row < samples.size(); row++) {
                for (double value : samples.inputs()[row]) {
                    text.append(value).append(',');
                }
                for (int k = 0; k < outputs; k++) {
                    text.append(samples.targets()[row][k]).append(k + 1 < outputs ? ',' : '\n');
                }
            }
            return text.toString().replace(" ", "");
        }

        Session session() {
            Session session = new Session(new Host() {
                @Override
                public String read(String path) {
                    return csv;
                }

                @Override
                public Kernels kernels() {
                    return new Engine(OpenBlas::load);
                }
            });
            session.run(new Source("bench", script), SILENT);
            return session;
        }
    }

    /** Something that is done for so many epochs. */
    private interface Way {
        void run(long epochs);
    }

    private record Named(String name, Way way) {}

    private TrainingBench() {}

    /** Prints both tables; names of networks say which. */
    public static void main(String[] args) {
        List<Work> all = List.of(
                Work.of("A", 1, 1, 0.5, "squared", "sigmoid", 2, 2, 2),
                Work.of("B", 4, 1, 0.5, "squared", "tanh", 2, 4, 1),
                Work.of("C", 150, 1, 0.05, "cross_entropy", "sigmoid", 4, 10, 3),
                Work.of("C16", 150, 16, 0.05, "cross_entropy", "sigmoid", 4, 10, 3),
                Work.of("D64", 1797, 64, 0.1, "cross_entropy", "relu", 64, 32, 10),
                Work.of("D784", 2000, 64, 0.1, "cross_entropy", "relu", 784, 128, 10));
        List<Work> asked = all.stream()
                .filter(work -> args.length == 0 || List.of(args).contains(work.name))
                .toList();
        System.out.println("| work | kernel alone | with history | `train` | `every 10 { }` | a forward pass "
                + "| `until loss < 0` | more |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: |");
        asked.forEach(TrainingBench::beside);
        System.out.println("\n| work | updates | `show w1 @ n` | next one | `undo` | `reset` |");
        System.out.println("| --- | --: | --: | --: | --: | --: |");
        asked.forEach(TrainingBench::back);
    }

    // ---- beside the updates

    private static void beside(Work work) {
        List<Named> ways = ways(work);
        long epochs = 1;
        while (time(ways.getFirst().way, epochs) < SECONDS) {
            epochs = Math.max(epochs + 1, epochs * 3 / 2);
        }
        double[][] times = new double[ways.size()][ROUNDS];
        for (int round = -WARMUP; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                double time = time(ways.get(i).way, epochs);
                if (round >= 0) {
                    times[i][round] = 1e9 * time / (epochs * work.plan.samples().size());
                }
            }
        }
        StringJoiner line = new StringJoiner(" | ", "| ", " |").add(work.name);
        double kernel = median(times[0]);
        for (int i = 0; i < times.length; i++) {
            double median = median(times[i]);
            String share =
                    i == 0 || i == 4 ? "" : String.format(Locale.ROOT, " (%+.0f%%)", 100 * (median / kernel - 1));
            line.add(String.format(Locale.ROOT, "%.1f%s", median, i == 5 ? "" : share));
        }
        line.add(String.format(Locale.ROOT, "%.1f", median(times[5]) - kernel));
        System.out.println(line);
    }

    private static List<Named> ways(Work work) {
        Plan plan = work.plan;
        Engine engine = new Engine(OpenBlas::load);
        Kernel kernel = engine.of(plan, 1L << 40);
        State state = new State(start(plan));
        Timeline timeline = new Timeline(start(plan), engine, Cancellation.NONE);
        Session train = work.session();
        Session every = work.session();
        Session until = work.session();
        List<Named> ways = new ArrayList<>();
        ways.add(new Named("kernel", epochs -> kernel.run(state, epochs * plan.updatesPerEpoch())));
        ways.add(new Named(
                "history", epochs -> timeline.train(plan, epochs * plan.updatesPerEpoch(), Cancellation.NONE)));
        ways.add(new Named("train", epochs -> run(train, "train " + epochs)));
        ways.add(new Named("every", epochs -> run(every, "train " + epochs + " every 10 { }")));
        ways.add(new Named("forward", epochs -> {
            for (long i = 0; i < epochs; i++) {
                state.values(
                                plan.network(),
                                plan.optimizer(),
                                null,
                                plan.samples(),
                                plan.arithmetic(),
                                engine.passes(kernel.exact()),
                                Cancellation.NONE)
                        .value(new Quantity.MeanLoss(Quantity.Set.TRAINING));
            }
        }));
        ways.add(new Named("until", epochs -> run(until, "train " + epochs + " until loss < 0")));
        return ways;
    }

    private static void run(Session session, String script) {
        session.run(new Source("bench", script), SILENT);
    }

    private static double[] start(Plan plan) {
        Random random = new Random(2);
        double scale = 1 / Math.sqrt(plan.network().size(0));
        return random.doubles(plan.network().parameterCount(), -scale, scale).toArray();
    }

    /** Seconds of processor time. */
    private static double time(Way way, long epochs) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        way.run(epochs);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    // ---- back

    private static void back(Work work) {
        Session session = work.session();
        long epochs = 1;
        while (milliseconds(session, "train " + epochs) < 3000) {
            epochs *= 2;
        }
        long steps = (long) session.number("step");
        double[] looks = new double[15];
        double[] next = new double[looks.length];
        for (int i = 0; i < looks.length; i++) {
            long step = steps / looks.length * i + 12_345 % (steps / looks.length);
            looks[i] = milliseconds(session, "show w1 @ " + step);
            next[i] = milliseconds(session, "show w1 @ " + (step + 1));
        }
        milliseconds(session, "train " + epochs);
        Arrays.sort(looks);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.0f … %.0f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                work.name,
                steps,
                looks[looks.length / 2],
                looks[looks.length - 1],
                median(next),
                milliseconds(session, "undo"),
                milliseconds(session, "reset"));
    }

    private static double milliseconds(Session session, String script) {
        long before = System.nanoTime();
        run(session, script);
        return (System.nanoTime() - before) / 1e6;
    }
}
