package org.nnlang.slips;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.slips.Course.Asked;

/** The values of a calculation as a training computes them, without a worksheet; it makes the updates before a step once. */
final class Trained {
    private final Calculation calculation;
    private final Cancellation cancellation;
    /** By step; empty where training diverged. */
    private final Map<Long, Optional<QuantityValues>> readings = new HashMap<>();

    Trained(Calculation calculation, Cancellation cancellation) {
        this.calculation = calculation;
        this.cancellation = cancellation;
    }

    /** A value; NaN if training diverged before, or doesn't keep it. */
    double value(Asked asked) {
        return readings.computeIfAbsent(asked.step(), this::reading)
                .filter(_ -> isKept(asked.quantity()))
                .map(reading -> reading.value(asked.quantity()))
                .orElse(Double.NaN);
    }

    private Optional<QuantityValues> reading(long step) {
        return Optional.ofNullable(calculation.after(step, cancellation)).map(calculation::reading);
    }

    /** Whether it isn't a memory of another optimizer. */
    private boolean isKept(Quantity.Scalar quantity) {
        return !(quantity instanceof Quantity.Memory memory)
                || calculation.now().optimizer().memory().contains(memory.name());
    }
}
