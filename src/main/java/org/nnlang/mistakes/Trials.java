package org.nnlang.mistakes;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Course;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;
import org.nnlang.network.State;

/** Runs setups and reads what they ask for; the right one is run once, and read once where only another quantity is asked. */
final class Trials {
    /** To make a slip and to read what it gives is as much work as so many updates. */
    private static final double READING = 4;

    private final Setup right;
    private final Cancellation cancellation;
    private final State state;
    private final Reading reading;
    /** The course that was run last, and where it ended. */
    private Course last;

    private State lastEnd;

    Trials(Setup right, Cancellation cancellation) {
        this.right = right;
        this.cancellation = cancellation;
        state = right.course().run(cancellation);
        reading = right.reading(state);
    }

    /** The right value. */
    double right() {
        return reading.value(right.asked());
    }

    /** How much work a setup's run is. */
    double work(Setup setup) {
        if (setup.course() == right.course() && setup.now() == right.now()) {
            return 0;
        }
        boolean known = setup.course() == right.course() || setup.course() == last;
        double reading = READING * setup.network().parameterCount() * rowsRead(setup);
        return reading + (known ? 0 : setup.course().work());
    }

    private static int rowsRead(Setup setup) {
        boolean all = setup.asked() instanceof Quantity.MeanLoss
                || setup.asked() instanceof Quantity.Partial(Quantity.MeanLoss _, Quantity.Scalar _);
        return all ? setup.now().samples().size() : 1;
    }

    /** The value of what a setup asks for; NaN where its training leaves the finite numbers. */
    double value(Setup setup) {
        Course course = setup.course();
        if (course != right.course()) {
            if (course != last) {
                lastEnd = course.run(cancellation);
                last = course;
            }
            return lastEnd == null ? Double.NaN : read(setup, setup.reading(lastEnd));
        }
        boolean same = setup.now() == right.now() && setup.sample() == right.sample();
        return read(setup, same ? reading : setup.reading(state));
    }

    /**
     * The value as a reader has it. Who takes updated weights for the deltas by mistake takes them for every derivative; a
     * reading in sequence, where that is meant, has derivatives by other quantities as they are.
     */
    private double read(Setup setup, Reading of) {
        boolean mistaken =
                setup.now().method().sequence() != null && right.now().method().sequence() == null;
        if (!mistaken || !(setup.asked() instanceof Quantity.Partial(Quantity.Scalar a, Quantity.Scalar b))) {
            return of.value(setup.asked());
        }
        return switch (a) {
            case Quantity.TotalError _ -> onTheWayBack(of, b);
            case Quantity.MeanLoss _ when b instanceof Quantity.Parameter p -> meanGradient(setup, of, p.index());
            default -> of.value(setup.asked());
        };
    }

    private static double onTheWayBack(Reading of, Quantity.Scalar by) {
        boolean hidden = by instanceof Quantity.Output o
                && o.layer() > 0
                && o.layer() < of.network().depth();
        return hidden && by instanceof Quantity.Output o
                ? of.cameBack(o.layer(), o.neuron())
                : of.value(Symbols.plain(new Quantity.Partial(new Quantity.TotalError(), by)));
    }

    private static double meanGradient(Setup setup, Reading of, int index) {
        int rows = of.samples().size();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += of.on(of.samples().row(row)).value(new Quantity.Gradient(index));
        }
        return setup.now().method().mean(sum, rows);
    }
}
