package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nnlang.text.Thousands;
import org.nnlang.training.Timeline;

/**
 * The steps at which a curve has its points.
 *
 * @param notes what a reader must know of them
 */
record CurveSteps(long[] steps, List<String> notes) {
    /** The most points of a curve; a step more for the end. */
    private static final int MOST = 500;

    /** The most updates that are replayed for a picture. */
    private static final long MOST_REPLAYED = 1_000_000;

    /** The most work of replaying them, in parameters that are updated, for each sample. */
    private static final double MOST_WORK = 2e8;

    /**
     * Chooses the steps from {@code from} to {@code to}.
     *
     * @param every the updates between two points, 0 for as many as are readable
     * @param costly the most points that may be computed, if that takes long
     */
    static CurveSteps of(Timeline history, long from, long to, long every, int costly) {
        int most = Math.min(MOST, costly);
        if (to - from > MOST_REPLAYED || history.work(from, to) > MOST_WORK) {
            return kept(history, from, to, most);
        }
        long least = (to - from + most - 1) / most;
        if (every == 0) {
            return new CurveSteps(multiples(from, to, round(least), true), List.of());
        }
        if (every >= least) {
            return new CurveSteps(multiples(from, to, every, false), List.of());
        }
        long wider = (least + every - 1) / every * every;
        String note = "a point every " + Thousands.of(wider) + " updates, not every " + Thousands.of(every)
                + ": a curve has at most " + most + " points";
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

    /** The least of 1, 2, 5, 10, 20, … that is at least a number. */
    private static long round(long number) {
        long ten = 1;
        while (10 * ten <= number) {
            ten *= 10;
        }
        return number <= ten ? ten : number <= 2 * ten ? 2 * ten : number <= 5 * ten ? 5 * ten : 10 * ten;
    }

    /** The steps whose states are kept; of too many, the early ones stay and others go. */
    private static CurveSteps kept(Timeline history, long from, long to, int most) {
        List<Long> steps = new ArrayList<>();
        steps.add(from);
        for (long step : history.kept(from, to)) {
            if (step > from && step < to) {
                steps.add(step);
            }
        }
        steps.add(to);
        long apart = 1;
        while (steps.size() > most) {
            apart = Math.max(2 * apart, (to - from) / most);
            thin(steps, from, apart);
        }
        String note = Thousands.of(steps.size())
                + " points, more of them at the beginning; `from A to B` shows fewer updates exactly";
        return new CurveSteps(steps.stream().mapToLong(step -> step).toArray(), List.of(note));
    }

    /** Removes steps that are closer to the one before than a distance, which is shorter at the beginning. */
    private static void thin(List<Long> steps, long from, long apart) {
        List<Long> all = new ArrayList<>(steps);
        steps.clear();
        long last = Long.MIN_VALUE;
        for (long step : all) {
            boolean end = step == all.getLast();
            if (end || last < 0 || step - last >= Math.min(apart, (step - from) / 8)) {
                steps.add(step);
                last = step;
            }
        }
    }
}
