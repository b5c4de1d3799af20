package org.nnlang.math;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Evaluates formulas again and again, for many elements at a time, by {@link Program}: each variable is a row of numbers.
 *
 * <p>Nothing is allocated during an evaluation; an object serves one thread at a time.
 */
public final class Evaluation {
    private final int room;
    private final boolean single;
    private final Map<String, double[]> rows = new HashMap<>();

    /**
     * @param room the length of the rows
     * @param single whether the result of each operation is rounded to float32
     */
    public Evaluation(int room, boolean single) {
        this.room = room;
        this.single = single;
    }

    /** The row of a variable: callers write its values there. */
    public double[] row(String variable) {
        return rows.computeIfAbsent(variable, _ -> new double[room]);
    }

    /** Prepares a formula. */
    public Values of(Formula formula) {
        Set<String> names = new LinkedHashSet<>();
        Parts.addVariables(formula, names);
        Program.Run run = Program.of(formula, names.toArray(String[]::new)).run(room, single);
        double[][] of = names.stream().map(this::row).toArray(double[][]::new);
        double[] to = new double[room];
        return count -> {
            run.compute(to, count, of);
            return to;
        };
    }

    /** What a formula gives. */
    @FunctionalInterface
    public interface Values {
        /** The formula's values for the first {@code count} elements: a row, valid until the next call. */
        double[] at(int count);
    }
}
