package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.nnlang.network.Cancellation;

/**
 * The history of one training: any step of it can be visited, and training can go back to any of its verbs.
 *
 * <p>Training is deterministic, so a step is found again by replaying from the nearest snapshot before it. A run is a row
 * of segments: updates made under one plan, after the edits made by hand before them. The state at a step is the one after the
 * edits made there. Snapshots of the state are bounded in number and in bytes: if there are too many, every other one is
 * dropped.
 */
public final class Timeline {
    private final Snapshots snapshots;
    private final List<TrainingSegment> segments;
    private final List<Long> marks;
    private State state;
    /** Whether others have the state too, so that it must be copied before it changes. */
    private boolean shared = true;

    private Edits pending;
    /** Updates since the last check of a cancellation: many short trainings check as often as a long one. */
    private long sincePoll;

    private final Kernels kernels;
    private final Cancellation cancellation;
    private State visited;
    private final UnroundedHistory shadow;
    /** Whether a kernel is at work on the state. */
    private boolean updating;

    private boolean replays = true;

    /** A history that begins with these parameters, with plain kernels. */
    public Timeline(double[] parameters) {
        this(parameters, Kernels.PLAIN, Cancellation.NONE);
    }

    /** A history that begins with these parameters; {@code cancellation} cancels what is replayed. */
    public Timeline(double[] parameters, Kernels kernels, Cancellation cancellation) {
        this.kernels = kernels;
        this.cancellation = cancellation;
        state = new State(parameters);
        snapshots = new Snapshots(state);
        segments = new ArrayList<>();
        marks = new ArrayList<>();
        pending = new Edits();
        shadow = new UnroundedHistory();
    }

    private Timeline(Timeline other) {
        kernels = other.kernels;
        cancellation = other.cancellation;
        snapshots = other.snapshots.copy();
        segments = new ArrayList<>(other.segments);
        marks = new ArrayList<>(other.marks);
        state = other.state;
        other.shared = true;
        pending = new Edits(other.pending, new Edits());
        sincePoll = other.sincePoll;
        visited = other.visited;
        shadow = other.shadow.copy();
    }

    /** A copy that goes on on its own; the states are shared until they change. */
    public Timeline copy() {
        return new Timeline(this);
    }

    /** A copy to look at while training goes on, which can't wait for many updates to be replayed. */
    public Timeline glance() {
        Timeline copy = copy();
        copy.replays = false;
        return copy;
    }

    /** Whether there is time to replay many updates. */
    public boolean replays() {
        return replays;
    }

    /** Whether an update is being made, so that no other may be and the state isn't to be read. */
    public boolean isUpdating() {
        return updating;
    }

    /** Begins where an earlier training stood; nothing was trained yet. {@code remembered} becomes part of the state. */
    public void resume(State.Progress progress, double[][] remembered) {
        share(state.at(progress, remembered));
        snapshots.restart(state);
        segments.clear();
        marks.clear();
        pending = new Edits();
        visited = null;
        shadow.forget();
    }

    /** The first step: 0, unless the history begins where an earlier training stood. */
    public long first() {
        return snapshots.start().step;
    }

    /** The state now; not to be changed. */
    public State state() {
        return state;
    }

    /** Reports the states and edits that it keeps, each with its size in bytes. */
    public void parts(ObjLongConsumer<Object> to) {
        to.accept(state, state.bytes());
        snapshots.all().forEach(kept -> to.accept(kept, kept.bytes()));
        shadow.all().forEach(kept -> to.accept(kept, kept.bytes()));
        pending.parts(to);
    }

    /** How many states are kept. */
    int snapshots() {
        return snapshots.size();
    }

    /** The state, which nothing else has. */
    private State own() {
        if (shared) {
            state = state.copy();
            shared = false;
        }
        return state;
    }

    private void share(State other) {
        state = other;
        shared = true;
    }

    /** The state that the first update starts from. */
    private State start() {
        return state.step == first() ? state : snapshots.start();
    }

    /** Makes an edit by hand, of the state and of all histories. */
    public void edit(ManualEdit edit) {
        edit.apply(own(), false);
        if (state.step > first()) {
            pending.add(edit);
        }
    }

    /** Notes that a training verb begins here, for {@link #undo}. */
    public void mark() {
        marks.add(state.step);
        if (!segments.isEmpty()) {
            snapshots.addMarked(state, segments.getLast().plan(), marks);
        }
    }

    /** Drops the mark of a training verb that has made no update; returns whether there was one. */
    public boolean dropIdleMark() {
        boolean idle = !marks.isEmpty() && marks.getLast() == state.step;
        if (idle) {
            marks.removeLast();
        }
        return idle;
    }

    /** How many training verbs can be undone. */
    public int undoable() {
        return marks.size();
    }

    /** The step at which the {@code count}-th last training verb began. */
    public long marked(int count) {
        return marks.get(marks.size() - count);
    }

    /**
     * Makes the state ready for updates under a plan, as {@link #train} does too: it drops what another optimizer
     * remembers, begins the epoch again if the samples are others, and rounds the numbers of the first float32 plan.
     */
    public void prepare(Plan plan) {
        prepare(plan, true);
    }

    /** Makes updates under a plan, of which no more are known to come. */
    public void train(Plan plan, long updates, Cancellation cancelled) {
        train(plan, updates, updates, cancelled);
    }

    /**
     * Makes updates under a plan.
     *
     * @param certain how many more of the plan's updates are certain to be made than were when it was trained last
     * @throws org.nnlang.network.Cancelled when it is cancelled; the updates until then stay
     * @throws Divergence when an update leaves the finite numbers; the state is then the one before that update
     */
    public void train(Plan plan, long updates, long certain, Cancellation cancelled) {
        if (state.step == first()) {
            snapshots.restart(state);
            shared = true;
            shadow.forget();
        }
        Kernel kernel = kernels.of(plan, certain);
        prepare(plan, kernel.exact());
        long poll = plan.poll();
        long end = state.step + updates;
        snapshots.begin(plan, state);
        while (state.step < end) {
            long chunk = Math.min(Math.min(end - state.step, poll), snapshots.chunk(state.step));
            long made = run(kernel, chunk, cancelled);
            snapshots.add(state, marks);
            sincePoll += made;
            if (sincePoll >= poll) {
                sincePoll = 0;
                cancelled.pause();
            }
        }
    }

    /** Makes updates; those that were made before it is cancelled stay. */
    private long run(Kernel kernel, long updates, Cancellation cancelled) {
        long from = state.step;
        updating = true;
        try {
            long made = kernel.run(own(), updates, cancelled);
            if (!state.finite()) {
                diverged(kernel, from);
            }
            return made;
        } finally {
            updating = false;
            end(state.step);
            if (!state.finite()) {
                goBack(snapshots.before(from).step); // ended before the diverging update was known
            }
        }
    }

    /** Finds the diverging update, one by one from a step before it. */
    private void diverged(Kernel kernel, long from) {
        State next = replayed(snapshots.before(from), from);
        State last = next;
        while (next.finite()) {
            last = next.copy();
            kernel.run(next, 1);
        }
        share(last);
        visited = null;
        throw new Divergence(next.step, state);
    }

    /** Begins another segment if the next updates don't belong to the last one. */
    private void prepare(Plan plan, boolean exact) {
        if (!segments.isEmpty() && segments.getLast().isEmpty()) {
            Edits edits = segments.removeLast().edits(); // no update came of it
            pending = state.step == first() ? pending : new Edits(edits, pending); // the first state is after its edits
        }
        TrainingSegment last = segments.isEmpty() ? null : segments.getLast();
        if (last == null || last.plan() != plan || last.exact() != exact || !pending.isEmpty()) {
            TrainingSegment next =
                    TrainingSegment.begin(last == null ? null : last.plan(), plan, exact, pending, state.step);
            segments.add(next);
            pending = new Edits();
            if (!next.edits().isEmpty()) {
                next.edits().apply(own(), false);
            }
        }
    }

    /** Ends the last segment at a step. */
    private void end(long step) {
        segments.set(segments.size() - 1, segments.getLast().until(step));
    }

    /** The steps at which training verbs began, in order. */
    public List<Long> marks() {
        return List.copyOf(marks);
    }

    /** The steps from {@code from} to {@code to} whose states are kept, in order: visiting them makes no update again. */
    public List<Long> kept(long from, long to) {
        return snapshots.steps(from, to);
    }

    /** How much work it is to visit all steps of a range in order, in parameters that are updated, counting each sample of a batch. */
    public double work(long from, long to) {
        long start = snapshots.before(from).step;
        double work = 0;
        for (TrainingSegment segment : segments) {
            long updates = Math.min(to, segment.to()) - Math.max(start, segment.from());
            work += Math.max(0, updates)
                    * (double) segment.plan().batchSize()
                    * segment.plan().network().parameterCount();
        }
        return work;
    }

    /** Whether a kernel with the bits of the plain arithmetic made the last update up to a step. */
    public boolean exact(long step) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).from() < step) {
                return segments.get(i).exact();
            }
        }
        return true;
    }

    /** The plan that was in force at a step, or null when nothing was trained from there. */
    public Plan planAt(long step) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).from() <= step) {
                return step < segments.get(i).to() ? segments.get(i).plan() : null;
            }
        }
        return null;
    }

    /** The state after {@code step} updates, at most as many as were made; not to be changed. */
    public State at(long step) {
        if (step == state.step) {
            return state;
        }
        if (visited != null && visited.step == step) {
            return visited;
        }
        State from = snapshots.before(step);
        if (visited != null && visited.step <= step && visited.step >= from.step) {
            from = visited;
        }
        visited = replayed(from, step);
        return visited;
    }

    /** The updates up to a step, as they can be made again. */
    public Replay replay(long step) {
        return Replay.of(start(), segments, step == state.step ? pending : new Edits(), at(step));
    }

    /**
     * The state after {@code step} updates, at most as many as were made, if none of their numbers had been rounded to
     * decimals; not to be changed.
     */
    public State exactAt(long step) {
        if (!differs(step)) {
            return at(step);
        }
        State exact = shadow.at(step, start(), segments, cancellation);
        if (step < state.step || pending.isEmpty()) {
            return exact;
        }
        State edited = exact.copy();
        pending.apply(edited, true);
        return edited;
    }

    /** Whether numbers were rounded to decimals up to a step, so that the history without rounding differs. */
    public boolean differs(long step) {
        for (TrainingSegment segment : segments) {
            if (segment.from() < step && segment.plan().arithmetic().rounds()
                    || segment.from() <= step && segment.edits().differ()) {
                return true;
            }
        }
        return step == state.step && pending.differ();
    }

    private State replayed(State from, long step) {
        State replayed = from.copy();
        for (TrainingSegment segment : segments) {
            if (segment.from() >= replayed.step && segment.from() <= step) {
                segment.edits().apply(replayed, false); // perhaps a second time
            }
            if (segment.to() > replayed.step && segment.from() < step) {
                long end = Math.min(step, segment.to());
                Kernel kernel = kernels.again(segment.plan(), end - replayed.step, segment.exact());
                kernel.runTo(end, replayed, segment.plan(), cancellation);
            }
        }
        return replayed;
    }

    /** Goes back to where the {@code count}-th last training verb began. */
    public void undo(int count) {
        long step = marked(count);
        marks.subList(marks.size() - count, marks.size()).clear();
        move(step);
    }

    /** Goes back to a step; the training verbs that began there or later can't be undone any more. */
    public void goBack(long step) {
        marks.removeIf(mark -> mark >= step);
        move(step);
    }

    private void move(long step) {
        if (step == state.step) {
            return; // no update was made since, and edits stay
        }
        share(at(step));
        visited = null;
        shadow.forgetAfter(step);
        pending = new Edits();
        while (!segments.isEmpty() && segments.getLast().from() >= step) {
            TrainingSegment undone = segments.removeLast();
            if (undone.from() == step && step > first()) {
                pending = new Edits(undone.edits(), new Edits());
            }
        }
        if (!segments.isEmpty()) {
            end(Math.min(segments.getLast().to(), step));
        }
        snapshots.forgetAfter(state);
    }
}
