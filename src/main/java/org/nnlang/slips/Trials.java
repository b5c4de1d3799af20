package org.nnlang.slips;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.training.Replay;
import org.nnlang.training.State;

/** Runs calculations and reads what they ask for; the right one is run once, and read once where only another quantity is asked. */
final class Trials {
    /** To make a slip and to read what it gives is as much work as so many updates. */
    private static final double READING = 4;

    private final Calculation right;
    private final Cancellation cancellation;
    private final State state;
    private final QuantityValues reading;
    /** The replay that was run last, and where it ended. */
    private Replay last;

    private State lastEnd;

    Trials(Calculation right, Cancellation cancellation) {
        this.right = right;
        this.cancellation = cancellation;
        state = right.replay().run(cancellation);
        reading = right.reading(state);
    }

    /** The right value. */
    double right() {
        return reading.value(right.asked());
    }

    /** How much work a calculation's run is. */
    double work(Calculation calculation) {
        if (calculation.replay() == right.replay() && calculation.now() == right.now()) {
            return 0;
        }
        boolean known = calculation.replay() == right.replay() || calculation.replay() == last;
        double reading = READING * calculation.network().parameterCount() * rowsRead(calculation);
        return reading + (known ? 0 : calculation.replay().work());
    }

    private static int rowsRead(Calculation calculation) {
        boolean all = calculation.asked() instanceof Quantity.MeanLoss
                || calculation.asked() instanceof Quantity.Partial(Quantity.MeanLoss _, Quantity.Scalar _);
        return all ? calculation.now().samples().size() : 1;
    }

    /** The value of what a calculation asks for; NaN where its training leaves the finite numbers. */
    double value(Calculation calculation) {
        Replay replay = calculation.replay();
        if (replay != right.replay()) {
            if (replay != last) {
                lastEnd = replay.run(cancellation);
                last = replay;
            }
            return lastEnd == null ? Double.NaN : read(calculation, calculation.reading(lastEnd));
        }
        boolean same = calculation.now() == right.now() && calculation.sample() == right.sample();
        return read(calculation, same ? reading : calculation.reading(state));
    }

    /**
     * The value as a reader has it. Who takes updated weights for the deltas by mistake takes them for every derivative; a
     * reading in sequence, where that is meant, has derivatives by other quantities as they are.
     */
    private double read(Calculation calculation, QuantityValues of) {
        boolean mistaken = calculation.now().arithmetic().sequence() != null
                && right.now().arithmetic().sequence() == null;
        if (!mistaken || !(calculation.asked() instanceof Quantity.Partial(Quantity.Scalar a, Quantity.Scalar b))) {
            return of.value(calculation.asked());
        }
        return switch (a) {
            case Quantity.TotalError _ -> onTheWayBack(of, b);
            case Quantity.MeanLoss _ when b instanceof Quantity.Parameter p -> meanGradient(calculation, of, p.index());
            default -> of.value(calculation.asked());
        };
    }

    private static double onTheWayBack(QuantityValues of, Quantity.Scalar by) {
        boolean hidden = by instanceof Quantity.Output o
                && o.layer() > 0
                && o.layer() < of.network().depth();
        return hidden && by instanceof Quantity.Output o
                ? of.cameBack(o.layer(), o.neuron())
                : of.value(Symbols.plain(new Quantity.Partial(new Quantity.TotalError(), by)));
    }

    private static double meanGradient(Calculation calculation, QuantityValues of, int index) {
        int rows = of.samples().size();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += of.on(of.samples().row(row)).value(new Quantity.Gradient(index));
        }
        return calculation.now().arithmetic().mean(sum, rows);
    }
}
