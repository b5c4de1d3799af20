package org.nnlang.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.math.Parts;
import org.nnlang.math.Program;
import org.nnlang.math.Recipe;

/**
 * Updates parameters by an optimizer's recipe, many at a time.
 *
 * <p>As in PyTorch, what is the same for all parameters (a learning rate, 1 − β, a bias correction) is computed in double and
 * rounded once if the precision is single. If numbers are rounded to decimals, each line of the recipe is.
 */
public final class RecipeUpdate {
    private static final int ROOM = 128;
    private static final int RATE = 0;
    private static final int N = 1;
    private static final int NORM = 2;

    private final ArithmeticMode arithmetic;
    private final boolean[] trained;
    private final boolean all;
    private final int room;
    /** The lines that are the same for all parameters, but not for all updates, and the lines of each parameter. */
    private final Program.Run once;

    private final Program.Run each;
    /** What is the same for all parameters: η, n, the norm and the values of lines, each as a row of one element. */
    private final double[][] same;
    /** The parameters, their gradient, what is remembered of them, then what is the same for all, as rows. */
    private final double[][] rows;

    /** Room for the first of these rows, if not all parameters are updated at once. */
    private final double[][] copies;

    /**
     * The updates by a recipe.
     *
     * @param memory what it remembers of each parameter
     * @param trained the parameters that it updates
     */
    public RecipeUpdate(Recipe recipe, List<String> memory, ArithmeticMode arithmetic, boolean[] trained) {
        this.arithmetic = arithmetic;
        this.trained = trained;
        all = isAll(trained);
        room = Math.min(ROOM, trained.length);
        Recipe.Split split = Optimizer.split(recipe);
        List<String> names = new ArrayList<>(List.of("η", "n", Optimizer.NORM));
        split.once().forEach(line -> names.add(line.name()));
        List<String> own = new ArrayList<>(List.of("p", "g"));
        own.addAll(memory);
        Set<String> changed = new HashSet<>(own);
        changed.remove("g");
        copies = new double[own.size()][room];
        same = new double[names.size()][1];
        rows = new double[own.size() + names.size()][];
        for (int k = 0; k < names.size(); k++) {
            rows[own.size() + k] = new double[room];
        }
        own.addAll(names);
        int decimals = arithmetic.rounds() ? arithmetic.decimals() : Program.UNROUNDED;
        each = Program.changing(new Recipe(split.each()), changed, decimals, own)
                .run(room, arithmetic.precision() == Precision.SINGLE);
        List<Recipe.Line> changing = new ArrayList<>();
        for (Recipe.Line line : split.once()) {
            if (Parts.hasVariables(line.formula())) {
                changing.add(line);
            } else {
                double value = line.formula().value();
                set(names.indexOf(line.name()), decimals >= 0 && line.isWritten() ? arithmetic.round(value) : value);
            }
        }
        once = changing.isEmpty() ? null : once(changing, decimals, names);
    }

    private static boolean isAll(boolean[] marks) {
        for (boolean mark : marks) {
            if (!mark) {
                return false;
            }
        }
        return true;
    }

    private static Program.Run once(List<Recipe.Line> lines, int decimals, List<String> names) {
        Set<String> changed = new HashSet<>();
        lines.forEach(line -> changed.add(line.name()));
        return Program.changing(new Recipe(lines), changed, decimals, names).run(1);
    }

    /** Prepares the {@code n}-th update, from 1, since the memory was empty. */
    public void begin(double rate, long n) {
        begin(rate, n, Double.NaN);
    }

    /** The same, given the norm of the gradient. */
    public void begin(double rate, long n, double norm) {
        set(RATE, rate);
        set(N, n);
        set(NORM, norm);
        if (once != null) {
            once.change(1, same);
            for (int k = NORM + 1; k < same.length; k++) {
                set(k, same[k][0]);
            }
        }
    }

    private void set(int k, double value) {
        same[k][0] = value;
        double[] row = rows[rows.length - same.length + k];
        double rounded = arithmetic.precision().round(value);
        if (Double.compare(row[0], rounded) != 0) {
            Arrays.fill(row, rounded);
        }
    }

    /** Updates the trained ones of some parameters and what is remembered of them. */
    public void apply(double[] parameters, double[][] remembered, double[] gradient, int from, int to) {
        if (all && from == 0 && to == room) {
            rows[0] = parameters;
            rows[1] = gradient;
            System.arraycopy(remembered, 0, rows, 2, remembered.length);
            each.change(room, rows);
            return;
        }
        System.arraycopy(copies, 0, rows, 0, copies.length);
        for (int at = from; at < to; at += room) {
            int count = Math.min(room, to - at);
            System.arraycopy(parameters, at, copies[0], 0, count);
            System.arraycopy(gradient, at, copies[1], 0, count);
            for (int slot = 0; slot < remembered.length; slot++) {
                System.arraycopy(remembered[slot], at, copies[2 + slot], 0, count);
            }
            each.change(count, rows);
            write(copies[0], parameters, at, count);
            for (int slot = 0; slot < remembered.length; slot++) {
                write(copies[2 + slot], remembered[slot], at, count);
            }
        }
    }

    private void write(double[] row, double[] to, int at, int count) {
        if (all) {
            System.arraycopy(row, 0, to, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (trained[at + i]) {
                to[at + i] = row[i];
            }
        }
    }
}
