package org.nnlang.network;

import org.nnlang.math.Elementary;

/**
 * One optimizer's rule by someone who writes figures down with so many decimals.
 *
 * <p>Written down are: the gradient with its decay where an optimizer remembers something of it, all that it remembers,
 * Adam's corrected moments, Adagrad's fallen learning rate, and the new parameter.
 */
final class PencilRule {
    private final Optimizer optimizer;
    private final double rate;
    private final double decay;
    private final ArithmeticMode arithmetic;
    private final long n;

    PencilRule(Optimizer optimizer, double rate, double decay, ArithmeticMode arithmetic, long n) {
        this.optimizer = optimizer;
        this.rate = rate;
        this.decay = decay;
        this.arithmetic = arithmetic;
        this.n = n;
    }

    private double r(double value) {
        return arithmetic.round(value);
    }

    void apply(double[] p, double[][] memory, double gradient, int i) {
        p[i] = r(
                switch (optimizer) {
                    case Optimizer.Sgd _ -> p[i] - rate * (gradient + decay * p[i]);
                    case Optimizer.Momentum o -> {
                        double g = decayed(gradient, p[i]);
                        yield p[i] - rate * (memory[0][i] = r(o.mu() * memory[0][i] + g));
                    }
                    case Optimizer.Nesterov o -> {
                        double g = decayed(gradient, p[i]);
                        yield p[i] - rate * (g + o.mu() * (memory[0][i] = r(o.mu() * memory[0][i] + g)));
                    }
                    case Optimizer.Adagrad o -> {
                        double g = decayed(gradient, p[i]);
                        double s = memory[0][i] = r(memory[0][i] + g * g);
                        yield p[i] - adagradRate(o) * g / (Math.sqrt(s) + o.epsilon());
                    }
                    case Optimizer.RmsProp o -> {
                        double g = decayed(gradient, p[i]);
                        double s = memory[0][i] = r(o.alpha() * memory[0][i] + (1 - o.alpha()) * (g * g));
                        yield p[i] - rate * g / (Math.sqrt(s) + o.epsilon());
                    }
                    case Optimizer.Adam o -> {
                        double g = decayed(gradient, p[i]);
                        yield p[i] - moments(memory, g, i, o.beta1(), o.beta2(), o.epsilon());
                    }
                    case Optimizer.AdamW o -> {
                        double shrunk = p[i] * (1 - rate * decay);
                        yield shrunk - moments(memory, gradient, i, o.beta1(), o.beta2(), o.epsilon());
                    }
                });
    }

    private double decayed(double gradient, double parameter) {
        return decay == 0 ? gradient : r(gradient + decay * parameter);
    }

    /** ηₙ = η / (1 + (n − 1) · lr_decay); without a decay of the rate there is nothing to write down. */
    private double adagradRate(Optimizer.Adagrad o) {
        double fall = o.learningRateDecay();
        return fall == 0 ? rate : r(rate / (1 + (n - 1) * fall));
    }

    /** η · m̂ / (√v̂ + ε). */
    private double moments(double[][] memory, double g, int i, double beta1, double beta2, double epsilon) {
        double m = memory[0][i] = r(beta1 * memory[0][i] + (1 - beta1) * g);
        double v = memory[1][i] = r(beta2 * memory[1][i] + (1 - beta2) * (g * g));
        double mean = r(m / (1 - Elementary.pow(beta1, n)));
        double square = r(v / (1 - Elementary.pow(beta2, n)));
        return rate * mean / (Math.sqrt(square) + epsilon);
    }
}
