package org.nnlang.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The history of one training: any step of it can be visited, and training can go back to any of its verbs.
 *
 * <p>Training is deterministic, so a step is found again by replaying from the nearest snapshot before it. A run is a row
 * of legs: stretches of updates made under one plan, each entered through the edits made by hand before it. Snapshots of
 * the state are bounded in number and in bytes: where there are too many, every other one goes.
 */
public final class Timeline {
    private static final int MOST_SNAPSHOTS = 256;
    private static final long MOST_BYTES = 64L << 20;

    /** Changes made by hand between two updates. */
    private record Edit(int index, double value) {}

    /** Updates from step {@code from} to step {@code to}, made under one plan. */
    private static final class Leg {
        final Plan plan;
        final List<Edit> edits;
        final boolean forgets;
        final boolean restartsEpoch;
        final long from;
        long to;

        Leg(Plan plan, List<Edit> edits, boolean forgets, boolean restartsEpoch, long from) {
            this.plan = plan;
            this.edits = edits;
            this.forgets = forgets;
            this.restartsEpoch = restartsEpoch;
            this.from = from;
            this.to = from;
        }

        void enter(State state) {
            change(state, edits, forgets, restartsEpoch);
        }
    }

    /** Says, between updates, whether training goes on. */
    public interface Monitor {
        /** Training goes on to its end. */
        Monitor NONE = _ -> true;

        /** Called now and then with the step that was reached; false stops the training there. */
        boolean goesOn(long step);
    }

    private final TreeMap<Long, State> snapshots = new TreeMap<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<Long> marks = new ArrayList<>();
    private State state;
    private List<Edit> edits = new ArrayList<>();
    private boolean forgets;
    private boolean restartsEpoch;
    private long interval = 1;
    private Trainer trainer;
    private Plan trainerPlan;
    private State visited;

    /** A history that begins with these parameters. */
    public Timeline(double[] parameters) {
        state = new State(parameters.clone());
        snapshots.put(0L, state.copy());
    }

    /** The state now; not to be changed. */
    public State state() {
        return state;
    }

    /** Sets a parameter by hand. */
    public void set(int index, double value) {
        edits.add(new Edit(index, value));
        state.parameters[index] = value;
        touched();
    }

    /** Empties the optimizer's memory: another optimizer begins. */
    public void forget() {
        forgets = true;
        state.forget();
        touched();
    }

    /** Begins an epoch anew: the samples have changed. */
    public void restartEpoch() {
        restartsEpoch = true;
        state.position = 0;
        touched();
    }

    private void touched() {
        visited = null;
        if (state.step == 0) {
            snapshots.put(0L, state.copy());
            edits.clear();
            forgets = false;
            restartsEpoch = false;
        } else {
            snapshots.remove(state.step);
        }
    }

    private static void change(State state, List<Edit> edits, boolean forgets, boolean restartsEpoch) {
        for (Edit edit : edits) {
            state.parameters[edit.index] = edit.value;
        }
        if (forgets) {
            state.forget();
        }
        if (restartsEpoch) {
            state.position = 0;
        }
    }

    /** Notes that a training verb begins here, for {@link #undo}. */
    public void mark() {
        marks.add(state.step);
    }

    /** How many training verbs can be undone. */
    public int undoable() {
        return marks.size();
    }

    /**
     * Makes updates under a plan.
     *
     * @return false when the monitor stopped it
     * @throws Divergence when an update leaves the finite numbers; the state is then the one before that update
     */
    public boolean train(Plan plan, long updates, Monitor monitor) {
        Leg leg = leg(plan);
        Trainer run = trainer(plan);
        long end = state.step + updates;
        long poll = Math.max(1, 2_000_000 / ((long) plan.network().parameterCount() * plan.batchSize() + 20));
        long sincePoll = 0;
        while (state.step < end) {
            long chunk = Math.min(Math.min(end - state.step, poll), interval - state.step % interval);
            long made = run.run(state, chunk);
            if (!finite(state)) {
                diverged(leg, state.step);
            }
            leg.to = state.step;
            if (state.step % interval == 0) {
                snapshot();
            }
            sincePoll += made;
            if (sincePoll >= poll) {
                sincePoll = 0;
                if (!monitor.goesOn(state.step)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void diverged(Leg leg, long step) {
        leg.to = step;
        state = at(step - 1).copy();
        leg.to = state.step;
        visited = null;
        throw new Divergence(step, state);
    }

    private static boolean finite(State state) {
        for (double p : state.parameters) {
            if (!Double.isFinite(p)) {
                return false;
            }
        }
        return true;
    }

    private Leg leg(Plan plan) {
        Leg last = legs.isEmpty() ? null : legs.getLast();
        if (last == null || last.plan != plan || !edits.isEmpty() || forgets || restartsEpoch) {
            legs.add(new Leg(plan, edits, forgets, restartsEpoch, state.step));
            edits = new ArrayList<>();
            forgets = false;
            restartsEpoch = false;
        }
        return legs.getLast();
    }

    private Trainer trainer(Plan plan) {
        if (trainerPlan != plan) {
            trainer = new Trainer(plan);
            trainerPlan = plan;
        }
        return trainer;
    }

    private void snapshot() {
        snapshots.put(state.step, state.copy());
        long most = Math.clamp(MOST_BYTES / state.bytes(), 2, MOST_SNAPSHOTS);
        while (snapshots.size() > most) {
            interval *= 2;
            snapshots.keySet().removeIf(step -> step % interval != 0);
        }
    }

    /** The plan that was in force at a step, or null when nothing was trained from there. */
    public Plan planAt(long step) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            if (legs.get(i).from <= step) {
                return step < legs.get(i).to ? legs.get(i).plan : null;
            }
        }
        return null;
    }

    /** The state after {@code step} updates, at most as many as were made; not to be changed. */
    public State at(long step) {
        if (step == state.step && finite(state)) {
            return state;
        }
        Map.Entry<Long, State> nearest = snapshots.floorEntry(step);
        State from = nearest.getValue();
        if (visited != null && visited.step <= step && visited.step >= from.step) {
            from = visited;
        }
        State replayed = from.copy();
        replay(replayed, step);
        visited = replayed;
        return replayed;
    }

    private void replay(State replayed, long step) {
        for (Leg leg : legs) {
            if (leg.to > replayed.step && leg.from < step) {
                if (leg.from == replayed.step) {
                    leg.enter(replayed); // a second time does no harm: edits set values, they do not add to them
                }
                new Trainer(leg.plan).run(replayed, Math.min(step, leg.to) - replayed.step);
            }
        }
        for (Leg leg : legs) {
            if (leg.from == step) {
                leg.enter(replayed);
            }
        }
    }

    /** Goes back to where the {@code count}-th last training verb began. */
    public void undo(int count) {
        long step = marks.get(marks.size() - count);
        marks.subList(marks.size() - count, marks.size()).clear();
        goBack(step);
    }

    /** Goes back to step 0. */
    public void reset() {
        marks.clear();
        goBack(0);
    }

    private void goBack(long step) {
        state = at(step).copy();
        visited = null;
        snapshots.tailMap(step, false).clear();
        edits = new ArrayList<>();
        forgets = false;
        restartsEpoch = false;
        while (!legs.isEmpty() && legs.getLast().to > step) {
            Leg last = legs.getLast();
            if (last.from < step) {
                last.to = step;
                break;
            }
            legs.removeLast();
            if (last.from == step) {
                edits = new ArrayList<>(last.edits);
                forgets = last.forgets;
                restartsEpoch = last.restartsEpoch;
            }
        }
    }
}
