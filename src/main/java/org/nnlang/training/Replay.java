package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nnlang.network.Cancellation;

/**
 * All updates of a training from its beginning to one step, so that they can be made again: as they were, or under other
 * plans and from other parameters. It never changes.
 */
public final class Replay {
    /** Updates under one plan, or none. */
    public interface Segment {
        /** The plan; null if there are no updates. */
        Plan plan();

        long updates();

        /** Makes the edits that were made by hand before the updates. */
        void enter(State state);
    }

    /** Updates under one plan, entered through the edits made by hand before them. */
    private record Stretch(Plan plan, Edits edits, long updates) implements Segment {
        @Override
        public void enter(State state) {
            edits.apply(state, false);
        }
    }

    private final State start;
    private final List<Stretch> stretches;
    /** The state at the end if it is known without running, else null. */
    private final State end;

    private Replay(State start, List<Stretch> stretches, State end) {
        this.start = start;
        this.stretches = List.copyOf(stretches);
        this.end = end;
    }

    /** The replay of some segments up to a step, and the edits after the last; it ends in a state that is known. */
    static Replay of(State start, List<TrainingSegment> segments, Edits pending, State end) {
        List<Stretch> stretches = new ArrayList<>();
        for (TrainingSegment segment : segments) {
            if (segment.from() <= end.step) {
                stretches.add(new Stretch(
                        segment.plan(), segment.edits(), Math.min(segment.to(), end.step) - segment.from()));
            }
        }
        if (!pending.isEmpty()) {
            stretches.add(new Stretch(null, pending, 0));
        }
        return new Replay(start.copy(), stretches, end);
    }

    /** The step that it starts from. */
    public long first() {
        return start.step;
    }

    /** The updates, in segments of one plan each. */
    public List<Segment> segments() {
        return List.copyOf(stretches);
    }

    /** How many updates there are. */
    public long updates() {
        return stretches.stream().mapToLong(Stretch::updates).sum();
    }

    /** How much work it is to run, in parameters that are updated, counting each sample of a batch. */
    public double work() {
        double work = 0;
        if (end == null) {
            for (Stretch s : stretches) {
                work += s.updates == 0
                        ? 0
                        : (double) s.updates
                                * s.plan.batchSize()
                                * (s.plan.network().parameterCount() + 10);
            }
        }
        return work;
    }

    /** Whether parameters were set by hand after the first update. */
    public boolean edited() {
        return stretches.stream().anyMatch(s -> s.edits.setsParameters());
    }

    /** The state that it starts from. */
    public State begin() {
        return start.copy();
    }

    /** The parameters that it starts from. */
    public double[] start() {
        return start.parameters.clone();
    }

    /** The same updates from the parameters that {@code change} makes of its own. */
    public Replay from(UnaryOperator<double[]> change) {
        return new Replay(start.with(change), stretches, null);
    }

    /** The same updates, each under a variation of its plan. */
    public Replay with(UnaryOperator<Plan> change) {
        List<Stretch> changed = new ArrayList<>();
        for (Stretch s : stretches) {
            changed.add(new Stretch(s.plan == null ? null : change.apply(s.plan), s.edits, s.updates));
        }
        return new Replay(start, changed, null);
    }

    /** An update after each sample instead of one after each batch. */
    public Replay oneByOne() {
        List<Stretch> changed = new ArrayList<>();
        for (Stretch s : stretches) {
            changed.add(s.updates == 0 ? s : new Stretch(s.plan.inBatches(1), s.edits, s.updates * s.plan.batchSize()));
        }
        return new Replay(start, changed, null);
    }

    /** The same replay, then one more update under a plan. */
    public Replay then(Plan plan) {
        List<Stretch> more = new ArrayList<>(stretches);
        more.add(new Stretch(plan, new Edits(), 1));
        return new Replay(start, more, null);
    }

    /** Its first updates only; edits by hand after the last of them are not made. */
    public Replay first(long updates) {
        List<Stretch> kept = new ArrayList<>();
        long left = updates;
        for (Stretch s : stretches) {
            if (left > 0 || kept.isEmpty()) {
                kept.add(new Stretch(s.plan, s.edits, Math.min(left, s.updates)));
                left -= Math.min(left, s.updates);
            }
        }
        return new Replay(start, kept, null);
    }

    /** The plan of the update after {@code updates} others, or null after the last. */
    public Plan planAt(long updates) {
        long from = 0;
        for (Stretch s : stretches) {
            from += s.updates;
            if (updates < from) {
                return s.plan;
            }
        }
        return null;
    }

    /**
     * Makes all updates; what it returns is not to be changed.
     *
     * @return the state at the end, or null if training diverged
     */
    public State run(Cancellation cancellation) {
        if (end != null) {
            return end;
        }
        State state = start.copy();
        for (Stretch s : stretches) {
            s.enter(state);
            if (s.updates > 0 && !run(s, state, cancellation)) {
                return null;
            }
        }
        return state;
    }

    private static boolean run(Stretch stretch, State state, Cancellation cancellation) {
        Trainer trainer = new Trainer(stretch.plan);
        long poll = stretch.plan.poll();
        for (long left = stretch.updates; left > 0; left -= poll) {
            cancellation.check();
            trainer.run(state, Math.min(left, poll), cancellation);
            if (!state.finite()) {
                return false;
            }
        }
        return true;
    }
}
