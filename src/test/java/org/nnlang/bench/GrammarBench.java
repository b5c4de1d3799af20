package org.nnlang.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.nnlang.grammar.NnLexer;
import org.nnlang.grammar.NnParser;

/**
 * How fast, and in how much memory, ANTLR reads a script of 5 MB that is one large matrix: what a hand-written parser
 * has to beat. Arguments: how often to read it (10), and whether to keep the tree (true).
 */
public final class GrammarBench {
    private static final int ROWS = 400;
    private static final int BYTES = 5_000_000;

    private GrammarBench() {}

    public static void main(String[] args) {
        var times = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        var tree = args.length < 2 || Boolean.parseBoolean(args[1]);
        var script = script();
        System.out.printf(
                "%.1f MB, tree %s, heap of at most %d MB%n",
                script.length() / 1e6,
                tree ? "kept" : "not kept",
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.printf("read in one go by the lexer alone: %.1f MB/s%n", lexed(script, times));
        var best = 0.0;
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            read(script, tree);
            var rate = script.length() / ((System.nanoTime() - start) / 1e9) / 1e6;
            System.out.printf("%2d  %.2f MB/s%n", i + 1, rate);
            best = Math.max(best, rate);
        }
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        var before = usedAfterCollection();
        var kept = read(script, tree);
        var retained = usedAfterCollection() - before;
        System.out.printf(
                "best %.2f MB/s; tokens and tree retain %d MB; peak of the heap %d MB%n",
                best, retained >> 20, peak() >> 20);
        Reference.reachabilityFence(kept);
    }

    private static NnParser.ScriptContext read(String script, boolean tree) {
        var parser = new NnParser(new CommonTokenStream(new NnLexer(CharStreams.fromString(script))));
        parser.setBuildParseTree(tree);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        var context = parser.script();
        if (parser.getNumberOfSyntaxErrors() > 0) {
            throw new IllegalStateException("the script should have been accepted");
        }
        return context;
    }

    private static double lexed(String script, int times) {
        var best = 0.0;
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            BufferedTokenStream tokens = new CommonTokenStream(new NnLexer(CharStreams.fromString(script)));
            tokens.fill();
            best = Math.max(best, script.length() / ((System.nanoTime() - start) / 1e9) / 1e6);
        }
        return best;
    }

    private static String script() {
        var random = new Random(1);
        var columns = BYTES / ROWS / 14;
        var script = new StringBuilder(BYTES + 1000);
        script.append("input x[")
                .append(columns)
                .append("]\nlayer h[")
                .append(ROWS)
                .append("] sigmoid\nweights h = [");
        for (var row = 0; row < ROWS; row++) {
            for (var column = 0; column < columns; column++) {
                script.append(column > 0 ? ", " : row > 0 ? ";\n  " : "");
                script.append(String.format(Locale.ROOT, "%.9f", random.nextDouble() * 2 - 1));
            }
        }
        return script.append("]\n").toString();
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Of all the pools together, at the worst: an upper bound. */
    private static long peak() {
        return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
