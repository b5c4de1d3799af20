package org.nnlang.network;

/**
 * One optimizer's rule for one parameter, at one update: what {@link Optimizer} states as formulas.
 *
 * <p>The order of operations follows PyTorch's single-tensor implementations.
 */
public final class Rule {
    private final Optimizer optimizer;
    private final Precision precision;
    private final double learningRate;
    private final double weightDecay;
    private final long n;
    private final double firstCorrection;
    private final double secondCorrection;

    /** The rule at the {@code n}-th update, from 1, since the optimizer's memory was empty. */
    public Rule(Plan plan, long n) {
        optimizer = plan.optimizer();
        precision = plan.precision();
        learningRate = plan.learningRate();
        weightDecay = weightDecay(plan);
        this.n = n;
        firstCorrection = correction(1, n);
        secondCorrection = correction(2, n);
    }

    /** The decay that applies: the setting, or adamw's own argument where there is no setting. */
    public static double weightDecay(Plan plan) {
        if (!Double.isNaN(plan.weightDecay())) {
            return plan.weightDecay();
        }
        return plan.optimizer() instanceof Optimizer.AdamW adamw ? adamw.decay() : 0;
    }

    /** 1 − β^n for Adam's two moments, else 1. */
    private double correction(int moment, long n) {
        return switch (optimizer) {
            case Optimizer.Adam a -> 1 - Elementary.pow(moment == 1 ? a.beta1() : a.beta2(), n);
            case Optimizer.AdamW a -> 1 - Elementary.pow(moment == 1 ? a.beta1() : a.beta2(), n);
            case Optimizer.Sgd _,
                    Optimizer.Momentum _,
                    Optimizer.Nesterov _,
                    Optimizer.Adagrad _,
                    Optimizer.RmsProp _ -> 1;
        };
    }

    /** Updates parameter {@code i} and what is remembered of it, by its gradient. */
    public void apply(double[] p, double[][] memory, double gradient, int i) {
        double g = gradient;
        if (weightDecay != 0 && !(optimizer instanceof Optimizer.AdamW)) {
            g = r(g + r(weightDecay * p[i]));
        }
        switch (optimizer) {
            case Optimizer.Sgd _ -> p[i] = r(p[i] - r(learningRate * g));
            case Optimizer.Momentum o -> {
                memory[0][i] = r(r(o.mu() * memory[0][i]) + g);
                p[i] = r(p[i] - r(learningRate * memory[0][i]));
            }
            case Optimizer.Nesterov o -> {
                memory[0][i] = r(r(o.mu() * memory[0][i]) + g);
                p[i] = r(p[i] - r(learningRate * r(g + r(o.mu() * memory[0][i]))));
            }
            case Optimizer.Adagrad o -> {
                memory[0][i] = r(memory[0][i] + r(g * g));
                double rate = learningRate / (1 + (n - 1) * o.learningRateDecay());
                p[i] = r(p[i] - r(rate * r(g / r(root(memory[0][i]) + o.epsilon()))));
            }
            case Optimizer.RmsProp o -> {
                memory[0][i] = r(r(o.alpha() * memory[0][i]) + r(r((1 - o.alpha()) * g) * g));
                p[i] = r(p[i] - r(learningRate * r(g / r(root(memory[0][i]) + o.epsilon()))));
            }
            case Optimizer.Adam o -> moments(p, memory, g, i, o.beta1(), o.beta2(), o.epsilon());
            case Optimizer.AdamW o -> {
                p[i] = r(p[i] * (1 - learningRate * weightDecay));
                moments(p, memory, g, i, o.beta1(), o.beta2(), o.epsilon());
            }
        }
    }

    private void moments(double[] p, double[][] memory, double g, int i, double beta1, double beta2, double epsilon) {
        double m = memory[0][i] = r(r(beta1 * memory[0][i]) + r((1 - beta1) * g));
        double v = memory[1][i] = r(r(beta2 * memory[1][i]) + r(r((1 - beta2) * g) * g));
        double root = r(r(root(v) / Math.sqrt(secondCorrection)) + epsilon);
        p[i] = r(p[i] - r(learningRate / firstCorrection * r(m / root)));
    }

    private double root(double value) {
        return r(Math.sqrt(value));
    }

    private double r(double value) {
        return precision.round(value);
    }
}
