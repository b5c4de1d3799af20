package org.nnlang.picture;

/**
 * An axis: what it measures, and its range.
 *
 * @param label what it measures, with its unit if it has one
 * @param from the least value, below {@code to}; above 0 on a logarithmic axis
 * @param to the greatest value
 * @param log whether it is logarithmic
 */
public record Axis(String label, double from, double to, boolean log) {
    public Axis {
        if (!(from < to) || Double.isInfinite(to - from) || log && !(from > 0)) {
            throw new IllegalArgumentException("no axis from " + from + " to " + to + (log ? ", logarithmic" : ""));
        }
    }

    /** A linear axis. */
    public static Axis linear(String label, double from, double to) {
        return new Axis(label, from, to, false);
    }

    /** The number at a share of a linear axis, from 0 at its beginning to 1 at its end. */
    public double at(double share) {
        return from * (1 - share) + to * share;
    }

    /** The number in the middle of cell {@code cell} of {@code cells} equal ones along a linear axis. */
    public double middle(int cell, int cells) {
        return at((cell + 0.5) / cells);
    }
}
