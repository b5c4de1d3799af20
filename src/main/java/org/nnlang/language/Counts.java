package org.nnlang.language;

import org.nnlang.network.Network;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** Numbers that have to be whole, or in a range: checked before running where they are known, and again when they are used. */
final class Counts {
    static final String EPOCHS = "the number of epochs";
    static final String EVERY = "`every`";
    static final String REPETITIONS = "the number of repetitions";
    static final String UNDONE = "the number of verbs to undo";

    private Counts() {}

    /** A whole number from {@code least} on. */
    static long count(String what, double value, int least, Span span) {
        if (value != Math.rint(value) || value < least || Double.isInfinite(value)) {
            String range = "a whole number from " + least + " on";
            throw new Failure(span, new Problem.BadValue(what, range, Texts.number(value)));
        }
        return (long) value;
    }

    /** How far about equal numbers may be apart; NaN where it is not known yet. */
    static void tolerance(double value, Span span) {
        if (value < 0) {
            throw new Failure(span, new Problem.BadValue("`within`", "a number from 0 on", Texts.number(value)));
        }
    }

    /** The number of neurons of a layer. */
    static int size(double value, Span span) {
        if (value != Math.rint(value) || value < 1 || Double.isInfinite(value)) {
            throw new Failure(span, new Problem.BadSize(Texts.number(value)));
        }
        if (value > Network.MOST_PARAMETERS) {
            throw new Failure(
                    span, new Problem.TooManyParameters("more than " + Thousands.of(value), Network.MOST_PARAMETERS));
        }
        return (int) value;
    }

    /** A row of the data, from 1. */
    static int row(double value, int rows, Span span) {
        if (value != Math.rint(value) || value < 1 || value > rows) {
            throw new Failure(span, new Problem.NoSuchRow(Texts.number(value), rows));
        }
        return (int) value;
    }
}
