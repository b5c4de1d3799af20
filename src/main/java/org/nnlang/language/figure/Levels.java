package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;

/** Round heights for contour lines. */
final class Levels {
    /** About how many lines are readable. */
    private static final int ABOUT = 10;

    private Levels() {}

    /** The round numbers inside an axis. */
    static double[] of(Axis scale) {
        List<Double> levels = new ArrayList<>();
        if (scale.log()) {
            double decades = decade(scale.to()) - decade(scale.from());
            int[] parts = decades > ABOUT / 2.0 ? new int[] {1} : new int[] {1, 2, 5};
            int every = (int) Math.max(1, (decades + ABOUT - 1) / ABOUT);
            for (int ten = decade(scale.from()); ten <= decade(scale.to()); ten += every) {
                for (int part : parts) {
                    levels.add(decimal(part, ten));
                }
            }
        } else {
            double[] step = step((scale.to() - scale.from()) / ABOUT);
            double width = decimal((int) step[0], (int) step[1]);
            for (double i = Math.floor(scale.from() / width); i * width <= scale.to(); i++) {
                levels.add(decimal(i * step[0], (int) step[1]));
            }
        }
        return levels.stream()
                .mapToDouble(level -> level)
                .filter(level -> level > scale.from() && level < scale.to())
                .toArray();
    }

    /** The least of 1, 2 and 5, times a power of ten, that is at least a number; the factor and the exponent. */
    private static double[] step(double number) {
        int ten = decade(number);
        for (int part : new int[] {1, 2, 5}) {
            if (decimal(part, ten) >= number) {
                return new double[] {part, ten};
            }
        }
        return new double[] {1, ten + 1};
    }

    /** The exponent of the power of ten up to a number above 0. */
    private static int decade(double number) {
        int ten = 0;
        while (decimal(1, ten) > number) {
            ten--;
        }
        while (decimal(1, ten + 1) <= number) {
            ten++;
        }
        return ten;
    }

    /** factor · 10^ten, the nearest double: 0.3, not 3 · 0.1. */
    private static double decimal(double factor, int ten) {
        return Double.parseDouble(factor + "e" + ten);
    }
}
