package org.nnlang.training;

import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.math.Reason.Relation;

/**
 * What is done to the mean gradient before the optimizer's rule: it is clipped, then absolute decay is added.
 *
 * @param clip the largest norm over all trained parameters, or size of each number; infinite for none
 * @param each whether each number is clipped, not their norm
 * @param weightsOnly whether the optimizer's decay leaves biases alone
 * @param absolute the absolute decay λ₁: λ₁ · sign(p) is added to each gradient
 */
public record Shaping(double clip, boolean each, boolean weightsOnly, double absolute) {
    /** Nothing. */
    public static final Shaping NONE = new Shaping(Double.POSITIVE_INFINITY, false, false, 0);

    /** What PyTorch's {@code clip_grad_norm_} adds to the norm. */
    public static final double EPSILON = 1e-6;

    /** The gradient's norm over the trained parameters, tied ones once; NaN if it isn't needed. */
    double norm(Plan plan, boolean[] trained, double[] gradient) {
        if (!needsNorm()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (trained[i] && plan.network().tied(i)[0] == i) {
                sum += gradient[i] * gradient[i];
            }
        }
        return plan.arithmetic().round(Math.sqrt(sum));
    }

    /** Whether it changes a gradient of this norm, of a parameter with this gradient. */
    public boolean changes(double norm, double gradient) {
        return absolute != 0 || (each ? Math.abs(gradient) > clip : norm + EPSILON > clip);
    }

    /** Whether it changes gradients. */
    public boolean changesGradients() {
        return clip != Double.POSITIVE_INFINITY || absolute != 0;
    }

    /** Whether it needs the norm of the gradient. */
    public boolean needsNorm() {
        return !each && clip != Double.POSITIVE_INFINITY;
    }

    /** What becomes of the gradient {@code g} of parameter {@code p}, given the norm if it is needed. */
    public Formula of(Formula g, Formula p, Formula norm) {
        Formula most = Formula.named("c", clip);
        Formula clipped = g;
        if (needsNorm()) {
            Formula size = Formula.sum(norm, Formula.number(EPSILON));
            Formula factor = Formula.quotient(most, size);
            clipped = Formula.product(g, Formula.cases(size, Relation.ABOVE, most, factor, Formula.number(1)));
        } else if (clip != Double.POSITIVE_INFINITY) {
            clipped = Formula.call(Function.MAX, Formula.negation(most), Formula.call(Function.MIN, most, g));
        }
        Formula decay = new Formula.Named("λ", "1", absolute);
        return absolute == 0 ? clipped : Formula.sum(clipped, Formula.product(decay, Formula.call(Function.SIGN, p)));
    }
}
