package org.nnlang.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The history of one training: any step of it can be visited, and training can go back to any of its verbs.
 *
 * <p>Training is deterministic, so a step is found again by replaying from the nearest snapshot before it. A run is a row
 * of legs: stretches of updates made under one plan, each entered through the edits made by hand before it. The state at a
 * step is the one after the edits made there. Snapshots of the state are bounded in number and in bytes: where there are
 * too many, every other one goes.
 */
public final class Timeline {
    private static final int MOST_SNAPSHOTS = 256;
    private static final long MOST_BYTES = 64L << 20;

    /** Says, between updates, whether training goes on. */
    public interface Monitor {
        /** Training goes on to its end. */
        Monitor NONE = _ -> true;

        /** Called now and then with the step that was reached; false stops the training there. */
        boolean goesOn(long step);
    }

    /** The state every so many steps; one at a step where something was edited may be from before the edits. */
    private final TreeMap<Long, State> snapshots = new TreeMap<>();

    private final List<Leg> legs = new ArrayList<>();
    private final List<Long> marks = new ArrayList<>();
    private State state;
    private Edits pending = new Edits();
    private long interval = 1;
    /** Updates since the monitor was asked: many short trainings ask as often as a long one. */
    private long sincePoll;

    private final Kernels kernels;
    private State visited;
    private final Shadow shadow = new Shadow();

    /** A history that begins with these parameters, with plain kernels. */
    public Timeline(double[] parameters) {
        this(parameters, Kernels.PLAIN);
    }

    /** A history that begins with these parameters. */
    public Timeline(double[] parameters, Kernels kernels) {
        this.kernels = kernels;
        state = new State(parameters.clone());
        snapshots.put(0L, state.copy());
    }

    private Timeline(Timeline other) {
        kernels = other.kernels;
        snapshots.putAll(other.snapshots);
        snapshots.put(0L, other.snapshots.get(0L).copy()); // the only one that is ever changed
        other.legs.forEach(leg -> legs.add(leg.copy()));
        marks.addAll(other.marks);
        state = other.state.copy();
        pending = other.pending.copy();
        interval = other.interval;
        sincePoll = other.sincePoll;
    }

    /** A copy that goes on on its own. */
    public Timeline copy() {
        return new Timeline(this);
    }

    /** The state now; not to be changed. */
    public State state() {
        return state;
    }

    /** How many states are kept. */
    int snapshots() {
        return snapshots.size();
    }

    /** Sets a parameter by hand. */
    public void set(int index, double value) {
        state.parameters[index] = value;
        if (state.step == 0) {
            snapshots.get(0L).parameters[index] = value; // the training has not begun: it starts from here
            shadow.forget();
        } else {
            pending.set(index, value);
        }
    }

    /** Empties the optimizer's memory: another optimizer begins. */
    public void forget() {
        pending.forget();
        state.forget();
    }

    /** Begins an epoch anew: the samples have changed. */
    public void restartEpoch() {
        pending.restartEpoch();
        state.position = 0;
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
     * Makes the state ready for updates under a plan, as {@link #train} does too: it drops what another optimizer
     * remembers, begins an epoch of other samples anew, and rounds the numbers of the first float32 plan.
     */
    public void prepare(Plan plan) {
        leg(plan, true);
    }

    /**
     * Makes updates under a plan.
     *
     * @return false when the monitor stopped it
     * @throws Divergence when an update leaves the finite numbers; the state is then the one before that update
     */
    public boolean train(Plan plan, long updates, Monitor monitor) {
        Kernel kernel = kernels.of(plan, updates);
        Leg leg = leg(plan, kernel.exact());
        long end = state.step + updates;
        long poll = poll(plan);
        while (state.step < end) {
            long chunk = Math.min(Math.min(end - state.step, poll), interval - state.step % interval);
            long from = state.step;
            long made = kernel.run(state, chunk);
            leg.to = state.step;
            if (!state.finite()) {
                diverged(kernel, from);
            }
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

    /** So many updates at a time that what a kernel does before and after them is little, and the monitor waits shortly. */
    static long poll(Plan plan) {
        long work = (long) plan.network().parameterCount() * plan.batchSize() + 20;
        return Math.max(Math.max(1, 2_000_000 / work), Math.min(32, 400_000_000 / work));
    }

    /** Finds the update that left the finite numbers, one by one from a step before it. */
    private void diverged(Kernel kernel, long from) {
        State next = replayed(snapshots.floorEntry(from).getValue(), from);
        State last = next;
        while (next.finite()) {
            last = next.copy();
            kernel.run(next, 1);
        }
        state = last;
        legs.getLast().to = state.step;
        visited = null;
        throw new Divergence(next.step, state);
    }

    /** The leg that the next updates belong to. */
    private Leg leg(Plan plan, boolean exact) {
        if (!legs.isEmpty() && legs.getLast().isEmpty()) {
            pending = legs.removeLast().edits.then(pending); // nothing came of it
        }
        Leg last = legs.isEmpty() ? null : legs.getLast();
        if (last == null || last.plan != plan || last.exact != exact || !pending.isEmpty()) {
            legs.add(new Leg(last == null ? null : last.plan, plan, exact, pending, state.step));
            pending = new Edits();
            legs.getLast().enter(state);
        }
        return legs.getLast();
    }

    private void snapshot() {
        snapshots.put(state.step, state.copy());
        while (snapshots.size() > most()) {
            interval *= 2;
            snapshots.keySet().removeIf(step -> step % interval != 0);
        }
    }

    private long most() {
        return Math.clamp(MOST_BYTES / state.bytes(), 2, MOST_SNAPSHOTS);
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
        if (step == state.step) {
            return state;
        }
        State from = snapshots.floorEntry(step).getValue();
        if (visited != null && visited.step <= step && visited.step >= from.step) {
            from = visited;
        }
        visited = replayed(from, step);
        return visited;
    }

    /** The updates up to a step, as they can be made again. */
    public Course course(long step) {
        return Course.of(snapshots.get(0L).parameters, legs, step == state.step ? pending : new Edits(), at(step));
    }

    /**
     * The state after {@code step} updates, at most as many as were made, if none of their figures had been rounded to
     * decimals; not to be changed.
     */
    public State exactAt(long step) {
        if (legs.stream().noneMatch(leg -> leg.from < step && leg.plan.method().rounds())) {
            return at(step);
        }
        State exact = shadow.at(step, snapshots.get(0L), legs);
        if (step < state.step || pending.isEmpty()) {
            return exact;
        }
        State edited = exact.copy();
        pending.apply(edited);
        return edited;
    }

    private State replayed(State from, long step) {
        State replayed = from.copy();
        for (Leg leg : legs) {
            if (leg.from >= replayed.step && leg.from <= step) {
                leg.enter(replayed); // where that was done already, a second time does no harm
            }
            if (leg.to > replayed.step && leg.from < step) {
                long updates = Math.min(step, leg.to) - replayed.step;
                kernels.again(leg.plan, updates, leg.exact).run(replayed, updates);
            }
        }
        return replayed;
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
        if (step == state.step) {
            return; // no update was made since: what was edited meanwhile stays
        }
        state = at(step).copy();
        visited = null;
        shadow.forgetAfter(step);
        pending = new Edits();
        while (!legs.isEmpty() && legs.getLast().from >= step) {
            Leg undone = legs.removeLast();
            if (undone.from == step) {
                pending = undone.edits;
            }
        }
        if (!legs.isEmpty()) {
            legs.getLast().to = Math.min(legs.getLast().to, step);
        }
        snapshots.tailMap(step, false).clear();
        while (interval > 1 && snapshots.size() <= most() / 2) {
            interval /= 2;
        }
    }
}
