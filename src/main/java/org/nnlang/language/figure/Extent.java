package org.nnlang.language.figure;

import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;

/** Collects the range of numbers, from which an axis is made. */
final class Extent {
    private static final double MARGIN = 0.04;

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** The upward axis of curves, named after the only one. */
    static Axis of(List<Figure.Curve> curves, boolean log) {
        Extent extent = new Extent();
        curves.forEach(curve -> extent.add(curve.y()));
        String label = curves.size() == 1 ? curves.getFirst().name() : "";
        return log ? extent.log(label) : extent.linear(label);
    }

    /** Takes numbers in; NaN and infinite ones are no numbers. */
    Extent add(double... numbers) {
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        return this;
    }

    /** Whether there were no numbers. */
    boolean isEmpty() {
        return least > greatest;
    }

    /** Whether there was no number but one. */
    boolean isFlat() {
        return greatest - least <= 1e-13 * Math.max(Math.abs(least), Math.abs(greatest));
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** A linear axis with a margin; if the numbers come close to 0, it begins or ends there. */
    Axis linear(String label) {
        if (isEmpty()) {
            return Axis.linear(label, 0, 1);
        }
        if (isFlat()) {
            double half = least == 0 ? 1 : Math.abs(least) / 2;
            return within(label, least - half, greatest + half);
        }
        double range = greatest - least;
        boolean fromZero = least >= 0 && least < range / 3;
        boolean toZero = greatest <= 0 && -greatest < range / 3;
        return within(label, fromZero ? 0 : least - MARGIN * range, toZero ? 0 : greatest + MARGIN * range);
    }

    /** A linear axis with a share of the range as margin on each side; around a number alone, 0 is on it too. */
    Axis around(String label, double share) {
        if (isEmpty()) {
            return Axis.linear(label, -1, 1);
        }
        double margin = isFlat() ? Math.max(1, Math.abs(least)) : share * (greatest - least);
        return within(label, least - margin, greatest + margin);
    }

    /** A linear axis from the least to the greatest number. */
    Axis tight(String label) {
        return isEmpty() || isFlat() ? linear(label) : within(label, least, greatest);
    }

    private static Axis within(String label, double from, double to) {
        double most = Double.isInfinite(to - from) ? Double.MAX_VALUE / 2 : Double.MAX_VALUE;
        return Axis.linear(label, Math.max(from, -most), Math.min(to, most));
    }

    /** A logarithmic axis with a margin; all numbers must be above 0. */
    Axis log(String label) {
        if (isEmpty()) {
            return new Axis(label, 0.1, 10, true);
        }
        double from = isFlat() ? least / 2 : least / 1.25;
        double to = isFlat() ? greatest * 2 : greatest * 1.25;
        return new Axis(label, Math.max(from, Double.MIN_NORMAL), Math.min(to, Double.MAX_VALUE), true);
    }
}
