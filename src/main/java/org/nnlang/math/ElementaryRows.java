package org.nnlang.math;

/**
 * Some functions of {@link Elementary} for many numbers at a time: the same bits, in loops that the compiler turns into
 * vector instructions.
 *
 * <p>Such a loop has no branch, reads and writes all arrays at one index, and is short, so that it can be unrolled enough.
 * Each function says whether the results are there: where there are too few numbers for it to pay, or some |x| is beyond
 * 177 or NaN, they are to be worked out one by one. No result goes to the array of the arguments.
 *
 * <p>What is here holds the room that is needed on the way, for use again and again: fresh arrays cost more than the
 * arithmetic. So it serves one thread.
 */
public final class ElementaryRows {
    /** Fewer numbers are computed one by one. */
    static final int FEW = 24;

    private double[] first = {};
    private double[] second = {};
    private double[] third = {};

    /** With no room yet. */
    public ElementaryRows() {}

    /** Whether a function is one of those here. */
    static boolean has(Function function) {
        return function == Function.EXP || function == Function.TANH || function == Function.SIGMOID;
    }

    /** values ← function(x), if it is one of those here. */
    public boolean call(Function function, double[] x, double[] values) {
        return switch (function) {
            case EXP -> exp(x, values);
            case TANH -> tanh(x, values);
            case SIGMOID -> sigmoid(x, values);
            default -> false;
        };
    }

    /** values ← eˣ. */
    public boolean exp(double[] x, double[] values) {
        return exp(x, 1, values);
    }

    /** values ← e^(factor · x). */
    private boolean exp(double[] x, double factor, double[] values) {
        if (x.length < FEW) {
            return false;
        }
        makeRoom(x.length);
        return Exponential.exp(x, factor, values, first, second, third);
    }

    private void makeRoom(int count) {
        if (first.length < count) {
            first = new double[count];
            second = new double[count];
            third = new double[count];
        }
    }

    /** values ← 1/(1 + e⁻ˣ). */
    public boolean sigmoid(double[] x, double[] values) {
        boolean there = exp(x, -1, values);
        if (there) {
            invert(values);
        }
        return there;
    }

    private static void invert(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + values[i]);
        }
    }

    /** values ← tanh x. */
    public boolean tanh(double[] x, double[] values) {
        if (x.length < FEW) {
            return false;
        }
        makeRoom(x.length);
        sizes(x, first);
        boolean there = Exponential.exp(first, 2, values, first, second, third);
        near(x, first);
        select(x, first, values);
        return there;
    }

    private static void sizes(double[] x, double[] sizes) {
        for (int i = 0; i < x.length; i++) {
            sizes[i] = Math.abs(x[i]);
        }
    }

    /** What tanh x is near 0. */
    private static void near(double[] x, double[] near) {
        for (int i = 0; i < x.length; i++) {
            near[i] = x[i] - x[i] * Elementary.lambert(x[i] * x[i]);
        }
    }

    /** Out of e^(2|x|) what tanh x is further out, or what it is near 0: one factor is 1, the other 0. */
    private static void select(double[] x, double[] near, double[] values) {
        for (int i = 0; i < x.length; i++) {
            double far = Math.max(0.0, Math.signum(Math.abs(x[i]) - Elementary.LAST_NEAR));
            values[i] = (1 - far) * near[i] + far * (Math.signum(x[i]) * (1 - 2 / (values[i] + 1)));
        }
    }
}
