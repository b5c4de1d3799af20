package org.nnlang.bench;

import java.util.Arrays;
import org.nnlang.prompt.Keystrokes;

/** How long a keystroke takes in a pasted script of 200 lines, with a network of 10,000 weights: milliseconds. */
public final class KeystrokeBench {
    private static final int KEYS = 300;

    private KeystrokeBench() {}

    /** Prints the median and the slowest. */
    public static void main(String[] args) throws Exception {
        double[] times = Keystrokes.times(KEYS);
        double slowest = Arrays.stream(times).skip(KEYS / 3).max().orElse(0);
        Arrays.sort(times);
        System.out.printf(
                "median %.2f ms, 99%% under %.2f ms, slowest once warm %.2f ms%n",
                times[KEYS / 2], times[KEYS * 99 / 100], slowest);
    }
}
