package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.nnlang.math.Formula;

/**
 * How much of something long is shown.
 *
 * @param terms sums of more terms than this show the first three and the last
 * @param derivations the derivation of a deep network stops going further back when it would have more parts than this
 * @param neurons narrations of larger layers show the first three neurons and the last
 * @param parameters narrations of layers with more parameters show the first three and the last
 */
public record Limits(int terms, int derivations, int neurons, int parameters) {
    /** What fits a page. */
    public static final Limits STANDARD = new Limits(8, 60, 8, 40);

    /** All of it. */
    public static final Limits NONE =
            new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final int FIRST = 3;

    /** {@code make} of the indices of a range that are shown, with {@code gap} in the place of the others. */
    <T> List<T> some(Range range, int most, T gap, IntFunction<T> make) {
        List<T> made = new ArrayList<>();
        boolean all = range.size() <= most;
        int first = all ? range.size() : FIRST;
        for (int i = 0; i < first; i++) {
            made.add(make.apply(range.at(i)));
        }
        if (!all) {
            made.add(gap);
            made.add(make.apply(range.at(range.size() - 1)));
        }
        return made;
    }

    /** The sum over a range. */
    Formula sum(Range range, IntFunction<Formula> term) {
        return Formula.sum(some(range, terms, new Formula.Elided(), term));
    }
}
