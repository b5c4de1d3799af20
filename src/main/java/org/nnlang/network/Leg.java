package org.nnlang.network;

/** Updates of a training from step {@code from} to step {@code to}, made under one plan after some edits. */
final class Leg {
    final Plan plan;
    final Edits edits;
    /** Whether its kernel gives the same bits as the plain arithmetic. */
    final boolean exact;

    final long from;
    long to;
    /** As the plan has it; 0 before it is asked for. */
    private long poll;

    /** A leg without updates yet; what can't go on from the plan {@code before} it, if there is one, begins anew. */
    Leg(Plan before, Plan plan, boolean exact, Edits edits, long from) {
        this.plan = plan;
        this.exact = exact;
        this.edits = edits;
        this.from = from;
        this.to = from;
        if (plan.precision() == Precision.SINGLE && (before == null || before.precision() != Precision.SINGLE)) {
            edits.round();
        }
        if (before != null && !before.optimizer().equals(plan.optimizer())) {
            edits.forget();
        }
        if (before != null && before.samples() != plan.samples()) {
            edits.restartEpoch();
        }
    }

    private Leg(Leg other) {
        plan = other.plan;
        exact = other.exact;
        edits = other.edits.copy();
        from = other.from;
        to = other.to;
    }

    /** A copy that changes on its own. */
    Leg copy() {
        return new Leg(this);
    }

    /** So many updates are made at a time. */
    long poll() {
        if (poll == 0) {
            poll = plan.poll();
        }
        return poll;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** Makes a state ready for the leg's first update; a second time does no harm. */
    void enter(State state) {
        edits.apply(state);
    }
}
