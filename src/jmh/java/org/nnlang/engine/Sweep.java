package org.nnlang.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nnlang.blas.OpenBlas;
import org.nnlang.training.Plan;

/**
 * Times networks of growing width by every kernel, and shows which one the engine takes for a long training and whether
 * the cost jumps where it takes another.
 *
 * <p>The arguments are a shape, as {@code 4-h-3}, where the width stands for each h; the activation of hidden layers; the
 * batch; the optimizer; and widths, if others than the usual ones. Each figure is measured in a Java of its own, since how
 * fast a kernel gets depends on what ran before it.
 */
public final class Sweep {
    private static final String[] WIDTHS = {"4", "8", "12", "16", "20", "24", "32", "48", "64"};
    /** As the launcher has it. */
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=20000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=1000000");

    private final String[] work;
    private SweepRun.Which before;

    private Sweep(String[] work) {
        this.work = work;
    }

    /** Prints the table. */
    public static void main(String[] args) throws IOException {
        Sweep sweep = new Sweep(Arrays.copyOf(args, 4));
        System.out.println(String.join(" ", sweep.work) + ": ns of processor time per sample");
        System.out.printf("%5s %8s", "h", "weights");
        for (SweepRun.Which which : SweepRun.Which.values()) {
            System.out.printf(" %9s", which.name().toLowerCase(Locale.ROOT));
        }
        System.out.printf("  %-9s %10s %6s %5s%n", "engine", "per weight", "× best", "jump");
        for (String width : args.length > 4 ? Arrays.copyOfRange(args, 4, args.length) : WIDTHS) {
            sweep.row(width);
        }
    }

    private void row(String width) throws IOException {
        Plan plan = SweepRun.plan(work, width);
        Map<SweepRun.Which, Double> times = new EnumMap<>(SweepRun.Which.class);
        System.out.printf("%5s %8d", width, plan.network().weightCount());
        for (SweepRun.Which which : SweepRun.Which.values()) {
            times.put(which, apart(which, width));
            System.out.printf(" %9.1f", times.get(which));
        }
        Engine engine = new Engine(OpenBlas::load);
        SweepRun.Which taken = SweepRun.Which.of(engine.of(plan, 1_000_000_000));
        double best = times.values().stream().min(Double::compare).orElseThrow();
        double time = times.get(taken);
        System.out.printf(
                "  %-9s %10.2f %6.2f %5s%n",
                taken.name().toLowerCase(Locale.ROOT),
                time / plan.network().weightCount(),
                time / best,
                jump(taken, times));
        before = taken;
    }

    /** What this kernel takes for this width, to what the one before would take; empty where it is the same. */
    private String jump(SweepRun.Which taken, Map<SweepRun.Which, Double> times) {
        return before == null || before == taken
                ? ""
                : String.format(Locale.ROOT, "%.2f", times.get(taken) / times.get(before));
    }

    /** Measures in a new Java. */
    private double apart(SweepRun.Which which, String width) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SweepRun.class.getName()));
        command.add(which.name());
        command.add(width);
        command.addAll(List.of(work));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
