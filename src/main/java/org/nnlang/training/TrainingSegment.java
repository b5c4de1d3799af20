package org.nnlang.training;

import org.nnlang.network.Precision;

/**
 * Updates of a training from step {@code from} to step {@code to}, made under one plan after some edits. It never changes.
 *
 * @param edits not changed any more
 * @param exact whether its kernel gives the same bits as the plain arithmetic
 */
record TrainingSegment(Plan plan, Edits edits, boolean exact, long from, long to) {
    /** A segment without updates yet; what can't go on from the plan {@code before} it, if there is one, begins again. */
    static TrainingSegment begin(Plan before, Plan plan, boolean exact, Edits edits, long from) {
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
        return new TrainingSegment(plan, all, exact, from, from);
    }

    /** The same up to another step. */
    TrainingSegment until(long step) {
        return new TrainingSegment(plan, edits, exact, from, step);
    }

    boolean isEmpty() {
        return from == to;
    }
}
