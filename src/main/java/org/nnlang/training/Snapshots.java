package org.nnlang.training;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * States of a training that are kept, the one every so many steps; where there are too many, every other one goes. Small
 * states are kept denser near the start, where most changes.
 *
 * <p>One at a step where something was edited may be from before the edits, or from after them.
 */
final class Snapshots {
    private static final int MOST = 256;
    private static final long MOST_BYTES = 64L << 20;

    /** A larger state is kept only after so many samples: else keeping it would cost more than training it. */
    private static final long SMALL = 8 << 10;

    private static final int SAMPLES_BETWEEN = 2048;

    /** Parameters to update, for each sample, between small states: fewer are sooner made again than a state is kept. */
    private static final int WORK_BETWEEN = 2048;

    /** How many training verbs, of those that can be undone, have the state kept where they began. */
    private static final int MOST_MARKED = 8;

    /** Parameters that are updated, for each sample, before finding a state again takes a moment. */
    private static final double A_MOMENT = 2e6;

    private final TreeMap<Long, State> states = new TreeMap<>();
    /** A power of 2. */
    private long interval = 1;

    /** With the first state. */
    Snapshots(State start) {
        states.put(start.step, start);
    }

    /** A copy that changes on its own; the states, which never change, are shared. */
    Snapshots copy() {
        Snapshots copy = new Snapshots(start());
        copy.states.putAll(states);
        copy.interval = interval;
        return copy;
    }

    /** Those that are kept. */
    Collection<State> all() {
        return states.values();
    }

    int size() {
        return states.size();
    }

    /** The first state. */
    State start() {
        return states.firstEntry().getValue();
    }

    /** Begins again with another first state. */
    void restart(State start) {
        states.clear();
        states.put(start.step, start);
    }

    /** The last that is kept up to a step. */
    State before(long step) {
        return states.floorEntry(step).getValue();
    }

    /** The steps of those from {@code from} to {@code to}, in order. */
    List<Long> steps(long from, long to) {
        return List.copyOf(states.subMap(from, true, to, true).keySet());
    }

    /** So many updates at a time, from a step on, that none is passed whose state is to be kept. */
    long chunk(long step) {
        return interval - (step & (interval - 1));
    }

    /** Makes room for a stretch under a plan. */
    void begin(Plan plan, State state) {
        interval = Math.max(interval, least(plan, state));
    }

    /** The least interval, a power of 2, at which keeping states costs little beside the updates between them. */
    private static long least(Plan plan, State state) {
        int samples = state.bytes() < SMALL ? WORK_BETWEEN / plan.network().parameterCount() : SAMPLES_BETWEEN;
        return Integer.highestOneBit(Math.max(1, samples / plan.batchSize()));
    }

    /** Keeps a copy of a state if its step is one of those; of {@code marks}, steps that may be gone back to, the last too. */
    void add(State state, List<Long> marks) {
        if ((state.step & (interval - 1)) == 0) {
            keep(state, marks);
        }
    }

    /** Keeps a copy of a state that may be gone back to, where the last updates were made under a plan, if it is far from others. */
    void addMarked(State state, Plan plan, List<Long> marks) {
        long updates = state.step - states.floorKey(state.step);
        double work = (double) updates * plan.batchSize() * plan.network().parameterCount();
        if (work > A_MOMENT && updates >= least(plan, state)) {
            keep(state, marks);
        }
    }

    private void keep(State state, List<Long> marks) {
        long most = most(state);
        states.put(state.step, state.copy());
        if (states.size() > most) {
            int marked = (int) Math.min(marks.size(), Math.min(MOST_MARKED, most / 4));
            List<Long> last = marks.subList(marks.size() - marked, marks.size());
            thin(last, most);
            while (states.size() > most) {
                interval *= 2;
                thin(last, most);
            }
        }
    }

    private void thin(List<Long> marked, long most) {
        long first = states.firstKey();
        boolean denser = most == MOST;
        states.keySet()
                .removeIf(step -> step % interval != 0
                        && step != first
                        && !marked.contains(step)
                        && !(denser && isEarly(step - first)));
    }

    /** Whether a step after {@code after} others is one of the four from a power of 2 up to the next. */
    private static boolean isEarly(long after) {
        return after % Math.max(1, Long.highestOneBit(after) / 4) == 0;
    }

    private static long most(State state) {
        return Math.clamp(MOST_BYTES / state.bytes(), 2, MOST);
    }

    /** Forgets what is later than a state. */
    void forgetAfter(State state) {
        states.tailMap(state.step, false).clear();
        while (interval > 1 && states.size() <= most(state) / 2) {
            interval /= 2;
        }
    }
}
