package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.picture.Axis;
import org.nnlang.picture.RoundNumbers;

/** Round heights for contour lines. */
final class Levels {
    /** About how many lines are readable. */
    private static final int ABOUT = 10;

    private Levels() {}

    /** The round numbers inside an axis. */
    static double[] of(Axis scale) {
        List<Double> levels = new ArrayList<>();
        if (scale.log()) {
            double decades = RoundNumbers.exponent(scale.to()) - RoundNumbers.exponent(scale.from());
            int[] parts = decades > ABOUT / 2.0 ? new int[] {1} : new int[] {1, 2, 5};
            int every = (int) Math.max(1, (decades + ABOUT - 1) / ABOUT);
            for (int ten = RoundNumbers.exponent(scale.from());
                    ten <= RoundNumbers.exponent(scale.to());
                    ten += every) {
                for (int part : parts) {
                    levels.add(RoundNumbers.decimal(part, ten));
                }
            }
        } else {
            RoundNumbers round = RoundNumbers.nearest((scale.to() - scale.from()) / ABOUT);
            for (long i = round.above(scale.from()); i <= round.below(scale.to()); i++) {
                levels.add(round.at(i));
            }
        }
        return levels.stream()
                .mapToDouble(level -> level)
                .filter(level -> level > scale.from() && level < scale.to())
                .toArray();
    }
}
