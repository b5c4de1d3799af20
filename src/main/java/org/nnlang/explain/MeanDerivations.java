package org.nnlang.explain;

import java.util.function.IntFunction;
import org.nnlang.math.Formula;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;

/** The derivations of what is taken over all samples, with the value of each sample that is shown. */
final class MeanDerivations {
    private final QuantityValues reading;
    private final Limits limits;

    MeanDerivations(QuantityValues reading, Limits limits) {
        this.reading = reading;
        this.limits = limits;
    }

    /** loss = (error₁ + error₂ + …) / n. */
    Derivation loss(Formula lhs, Quantity.Set set) {
        return mean(lhs, size(set), row -> symbol(set, row, new Quantity.TotalError()));
    }

    /** ∂loss/∂w = (∂error₁/∂w + ∂error₂/∂w + …) / n. */
    Derivation partial(Formula lhs, Quantity.Parameter by) {
        return mean(
                lhs,
                size(Quantity.Set.TRAINING),
                row -> values(Quantity.Set.TRAINING, row).partial(new Quantity.TotalError(), by));
    }

    private Derivation mean(Formula lhs, int size, IntFunction<Formula> term) {
        Formula sum = limits.sum(Range.all(size), term);
        return Derivation.of(
                lhs, size == 1 || reading.arithmetic().sums() ? sum : Formula.quotient(sum, Formula.named("n", size)));
    }

    /** accuracy = right / samples. */
    Derivation accuracy(Formula lhs, Quantity.Set set) {
        int size = size(set);
        Formula right = Formula.named("right", Math.rint(lhs.value() * size));
        return Derivation.of(lhs, Formula.quotient(right, Formula.named("samples", size)));
    }

    private Formula symbol(Quantity.Set set, int row, Quantity.Scalar quantity) {
        return values(set, row).symbol(quantity);
    }

    private Values values(Quantity.Set set, int row) {
        Samples samples = reading.samples();
        Sample sample = set == Quantity.Set.TRAINING ? samples.row(row) : samples.testRow(row);
        return new Values(reading.on(sample), size(set) == 1 ? 0 : row + 1);
    }

    private int size(Quantity.Set set) {
        Samples samples = reading.samples();
        return set == Quantity.Set.TRAINING ? samples.size() : samples.testInputs().length;
    }
}
