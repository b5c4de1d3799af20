package org.nnlang.network;

import java.util.HashMap;
import java.util.Map;

/** Changes made by hand between two updates. To make them twice is to make them once. */
final class Edits {
    private boolean rounds;
    private final Map<Integer, Double> values = new HashMap<>();
    private boolean forgets;
    private boolean restartsEpoch;

    /** A copy that changes on its own. */
    Edits copy() {
        return new Edits().then(this);
    }

    /** Rounds every number to float32. */
    void round() {
        rounds = true;
        values.replaceAll((_, value) -> (double) value.floatValue());
    }

    /** Sets a parameter. */
    void set(int index, double value) {
        values.put(index, value);
    }

    /** Empties the optimizer's memory. */
    void forget() {
        forgets = true;
    }

    /** Begins an epoch anew. */
    void restartEpoch() {
        restartsEpoch = true;
    }

    /** Whether they set parameters. */
    boolean setsParameters() {
        return !values.isEmpty();
    }

    boolean isEmpty() {
        return !rounds && values.isEmpty() && !forgets && !restartsEpoch;
    }

    /** These edits, then the others. */
    Edits then(Edits others) {
        if (others.rounds) {
            round();
        }
        values.putAll(others.values);
        forgets |= others.forgets;
        restartsEpoch |= others.restartsEpoch;
        return this;
    }

    /** Makes them. */
    void apply(State state) {
        if (rounds) {
            state.round();
        }
        values.forEach(state::set);
        if (forgets) {
            state.forget();
        }
        if (restartsEpoch) {
            state.position = 0;
        }
    }
}
