package org.nnlang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Holds many numbers against others, bit for bit; a difference is worded only where there is one. */
final class EqualNumbers {
    private EqualNumbers() {}

    static void of(double[] actual, double[] expected, String what, Object... arguments) {
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual).as(what, arguments).containsExactly(expected);
        }
    }

    static void of(float[] actual, float[] expected, String what, Object... arguments) {
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual).as(what, arguments).containsExactly(expected);
        }
    }

    static void of(double[][] actual, double[][] expected, String what, Object... arguments) {
        if (!Arrays.deepEquals(actual, expected)) {
            assertThat(actual).as(what, arguments).isDeepEqualTo(expected);
        }
    }
}
