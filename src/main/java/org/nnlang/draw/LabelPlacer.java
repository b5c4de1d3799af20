package org.nnlang.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places labels so that none leaves the room and none covers another, or what must stay visible. */
final class LabelPlacer {
    private final Box room;
    private final List<Box> taken = new ArrayList<>();

    /**
     * @param room where labels may be
     */
    LabelPlacer(Box room) {
        this.room = room;
    }

    /** Keeps a rectangle free of labels. */
    void take(Box box) {
        taken.add(box);
    }

    /** Whether a rectangle is in the room and meets nothing. */
    boolean isFree(Box box) {
        if (!room.holds(box)) {
            return false;
        }
        for (Box other : taken) {
            if (box.meets(other)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the place of the first label that fits, with a margin around it, and returns that label; null if none fits. */
    Label place(List<Label> choices, double margin) {
        for (Label label : choices) {
            Box box = label.box();
            if (isFree(box)) {
                take(box.grown(margin));
                return label;
            }
        }
        return null;
    }

    /**
     * Moves things along a line apart, each as little as the others allow.
     *
     * @param wanted where the middle of each would best be, in any order
     * @param size how much room each needs
     * @return the middles, between {@code from} and {@code to} if there is room for all, and evenly spread if not
     */
    static double[] spread(double[] wanted, double size, double from, double to) {
        int count = wanted.length;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> wanted[i]));
        double step = count > 1 ? Math.clamp((to - from - size) / (count - 1), 0, size) : 0;
        double[] placed = new double[count];
        double[] shifted = new double[count];
        for (int i = 0; i < count; i++) {
            shifted[i] = wanted[order.get(i)] - i * step;
        }
        ascending(shifted);
        double least = from + size / 2;
        double greatest = Math.max(least, to - size / 2 - (count - 1) * step);
        for (int i = 0; i < count; i++) {
            placed[order.get(i)] = Math.clamp(shifted[i], least, greatest) + i * step;
        }
        return placed;
    }

    /** Replaces numbers by the ascending ones with the least sum of squared differences: pools neighbours out of order. */
    private static void ascending(double[] values) {
        int[] length = new int[values.length];
        double[] mean = new double[values.length];
        int pools = 0;
        for (double value : values) {
            mean[pools] = value;
            length[pools++] = 1;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                int together = length[pools - 2] + length[pools - 1];
                mean[pools - 2] =
                        (mean[pools - 2] * length[pools - 2] + mean[pools - 1] * length[pools - 1]) / together;
                length[pools - 2] = together;
                pools--;
            }
        }
        int at = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < length[pool]; i++) {
                values[at++] = mean[pool];
            }
        }
    }
}
