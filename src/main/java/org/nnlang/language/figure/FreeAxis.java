package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Texts;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.picture.Axis;
import org.nnlang.text.Problem;

/** An axis of {@code over}: a parameter or an input that takes other values than it has. */
record FreeAxis(String name, Quantity.Scalar quantity) {
    /** The least distance from the middle of an axis to its ends, unless its numbers are large. */
    private static final double LEAST = 0.5;

    /** The axes of {@code over}; fails unless they are one or two different parameters or inputs. */
    static List<FreeAxis> of(Clauses clauses, Context c) {
        List<FreeAxis> axes = new ArrayList<>();
        for (Expr expression : clauses.over()) {
            if (expression instanceof Expr.At) {
                throw new Failure(
                        expression.span(), Problem.BAD_AXES, "`@` goes before `over`, right after what is plotted");
            }
            Quantity quantity = c.quantity(expression);
            boolean input = quantity instanceof Quantity.Output(int layer, int _) && layer == 0;
            if (!input && !(quantity instanceof Quantity.Parameter)) {
                c.shape(expression); // a name may be unknown
                throw new Failure(expression.span(), Problem.BAD_AXES, "like `over w5, w6` or `over x1`");
            }
            FreeAxis axis = new FreeAxis(Texts.source(expression.span()), (Quantity.Scalar) quantity);
            if (axes.stream().anyMatch(other -> other.quantity.equals(axis.quantity))) {
                throw new Failure(expression.span(), Problem.BAD_AXES, "this one is an axis already");
            }
            axes.add(axis);
        }
        if (axes.size() > 2) {
            throw new Failure(clauses.over().get(2).span(), Problem.BAD_AXES, "leave out the others");
        }
        return axes;
    }

    boolean isParameter() {
        return quantity instanceof Quantity.Parameter;
    }

    /** What it is called: an input as in all pictures of samples. */
    private String label(SampleView samples) {
        return quantity instanceof Quantity.Output(int _, int j) ? samples.label(j) : name;
    }

    /** An axis with this range. */
    Axis axis(SampleView samples, Clauses.Range range) {
        return range.axis(label(samples));
    }

    /** The value that it has; of an input in the units of the data's file. */
    double value(QuantityValues values, SampleView samples) {
        return quantity instanceof Quantity.Output(int _, int j)
                ? samples.raw(j, values.sample().input()[j])
                : values.value(quantity);
    }

    /** Its usual range: of a parameter, all values that training gave it, with a margin; of an input, all that samples have. */
    Axis axis(SampleView samples, double now, double[] path) {
        Extent extent = quantity instanceof Quantity.Output(int _, int j)
                ? samples.extent(samples.place(j))
                : new Extent().add(path);
        extent.add(now);
        double middle = extent.least() / 2 + extent.greatest() / 2;
        double range = extent.greatest() - extent.least();
        double least = Math.max(LEAST, Math.abs(middle) / 2);
        double half = isParameter() ? Math.max(0.75 * range, least) : range > 0 ? 0.6 * range : least;
        return Axis.linear(label(samples), middle - half, middle + half);
    }
}
