package org.nnlang.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nnlang.math.Evaluation;
import org.nnlang.math.Parts;
import org.nnlang.math.Recipe;

/**
 * Updates parameters by an optimizer's recipe, many at a time.
 *
 * <p>As in PyTorch, what is the same for all parameters (a learning rate, 1 − β, a bias correction) is computed in double and
 * rounded once if the precision is single. If numbers are rounded to decimals, each line of the recipe is.
 */
public final class RecipeUpdate {
    private static final int ROOM = 64;

    /** A line that is ready to be evaluated for each parameter, and the row that takes its values. */
    private record Ready(Evaluation.Values values, double[] row) {}

    /** A line that is the same for all parameters, ready to be evaluated. */
    private record Once(Recipe.Line line, Evaluation.Values values, Same to) {}

    /** The rows of a name that is the same for all parameters: as such lines read it, and as those of each parameter do. */
    private record Same(double[] once, double[] each) {}

    private final ArithmeticMode arithmetic;
    private final boolean rounds;
    private final Evaluation shared = new Evaluation(1, false);
    private final Evaluation own;
    /** Lines that are the same for all parameters, but not for all updates. */
    private final List<Once> once = new ArrayList<>();

    private final List<Ready> each = new ArrayList<>();
    private final List<double[]> memory = new ArrayList<>();
    private final double[] p;
    private final double[] g;
    private final Same rate;
    private final Same n;

    /** The updates of an optimizer with this decay. */
    public RecipeUpdate(Optimizer optimizer, double decay, ArithmeticMode arithmetic) {
        this.arithmetic = arithmetic;
        rounds = arithmetic.rounds();
        own = new Evaluation(ROOM, arithmetic.precision() == Precision.SINGLE);
        p = own.row("p");
        g = own.row("g");
        rate = same("η");
        n = same("n");
        optimizer.memory().forEach(name -> memory.add(own.row(name)));
        Recipe.Split split = Optimizer.split(optimizer.recipe(decay));
        for (Recipe.Line line : split.once()) {
            Once ready = new Once(line, shared.of(line.formula()), same(line.name()));
            evaluate(ready);
            if (Parts.hasVariables(line.formula())) {
                once.add(ready);
            }
        }
        split.each().forEach(line -> each.add(new Ready(own.of(line.formula()), own.row(line.name()))));
    }

    private Same same(String name) {
        return new Same(shared.row(name), own.row(name));
    }

    /** Prepares the {@code n}-th update, from 1, since the memory was empty. */
    public void begin(double rate, long n) {
        set(this.rate, rate);
        set(this.n, n);
        once.forEach(this::evaluate);
    }

    private void evaluate(Once ready) {
        double value = ready.values.at(1)[0];
        set(ready.to, rounds && ready.line.isWritten() ? arithmetic.round(value) : value);
    }

    private void set(Same same, double value) {
        if (Double.compare(same.once[0], value) != 0) {
            same.once[0] = value;
            Arrays.fill(same.each, arithmetic.precision().round(value));
        }
    }

    /** Updates the trained ones of some parameters and what is remembered of them. */
    public void apply(
            double[] parameters, double[][] remembered, double[] gradient, boolean[] trained, int from, int to) {
        for (int at = from; at < to; at++) {
            int end = at;
            while (end < to && trained[end]) {
                end++;
            }
            apply(parameters, remembered, gradient, at, end);
            at = end;
        }
    }

    private void apply(double[] parameters, double[][] remembered, double[] gradient, int from, int to) {
        for (int at = from; at < to; at += ROOM) {
            int count = Math.min(ROOM, to - at);
            System.arraycopy(parameters, at, p, 0, count);
            System.arraycopy(gradient, at, g, 0, count);
            for (int slot = 0; slot < memory.size(); slot++) {
                System.arraycopy(remembered[slot], at, memory.get(slot), 0, count);
            }
            for (int k = 0; k < each.size(); k++) {
                evaluate(each.get(k), count);
            }
            System.arraycopy(p, 0, parameters, at, count);
            for (int slot = 0; slot < memory.size(); slot++) {
                System.arraycopy(memory.get(slot), 0, remembered[slot], at, count);
            }
        }
    }

    private void evaluate(Ready ready, int count) {
        System.arraycopy(ready.values.at(count), 0, ready.row, 0, count);
        for (int i = 0; rounds && i < count; i++) {
            ready.row[i] = arithmetic.round(ready.row[i]);
        }
    }
}
