package org.nnlang.language.figure;

import java.util.Arrays;
import java.util.List;
import org.nnlang.language.Failure;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** Gaps in curves and fields: values that don't exist or can't be drawn. A note says how many there are. */
final class Gaps {
    private Gaps() {}

    /** Makes gaps of values that are not finite; fails if no value is finite, for the reason that is given, if one is. */
    static void valueless(String name, double[] values, Span span, Failure reason, List<String> notes) {
        int gaps = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = Double.NaN;
                gaps++;
            }
        }
        if (gaps == values.length) {
            throw reason == null ? new Failure(span, Problem.NOT_FINITE) : reason;
        }
        note(gaps, values.length, "of " + name + (gaps == 1 ? " is" : " are") + " not finite numbers", notes);
    }

    /** Makes gaps of values that a logarithmic axis can't have; fails if it can have none. */
    static void notPositive(String name, double[] values, Span span, List<String> notes) {
        if (Arrays.stream(values).noneMatch(value -> value > 0)) {
            throw new Failure(span, Problem.NOTHING_ABOVE_ZERO);
        }
        int gaps = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= 0) {
                values[i] = Double.NaN;
                gaps++;
            }
        }
        note(gaps, values.length, "of " + name + (gaps == 1 ? " is" : " are") + " not above 0", notes);
    }

    private static void note(int gaps, int all, String what, List<String> notes) {
        if (gaps > 0) {
            notes.add(Thousands.of(gaps) + " of " + Thousands.of(all) + " values " + what + ": a gap");
        }
    }
}
