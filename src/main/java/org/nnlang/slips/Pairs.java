package org.nnlang.slips;

import java.util.ArrayList;
import java.util.List;

/** Two slips together, those of the simplest slips first. */
final class Pairs {
    /** Two slips; {@code made} is the calculation with the first made, where it is there already. */
    record Pair(Slip first, Slip second, Calculation made) {
        /** Both slips made, or null where they don't go together. */
        Calculation change(Calculation calculation) {
            Calculation changed = made != null ? made : first.change().apply(calculation);
            return changed == null ? null : second.change().apply(changed);
        }
    }

    private Pairs() {}

    static List<Pair> of(List<Slip> slips, Calculation calculation) {
        List<Pair> pairs = new ArrayList<>(elsewhere(slips, calculation));
        List<Slip> some = slips.stream().filter(Slip::pairs).toList();
        for (int sum = 1; sum < 2 * some.size(); sum++) {
            for (int i = Math.max(0, sum - some.size() + 1); 2 * i < sum; i++) {
                Slip a = some.get(i);
                Slip b = some.get(sum - i);
                if (!a.kind().equals(b.kind())) {
                    pairs.add(new Pair(a, b, null));
                }
            }
        }
        return pairs;
    }

    /** Another quantity at another step. */
    private static List<Pair> elsewhere(List<Slip> slips, Calculation calculation) {
        List<Pair> pairs = new ArrayList<>();
        for (Slip step : slips) {
            if (step.kind().equals("step-before")) {
                Calculation before = step.change().apply(calculation);
                slips.stream()
                        .filter(other -> other.kind().equals("other-quantity"))
                        .forEach(other -> pairs.add(new Pair(step, other, before)));
            }
        }
        return pairs;
    }
}
