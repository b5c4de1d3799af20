package org.nnlang.slips;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One slip, or two together, and what they give.
 *
 * @param calculation what they make of the right one; kept only where they give the number asked about, else null
 * @param value the value of the quantity that was asked for
 */
public record Trial(List<Slip> slips, Calculation calculation, double value) {
    public Trial {
        slips = List.copyOf(slips);
    }

    /** The names of the slips for programs. */
    public List<String> ids() {
        return slips.stream().map(Slip::id).toList();
    }

    /** What the slips are called. */
    public String words() {
        return slips.stream().map(Slip::words).collect(Collectors.joining("; and "));
    }

    /** Whether it is the right number, at another step or of another quantity. */
    boolean isElsewhere() {
        return slips.stream().allMatch(slip -> switch (slip.kind()) {
            case "other-quantity", "step-before", "step-after" -> true;
            default -> false;
        });
    }
}
