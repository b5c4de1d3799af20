package org.nnlang.training;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.nnlang.network.Cancellation;

/**
 * What the states of a training would be if none of its numbers had been rounded to decimals: the same segments without
 * rounding.
 *
 * <p>Each state is computed when it is asked for, from the nearest one before it that is kept.
 */
final class UnroundedHistory {
    private static final int MOST_KEPT = 64;
    private static final long MOST_BYTES = 16L << 20;

    private final TreeMap<Long, State> kept = new TreeMap<>();
    private State last;

    /** A copy that goes on on its own; the states, which never change, are shared. */
    UnroundedHistory copy() {
        UnroundedHistory copy = new UnroundedHistory();
        copy.kept.putAll(kept);
        copy.last = last;
        return copy;
    }

    /** Those that are kept. */
    Collection<State> all() {
        return kept.values();
    }

    /** The state after {@code step} updates; a diverged state stays as it is. */
    State at(long step, State start, List<TrainingSegment> segments, Cancellation cancellation) {
        State from = start;
        if (!kept.isEmpty() && kept.firstKey() <= step) {
            from = kept.floorEntry(step).getValue();
        }
        if (last != null && last.step <= step && last.step >= from.step) {
            from = last;
        }
        last = replayed(from, step, segments, cancellation);
        keep();
        return last;
    }

    private static State replayed(State from, long step, List<TrainingSegment> segments, Cancellation cancellation) {
        State state = from.copy();
        for (TrainingSegment segment : segments) {
            if (segment.from() >= state.step && segment.from() <= step) {
                segment.edits().apply(state, true);
            }
            if (segment.to() > state.step && segment.from() < step) {
                long end = Math.min(step, segment.to());
                if (state.finite()) {
                    Plan plan = segment.plan().with(segment.plan().arithmetic().unrounded());
                    new Trainer(plan).runTo(end, state, plan, cancellation);
                }
                state.step = end;
            }
        }
        return state;
    }

    /** Keeps the state that was reached last, and of too many every other one. */
    private void keep() {
        kept.putIfAbsent(last.step, last);
        if (kept.size() > Math.clamp(MOST_BYTES / last.bytes(), 2, MOST_KEPT)) {
            boolean[] goes = {false};
            kept.keySet().removeIf(_ -> goes[0] = !goes[0]);
        }
    }

    /** Forgets what is later than {@code step}. */
    void forgetAfter(long step) {
        kept.tailMap(step, false).clear();
        last = null;
    }

    /** Forgets all: the training starts from other parameters. */
    void forget() {
        kept.clear();
        last = null;
    }
}
