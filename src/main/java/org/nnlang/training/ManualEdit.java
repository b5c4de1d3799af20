package org.nnlang.training;

import java.util.Arrays;

/**
 * A change made by hand between two updates. It says what was given, never how a state was changed, so that each history
 * applies it to a state of its own: the one that was trained, and the one without rounding. Applied twice, it is applied
 * once.
 */
public sealed interface ManualEdit {
    /** Changes a state; {@code unrounded} for the history without rounding. */
    void apply(State state, boolean unrounded);

    /** Equal for edits of which the later one replaces the earlier. */
    default Object subject() {
        return this;
    }

    /** Whether it gives the history without rounding something else. */
    default boolean differs() {
        return false;
    }

    /**
     * Sets parameters.
     *
     * @param from the index of the first
     * @param values the numbers
     * @param unrounded the numbers as they would be without rounding to decimals: others if they were computed
     */
    record SetParameters(int from, double[] values, double[] unrounded) implements ManualEdit {
        public SetParameters {
            if (values.length != unrounded.length) {
                throw new IllegalArgumentException("as many numbers without rounding");
            }
        }

        private record Range(int from, int count) {}

        @Override
        public void apply(State state, boolean exactly) {
            state.set(from, exactly ? unrounded : values);
        }

        @Override
        public Object subject() {
            return new Range(from, values.length);
        }

        @Override
        public boolean differs() {
            return !Arrays.equals(values, unrounded);
        }
    }

    /** The other edits. */
    enum Simple implements ManualEdit {
        /** Rounds every number to float32. */
        TO_SINGLE {
            @Override
            public void apply(State state, boolean unrounded) {
                state.round();
            }
        },
        /** Empties the optimizer's memory: another optimizer begins. */
        FORGET_MEMORY {
            @Override
            public void apply(State state, boolean unrounded) {
                state.forget();
            }
        },
        /** Begins the epoch again: the samples have changed. */
        RESTART_EPOCH {
            @Override
            public void apply(State state, boolean unrounded) {
                state.position = 0;
            }
        }
    }
}
