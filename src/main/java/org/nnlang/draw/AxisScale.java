package org.nnlang.draw;

import org.nnlang.math.Elementary;
import org.nnlang.picture.Axis;

/**
 * Where numbers of an axis are in a picture.
 *
 * @param first where the axis's least value is
 * @param last where its greatest value is
 */
record AxisScale(Axis axis, double first, double last) {
    /** The place of a number; NaN for NaN, and for what is not above 0 on a logarithmic axis. */
    double at(double value) {
        return first + share(axis, value) * (last - first);
    }

    /** How far along an axis a number is: 0 at its beginning, 1 at its end, and beyond for numbers outside. */
    static double share(Axis axis, double value) {
        if (!axis.log()) {
            return (value - axis.from()) / (axis.to() - axis.from());
        }
        double from = Elementary.ln(axis.from());
        return value > 0 ? (Elementary.ln(value) - from) / (Elementary.ln(axis.to()) - from) : Double.NaN;
    }

    /** The number at a share of an axis, the inverse of {@link #share}. */
    static double value(Axis axis, double share) {
        if (!axis.log()) {
            return axis.from() + (axis.to() - axis.from()) * share;
        }
        double from = Elementary.ln(axis.from());
        return Elementary.exp(from + (Elementary.ln(axis.to()) - from) * share);
    }
}
