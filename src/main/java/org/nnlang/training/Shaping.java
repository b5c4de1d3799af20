package org.nnlang.training;

import org.nnlang.network.Precision;

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
        if (each || clip == Double.POSITIVE_INFINITY) {
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

    /** Changes the gradients of the trained parameters. */
    void apply(Plan plan, boolean[] trained, double[] p, double[] gradient) {
        Precision precision = plan.precision();
        double norm = norm(plan, trained, gradient);
        double factor = norm + EPSILON > clip ? precision.round(clip / (norm + EPSILON)) : 1;
        double most = precision.round(clip);
        double decay = precision.round(absolute);
        for (int i = 0; i < gradient.length; i++) {
            if (trained[i] && changes(norm, gradient[i])) {
                double clipped =
                        each ? Math.max(-most, Math.min(most, gradient[i])) : precision.round(gradient[i] * factor);
                gradient[i] = plan.arithmetic().round(absolute == 0 ? clipped : clipped + decay * Math.signum(p[i]));
            }
        }
    }
}
