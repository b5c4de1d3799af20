package org.nnlang.network;

/**
 * Updates of a training from step {@code from} to step {@code to}, made under one plan after some edits. It never changes.
 *
 * @param edits not changed any more
 * @param exact whether its kernel gives the same bits as the plain arithmetic
 */
record Leg(Plan plan, Edits edits, boolean exact, long from, long to) {
    /** A leg without updates yet; what can't go on from the plan {@code before} it, if there is one, begins again. */
    static Leg begin(Plan before, Plan plan, boolean exact, Edits edits, long from) {
        Edits all = new Edits(edits, new Edits());
        if (plan.precision() == Precision.SINGLE && (before == null || before.precision() != Precision.SINGLE)) {
            all.add(ManualEdit.Simple.TO_SINGLE);
        }
        if (before != null && !before.optimizer().equals(plan.optimizer())) {
            all.add(ManualEdit.Simple.FORGET_MEMORY);
        }
        if (before != null && before.samples() != plan.samples()) {
            all.add(ManualEdit.Simple.RESTART_EPOCH);
        }
        return new Leg(plan, all, exact, from, from);
    }

    /** The same up to another step. */
    Leg until(long step) {
        return new Leg(plan, edits, exact, from, step);
    }

    boolean isEmpty() {
        return from == to;
    }
}
