package org.nnlang.language;

import org.nnlang.language.statement.SetNumber;
import org.nnlang.network.Method;
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

    /** The largest whole number up to which every one is a double. */
    private static final double LARGEST = 9007199254740992.0;

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

    /** The value of a setting; fails where it is out of range. */
    static void setting(SetNumber.NumberSetting setting, double value, Span span) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST;
        boolean good = switch (setting) {
            case LEARNING_RATE, DECAY -> value >= 0 && Double.isFinite(value);
            case BATCH -> whole && value >= 1 && value < Integer.MAX_VALUE;
            case SEED -> whole;
            case DIGITS -> whole && value >= 1 && value <= 17;
            case ROUND -> whole && value >= 0 && value <= Method.MOST_DECIMALS;
        };
        if (!good) {
            String range = switch (setting) {
                case LEARNING_RATE, DECAY -> "a number from 0 on";
                case BATCH -> "a whole number from 1 on, or `all`";
                case SEED -> "a whole number";
                case DIGITS -> "a whole number from 1 to 17";
                case ROUND -> "a whole number from 0 to " + Method.MOST_DECIMALS + ", or `off`";
            };
            throw new Failure(span, new Problem.BadValue("`" + setting.text() + "`", range, Texts.number(value)));
        }
    }
}
