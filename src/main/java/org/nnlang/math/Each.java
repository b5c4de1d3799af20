package org.nnlang.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A formula for each neuron of a layer, as one of the terms of a sum or one of the arguments of a function: in Σ e^z it is
 * e^z.
 */
public record Each(Formula of) implements Formula.Leaf {
    @Override
    public double value() {
        return Double.NaN;
    }

    /** Σ of a formula over a layer. */
    public static Formula sum(Formula of) {
        return new Formula.Sum(List.of(new Each(of)));
    }

    /** A formula in which {@code neurons} gives what is written for each neuron. */
    public static Formula spread(Formula formula, java.util.function.Function<Formula, List<Formula>> neurons) {
        UnaryOperator<Formula> inner = part -> spread(part, neurons);
        return switch (formula) {
            case Formula.Sum f -> Formula.sum(spread(f.terms(), neurons));
            case Formula.Call f -> new Formula.Call(f.function(), spread(f.arguments(), neurons));
            default -> Parts.map(formula, inner);
        };
    }

    private static List<Formula> spread(
            List<Formula> all, java.util.function.Function<Formula, List<Formula>> neurons) {
        List<Formula> spread = new ArrayList<>();
        for (Formula one : all) {
            if (one instanceof Each each) {
                spread.addAll(neurons.apply(each.of));
            } else {
                spread.add(spread(one, neurons));
            }
        }
        return spread;
    }
}
