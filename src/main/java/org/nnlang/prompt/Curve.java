package org.nnlang.prompt;

import java.util.Arrays;

/** A row of numbers as a small curve in one line of text: {@code █▆▄▃▂▁▁}. */
final class Curve {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    /** From this ratio of the largest number to the smallest on, the curve is logarithmic. */
    private static final double STEEP = 20;

    private final double[] values;
    private int size;
    /** The count of numbers behind each value, and the count so far for the next value. */
    private int each = 1;

    private int seen;

    /** A curve of at most {@code columns} columns; if there are more numbers, they share columns. */
    Curve(int columns) {
        values = new double[Math.max(2, columns)];
    }

    void add(double value) {
        if (seen++ % each != 0) {
            return;
        }
        if (size == values.length) {
            size = (size + 1) / 2;
            each *= 2;
            for (int i = 0; i < size; i++) {
                values[i] = values[2 * i];
            }
        }
        values[size++] = value;
    }

    String text() {
        double[] shown = Arrays.copyOf(values, size);
        double least = Arrays.stream(shown).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(shown).filter(Double::isFinite).max().orElse(0);
        boolean steep = least > 0 && most / least > STEEP;
        double low = steep ? Math.log(least) : least;
        double high = steep ? Math.log(most) : most;
        StringBuilder text = new StringBuilder();
        for (double value : shown) {
            double height = high > low ? ((steep ? Math.log(value) : value) - low) / (high - low) : 0;
            text.append(LEVELS.charAt(Math.clamp(Math.round(height * (LEVELS.length() - 1)), 0, 7)));
        }
        return text.toString();
    }
}
