package org.nnlang.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.nnlang.syntax.Syntax;
import org.nnlang.text.Source;

/**
 * How fast, and in how much memory, large scripts are parsed. Arguments: how often (21, the median counts), and how many
 * megabytes a script has (5).
 */
public final class SyntaxBench {
    private SyntaxBench() {}

    public static void main(String[] args) {
        var times = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        var bytes = (int) ((args.length > 1 ? Double.parseDouble(args[1]) : 5) * 1e6);
        System.out.printf("heap of at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        scripts().forEach((name, script) -> measure(name, script.apply(bytes), times));
    }

    private static Map<String, Function<Integer, String>> scripts() {
        Map<String, Function<Integer, String>> scripts = new LinkedHashMap<>();
        scripts.put("weights of 9 decimals", bytes -> matrix(bytes, r -> String.format(Locale.ROOT, "%.9f", r)));
        scripts.put("weights of all digits", bytes -> matrix(bytes, r -> Double.toString(r)));
        scripts.put("weights with exponents", bytes -> matrix(bytes, r -> String.format(Locale.ROOT, "%.8e", r)));
        scripts.put("short statements", bytes -> repeated(bytes, "w%d = 0.25\n"));
        scripts.put("expressions", bytes -> repeated(bytes, "show out(h1) * (1 - out(h1)) + w%d, error\n"));
        scripts.put("rows of data", bytes -> "data = [" + repeated(bytes, "0.5, %d -> 0, 1;\n") + "0, 0 -> 0, 1]");
        return scripts;
    }

    private static String matrix(int bytes, Function<Double, String> number) {
        var random = new Random(1);
        var script = new StringBuilder(bytes + 100).append("weights h = [");
        for (var i = 1; script.length() < bytes; i++) {
            script.append(number.apply(random.nextDouble() * 2 - 1)).append(i % 800 == 0 ? ";\n  " : ", ");
        }
        return script.append("1]\n").toString();
    }

    private static String repeated(int bytes, String line) {
        var script = new StringBuilder(bytes + 100);
        for (var i = 1; script.length() < bytes; i++) {
            script.append(line.formatted(i));
        }
        return script.toString();
    }

    private static void measure(String name, String text, int times) {
        var source = new Source("bench.nn", text);
        var rates = new double[times];
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            parse(source);
            rates[i] = text.length() / ((System.nanoTime() - start) / 1e9) / 1e6;
        }
        var first = rates[0];
        Arrays.sort(rates);
        var before = usedAfterCollection();
        resetPeak();
        var kept = parse(source);
        var peak = peak();
        System.out.printf(
                Locale.ROOT,
                "%-23s %5.1f MB  first %6.1f MB/s  median %6.1f MB/s  keeps %4d MB, peak %4d MB%n",
                name,
                text.length() / 1e6,
                first,
                rates[times / 2],
                usedAfterCollection() - before >> 20,
                peak >> 20);
        Reference.reachabilityFence(kept);
    }

    private static Syntax.Result parse(Source source) {
        var result = Syntax.parse(source);
        if (!result.diagnostics().isEmpty()) {
            throw new IllegalStateException(
                    result.diagnostics().getFirst().what().title());
        }
        return result;
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /** Of all the pools of the heap together, at the worst: an upper bound. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
