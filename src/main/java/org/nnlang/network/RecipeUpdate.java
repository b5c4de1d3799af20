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

    /** A line that is ready to be evaluated. */
    private record Ready(Recipe.Line line, Evaluation.Values values) {}

    private final ArithmeticMode arithmetic;
    private final Evaluation shared = new Evaluation(1, false);
    private final Evaluation own;
    /** Lines that are the same for all parameters, but not for all updates. */
    private final List<Ready> once = new ArrayList<>();

    private final List<Ready> each = new ArrayList<>();
    private final List<double[]> memory = new ArrayList<>();
    private final double[] p;
    private final double[] g;

    /** The updates of an optimizer with this decay. */
    public RecipeUpdate(Optimizer optimizer, double decay, ArithmeticMode arithmetic) {
        this.arithmetic = arithmetic;
        own = new Evaluation(ROOM, arithmetic.precision() == Precision.SINGLE);
        p = own.row("p");
        g = own.row("g");
        optimizer.memory().forEach(name -> memory.add(own.row(name)));
        Recipe.Split split = Optimizer.split(optimizer.recipe(decay));
        for (Recipe.Line line : split.once()) {
            Ready ready = new Ready(line, shared.of(line.formula()));
            evaluateOnce(ready);
            if (Parts.hasVariables(line.formula())) {
                once.add(ready);
            }
        }
        split.each().forEach(line -> each.add(new Ready(line, own.of(line.formula()))));
    }

    /** Prepares the {@code n}-th update, from 1, since the memory was empty. */
    public void begin(double rate, long n) {
        share("η", rate);
        share("n", n);
        once.forEach(this::evaluateOnce);
    }

    private void evaluateOnce(Ready ready) {
        double value = ready.values.at(1)[0];
        if (arithmetic.rounds() && ready.line.isWritten()) {
            value = arithmetic.round(value);
        }
        share(ready.line.name(), value);
    }

    private void share(String name, double value) {
        shared.row(name)[0] = value;
        Arrays.fill(own.row(name), arithmetic.precision().round(value));
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
        double[] row = own.row(ready.line.name());
        System.arraycopy(ready.values.at(count), 0, row, 0, count);
        for (int i = 0; arithmetic.rounds() && i < count; i++) {
            row[i] = arithmetic.round(row[i]);
        }
    }
}
