package org.nnlang.network;

import java.util.stream.IntStream;
import org.nnlang.math.Elementary;

/**
 * Finds the largest η · λ up to which weight decay alone makes a parameter smaller; beyond it, larger at each update.
 *
 * <p>Decay alone multiplies a parameter, and what the optimizer remembers of it, by a matrix. Its columns are what the recipe
 * makes of unit vectors; the limit is where an eigenvalue leaves the unit circle, as at 2 for sgd and 2 (1 + μ) for momentum.
 */
final class DecayLimit {
    /** The number of an update after which nothing depends on that number any more. */
    private static final long LATE = 1_000_000;

    /** The size of the vectors: where training diverges, small constants don't count. */
    private static final double LARGE = 0x1p160;

    private static final double MOST = 1 << 20;
    private static final double LINEAR = 1e-9;
    private static final double GROWTH = 1e-10;

    private final Optimizer optimizer;
    private final double rate;
    /** The places that decay reaches from the parameter, which is place 0; then comes the memory. */
    private final int[] reached;

    private DecayLimit(Optimizer optimizer, double rate) {
        this.optimizer = optimizer;
        this.rate = rate;
        double[] state = new double[1 + optimizer.memory().size()];
        state[0] = LARGE;
        RecipeUpdate update = update(0.3);
        for (int i = 0; i < state.length; i++) {
            state = apply(update, state);
        }
        double[] after = state;
        reached = IntStream.range(0, state.length)
                .filter(i -> i == 0 || after[i] != 0)
                .toArray();
    }

    /** The limit at a learning rate; infinite if the recipe isn't linear, as where steps are divided by their size. */
    static double of(Optimizer optimizer, double rate) {
        DecayLimit limit = new DecayLimit(optimizer, rate);
        double above = 1.0 / 16;
        while (above < MOST && !limit.isBeyond(above)) {
            above *= 2;
        }
        if (above == MOST || limit.isBeyond(0)) {
            return Double.POSITIVE_INFINITY;
        }
        double below = 0;
        while (above - below > 1e-12 * above) {
            double middle = (above + below) / 2;
            if (limit.isBeyond(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Math.rint(above * 1e9) / 1e9;
    }

    private RecipeUpdate update(double product) {
        RecipeUpdate update = new RecipeUpdate(
                optimizer.recipe(product / rate), optimizer.memory(), ArithmeticMode.DOUBLE, new boolean[] {true});
        update.begin(rate, LATE);
        return update;
    }

    /** The state after one more update without a gradient. */
    private static double[] apply(RecipeUpdate update, double[] state) {
        double[] parameter = {state[0]};
        double[][] memory = new double[state.length - 1][1];
        for (int i = 0; i < memory.length; i++) {
            memory[i][0] = state[i + 1];
        }
        update.apply(parameter, memory, new double[1], 0, 1);
        double[] next = state.clone();
        next[0] = parameter[0];
        for (int i = 0; i < memory.length; i++) {
            next[i + 1] = memory[i][0];
        }
        return next;
    }

    private boolean isBeyond(double product) {
        RecipeUpdate update = update(product);
        double[][] matrix = new double[reached.length][reached.length];
        double[] all = new double[1 + optimizer.memory().size()];
        double[] sum = new double[reached.length];
        for (int j = 0; j < reached.length; j++) {
            double[] unit = new double[all.length];
            unit[reached[j]] = LARGE;
            all[reached[j]] = (j + 1.5) * LARGE;
            double[] column = apply(update, unit);
            for (int i = 0; i < reached.length; i++) {
                matrix[i][j] = column[reached[i]] / LARGE;
                sum[i] += (j + 1.5) * matrix[i][j];
            }
        }
        double[] together = apply(update, all);
        for (int i = 0; i < reached.length; i++) {
            double value = together[reached[i]] / LARGE;
            if (!(Math.abs(value - sum[i]) <= LINEAR * (1 + Math.abs(sum[i])))) {
                return false;
            }
        }
        return grows(matrix);
    }

    /** Whether an eigenvalue is larger than 1: whether a high power of the matrix, by squaring, is. */
    private static boolean grows(double[][] matrix) {
        double[][] power = matrix;
        double logarithm = 0; // of the power's size, for one factor
        for (double factors = 1; factors < 0x1p40; factors *= 2) {
            double size = 0;
            for (double[] row : power) {
                for (double value : row) {
                    size = Math.max(size, Math.abs(value));
                }
            }
            if (size == 0) {
                return false;
            }
            logarithm += Elementary.ln(size) / factors;
            power = squared(power, 1 / size);
        }
        return logarithm > GROWTH;
    }

    private static double[][] squared(double[][] matrix, double scale) {
        int n = matrix.length;
        double[][] square = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    square[i][j] += scale * matrix[i][k] * (scale * matrix[k][j]);
                }
            }
        }
        return square;
    }
}
