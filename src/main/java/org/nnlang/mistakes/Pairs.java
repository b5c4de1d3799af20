package org.nnlang.mistakes;

import java.util.ArrayList;
import java.util.List;

/** Two slips together, those of the simplest slips first. */
final class Pairs {
    /** Two slips; {@code made} is the setup with the first made, where it is there already. */
    record Pair(Slip first, Slip second, Setup made) {
        /** Both slips made, or null where they don't go together. */
        Setup change(Setup setup) {
            Setup changed = made != null ? made : first.change().apply(setup);
            return changed == null ? null : second.change().apply(changed);
        }
    }

    private Pairs() {}

    static List<Pair> of(List<Slip> slips, Setup setup) {
        List<Pair> pairs = new ArrayList<>(elsewhere(slips, setup));
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
    private static List<Pair> elsewhere(List<Slip> slips, Setup setup) {
        List<Pair> pairs = new ArrayList<>();
        for (Slip step : slips) {
            if (step.kind().equals("step-before")) {
                Setup before = step.change().apply(setup);
                slips.stream()
                        .filter(other -> other.kind().equals("other-quantity"))
                        .forEach(other -> pairs.add(new Pair(step, other, before)));
            }
        }
        return pairs;
    }
}
