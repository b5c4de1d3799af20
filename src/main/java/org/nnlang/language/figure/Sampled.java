package org.nnlang.language.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.nnlang.language.Failure;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** The values of one curve or field. A value that doesn't exist or can't be drawn is a gap, NaN, and a note counts the gaps. */
final class Sampled {
    private final String name;
    private final Span span;
    private final double[] values;
    private Failure failure;

    /** Room for {@code size} values of what a script names at {@code span}. */
    Sampled(String name, Span span, int size) {
        this.name = name;
        this.span = span;
        values = new double[size];
    }

    /** What the values are. */
    String name() {
        return name;
    }

    /** Evaluates one value; it is a gap if that fails. */
    void set(int i, DoubleSupplier value) {
        try {
            double number = value.getAsDouble();
            values[i] = Double.isFinite(number) ? number : Double.NaN;
        } catch (Failure none) {
            values[i] = Double.NaN;
            failure = none;
        }
    }

    /** All values; fails if all are gaps, on a logarithmic axis ({@code log}) all that are not above 0. */
    double[] finish(boolean log, List<String> notes) {
        int gaps = gaps();
        if (gaps == values.length) {
            throw failure == null ? new Failure(span, Problem.NOT_FINITE) : failure;
        }
        note(gaps, "has no finite value", notes);
        if (log) {
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] > 0 ? values[i] : Double.NaN;
            }
            if (gaps() == values.length) {
                throw new Failure(span, Problem.NOTHING_ABOVE_ZERO);
            }
            note(gaps() - gaps, "is not above 0", notes);
        }
        return values;
    }

    private int gaps() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    private void note(int gaps, String what, List<String> notes) {
        if (gaps > 0) {
            String where =
                    gaps == 1 ? "1 point" : Thousands.of(gaps) + " of " + Thousands.of(values.length) + " points";
            notes.add(name + " " + what + " at " + where + ": a gap");
        }
    }
}
