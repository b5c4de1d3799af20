package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nnlang.picture.RoundNumbers;
import org.nnlang.text.Thousands;
import org.nnlang.training.Timeline;

/**
 * The steps at which a curve has its points.
 *
 * @param notes what a reader must know of them
 */
record CurveSteps(long[] steps, List<String> notes) {
    /** The most updates that are replayed for a picture. */
    private static final long MOST_REPLAYED = 1_000_000;

    /** The most work of replaying them, in parameters that are updated, for each sample. */
    private static final double MOST_WORK = 2e8;

    /**
     * Chooses the steps from {@code from} to {@code to}.
     *
     * @param every the updates between two points, 0 for as many as are readable
     * @param most the most points, not counting the last, or of whatever the notes call {@code what}
     */
    static CurveSteps of(Timeline history, long from, long to, long every, int most, String what) {
        if (!history.replays() || to - from > MOST_REPLAYED || history.work(from, to) > MOST_WORK) {
            return kept(history, from, to, most, what);
        }
        long least = (to - from + most - 1) / most;
        if (every == 0) {
            return new CurveSteps(multiples(from, to, RoundNumbers.atLeast(least), true), List.of());
        }
        if (every >= least) {
            return new CurveSteps(multiples(from, to, every, false), List.of());
        }
        long wider = (least + every - 1) / every * every;
        String note = "every " + Thousands.of(wider) + " updates, not every " + Thousands.of(every) + ", for at most "
                + most + " " + what;
        return new CurveSteps(multiples(from, to, wider, false), List.of(note));
    }

    private static long[] multiples(long from, long to, long every, boolean end) {
        long[] steps = LongStream.rangeClosed(0, (to - from) / every)
                .map(i -> from + i * every)
                .toArray();
        boolean ends = !end || steps[steps.length - 1] == to;
        return ends
                ? steps
                : LongStream.concat(Arrays.stream(steps), LongStream.of(to)).toArray();
    }

    /** The steps whose states are kept, of too many some: they are closer at the beginning. */
    private static CurveSteps kept(Timeline history, long from, long to, int most, String what) {
        List<Long> steps = new ArrayList<>();
        steps.add(from);
        for (long step : history.kept(from, to)) {
            if (step > from && step < to) {
                steps.add(step);
            }
        }
        if (to > from) {
            steps.add(to);
        }
        int count = Math.min(steps.size(), most);
        long[] chosen = new long[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = steps.get((int) ((long) i * (steps.size() - 1) / (count - 1)));
        }
        String note = "the " + what + " are the states that nn keeps, closer together at the beginning";
        return new CurveSteps(chosen, List.of(note));
    }
}
