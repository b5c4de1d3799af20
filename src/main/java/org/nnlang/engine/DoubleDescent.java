package org.nnlang.engine;

import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Rule;

/** The optimizers' rules in double: the operations of {@link Rule}, one rule's loop for many parameters. */
final class DoubleDescent implements Numbers.Descent<double[]> {
    private final Optimizer optimizer;
    private final double decay;
    private double rate;
    private double rateNow;
    private double rootNow;

    DoubleDescent(Plan plan) {
        optimizer = plan.optimizer();
        decay = Rule.weightDecay(optimizer, plan.weightDecay());
    }

    @Override
    public void begin(double learningRate, long n) {
        rate = learningRate;
        switch (optimizer) {
            case Optimizer.Adagrad o -> rateNow = Steps.adagradRate(rate, o.learningRateDecay(), n);
            case Optimizer.Adam o -> begin(n, o.beta1(), o.beta2());
            case Optimizer.AdamW o -> begin(n, o.beta1(), o.beta2());
            case Optimizer.Sgd _, Optimizer.Momentum _, Optimizer.Nesterov _, Optimizer.RmsProp _ -> {}
        }
    }

    private void begin(long n, double beta1, double beta2) {
        rateNow = Steps.adamRate(rate, beta1, n);
        rootNow = Steps.adamRoot(beta2, n);
    }

    @Override
    public void apply(double[] p, double[][] memory, double[] g, int from, int to) {
        if (decay != 0 && !(optimizer instanceof Optimizer.AdamW)) {
            decay(p, g, from, to);
        }
        switch (optimizer) {
            case Optimizer.Sgd _ -> sgd(p, g, from, to);
            case Optimizer.Momentum o -> momentum(o.mu(), p, memory[0], g, from, to);
            case Optimizer.Nesterov o -> nesterov(o.mu(), p, memory[0], g, from, to);
            case Optimizer.Adagrad o -> adagrad(o.epsilon(), p, memory[0], g, from, to);
            case Optimizer.RmsProp o -> rmsprop(o, p, memory[0], g, from, to);
            case Optimizer.Adam o -> moments(o.beta1(), o.beta2(), o.epsilon(), p, memory[0], memory[1], g, from, to);
            case Optimizer.AdamW o -> {
                shrink(p, from, to);
                moments(o.beta1(), o.beta2(), o.epsilon(), p, memory[0], memory[1], g, from, to);
            }
        }
    }

    private void decay(double[] p, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            g[i] += decay * p[i];
        }
    }

    private void shrink(double[] p, int from, int to) {
        double kept = 1 - rate * decay;
        for (int i = from; i < to; i++) {
            p[i] *= kept;
        }
    }

    private void sgd(double[] p, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] -= rate * g[i];
        }
    }

    private void momentum(double mu, double[] p, double[] v, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = mu * v[i] + g[i];
            p[i] -= rate * v[i];
        }
    }

    private void nesterov(double mu, double[] p, double[] v, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = mu * v[i] + g[i];
            p[i] -= rate * (g[i] + mu * v[i]);
        }
    }

    private void adagrad(double epsilon, double[] p, double[] s, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            s[i] += g[i] * g[i];
            p[i] -= rateNow * (g[i] / (Math.sqrt(s[i]) + epsilon));
        }
    }

    private void rmsprop(Optimizer.RmsProp o, double[] p, double[] s, double[] g, int from, int to) {
        double alpha = o.alpha();
        double epsilon = o.epsilon();
        for (int i = from; i < to; i++) {
            s[i] = alpha * s[i] + (1 - alpha) * g[i] * g[i];
            p[i] -= rate * (g[i] / (Math.sqrt(s[i]) + epsilon));
        }
    }

    private void moments(
            double beta1,
            double beta2,
            double epsilon,
            double[] p,
            double[] m,
            double[] v,
            double[] g,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            p[i] -= rateNow * (m[i] / (Math.sqrt(v[i]) / rootNow + epsilon));
        }
    }
}
