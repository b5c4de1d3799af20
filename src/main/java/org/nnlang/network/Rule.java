package org.nnlang.network;

import org.nnlang.math.Elementary;

/**
 * One optimizer's rule for one parameter, at one update: what {@link Optimizer} states as formulas.
 *
 * <p>The order of operations follows PyTorch's single-tensor implementations. As there, what is the same for all parameters
 * (a learning rate, 1 − β, a bias correction) is worked out in double, and rounded once where the precision is single.
 */
public final class Rule {
    private final Optimizer optimizer;
    private final boolean single;
    /** Works with figures that are rounded to decimals; else null. */
    private final PencilRule pencil;

    private final double learningRate;
    private final double weightDecay;
    private final double kept;
    private final double adagradRate;
    private final double adamRate;
    private final double adamRoot;

    /** The rule at a learning rate, at the {@code n}-th update, from 1, since the optimizer's memory was empty. */
    public Rule(Plan plan, double learningRate, long n) {
        this(plan.optimizer(), learningRate, weightDecay(plan.optimizer(), plan.weightDecay()), plan.arithmetic(), n);
    }

    /** The rule by which a layer is updated before the deltas of the layer before it are worked out. */
    Rule(ArithmeticMode arithmetic) {
        this(
                new Optimizer.Sgd(),
                arithmetic.sequence().rate(),
                arithmetic.sequence().weightDecay(),
                arithmetic,
                1);
    }

    private Rule(Optimizer optimizer, double rate, double decay, ArithmeticMode arithmetic, long n) {
        this.optimizer = optimizer;
        single = arithmetic.precision() == Precision.SINGLE;
        pencil = arithmetic.rounds() ? new PencilRule(optimizer, rate, decay, arithmetic, n) : null;
        learningRate = r(rate);
        weightDecay = r(decay);
        kept = r(1 - rate * decay);
        adagradRate = optimizer instanceof Optimizer.Adagrad a ? r(rate / (1 + (n - 1) * a.learningRateDecay())) : 0;
        adamRate = r(rate / (1 - power(1, n)));
        adamRoot = r(Math.sqrt(1 - power(2, n)));
    }

    /**
     * The limit of η · λ: up to it, decay alone makes parameters smaller; beyond it, larger at each update, with the sign
     * going to and fro.
     *
     * <p>A parameter p and a velocity v = η · (what momentum remembers) are multiplied by a matrix at each update. With a =
     * η · λ it is 1 − a for sgd and adamw; for momentum [1 − a, −μ; a, μ] and for nesterov [1 − a − μa, −μ²; a, μ], whose
     * eigenvalues lie within the unit circle as long as |det| &lt; 1 and |trace| &lt; 1 + det. The others divide by the
     * size of the gradient, decay included: their steps are bounded.
     */
    public static double decayLimit(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd _, Optimizer.AdamW _ -> 2;
            case Optimizer.Momentum o -> 2 * (1 + o.mu());
            case Optimizer.Nesterov o -> Math.min(2 * (1 + o.mu()) / (1 + 2 * o.mu()), 1 + 1 / o.mu());
            case Optimizer.Adagrad _, Optimizer.RmsProp _, Optimizer.Adam _ -> Double.POSITIVE_INFINITY;
        };
    }

    /** The decay that applies: the setting, or, where it is NaN for none, adamw's own argument. */
    public static double weightDecay(Optimizer optimizer, double setting) {
        if (!Double.isNaN(setting)) {
            return setting;
        }
        return optimizer instanceof Optimizer.AdamW adamw ? adamw.decay() : 0;
    }

    /** Whether the rule is p ← p − η g in double and nothing else. */
    static boolean isPlainDescent(Plan plan) {
        return plan.optimizer() instanceof Optimizer.Sgd
                && weightDecay(plan.optimizer(), plan.weightDecay()) == 0
                && plan.precision() == Precision.DOUBLE
                && !plan.arithmetic().rounds();
    }

    /** β^n of Adam's first or second moment, else 0. */
    private double power(int moment, long n) {
        return switch (optimizer) {
            case Optimizer.Adam a -> Elementary.pow(moment == 1 ? a.beta1() : a.beta2(), n);
            case Optimizer.AdamW a -> Elementary.pow(moment == 1 ? a.beta1() : a.beta2(), n);
            case Optimizer.Sgd _,
                    Optimizer.Momentum _,
                    Optimizer.Nesterov _,
                    Optimizer.Adagrad _,
                    Optimizer.RmsProp _ -> 0;
        };
    }

    /** Updates parameter {@code i} and what is remembered of it, by its gradient. */
    public void apply(double[] p, double[][] memory, double gradient, int i) {
        if (pencil != null) {
            pencil.apply(p, memory, gradient, i);
            return;
        }
        double g = gradient;
        if (weightDecay != 0 && !(optimizer instanceof Optimizer.AdamW)) {
            g = r(g + r(weightDecay * p[i]));
        }
        switch (optimizer) {
            case Optimizer.Sgd _ -> p[i] = r(p[i] - r(learningRate * g));
            case Optimizer.Momentum o -> {
                double v = memory[0][i] = r(r(r(o.mu()) * memory[0][i]) + g);
                p[i] = r(p[i] - r(learningRate * v));
            }
            case Optimizer.Nesterov o -> {
                double v = memory[0][i] = r(r(r(o.mu()) * memory[0][i]) + g);
                p[i] = r(p[i] - r(learningRate * r(g + r(r(o.mu()) * v))));
            }
            case Optimizer.Adagrad o -> {
                double s = memory[0][i] = r(memory[0][i] + r(g * g));
                p[i] = r(p[i] - r(adagradRate * r(g / r(root(s) + r(o.epsilon())))));
            }
            case Optimizer.RmsProp o -> {
                double s = memory[0][i] = mean(o.alpha(), memory[0][i], g);
                p[i] = r(p[i] - r(learningRate * r(g / r(root(s) + r(o.epsilon())))));
            }
            case Optimizer.Adam o -> moments(p, memory, g, i, o.beta1(), o.beta2(), o.epsilon());
            case Optimizer.AdamW o -> {
                p[i] = r(p[i] * kept);
                moments(p, memory, g, i, o.beta1(), o.beta2(), o.epsilon());
            }
        }
    }

    private void moments(double[] p, double[][] memory, double g, int i, double beta1, double beta2, double epsilon) {
        double m = memory[0][i] = r(r(r(beta1) * memory[0][i]) + r(r(1 - beta1) * g));
        double v = memory[1][i] = mean(beta2, memory[1][i], g);
        p[i] = r(p[i] - r(adamRate * r(m / r(r(root(v) / adamRoot) + r(epsilon)))));
    }

    /** The running mean of the squares: share · mean + (1 − share) · g². */
    private double mean(double share, double mean, double g) {
        return r(r(r(share) * mean) + r(r(r(1 - share) * g) * g));
    }

    private double root(double value) {
        return r(Math.sqrt(value));
    }

    private double r(double value) {
        return single ? (float) value : value;
    }
}
