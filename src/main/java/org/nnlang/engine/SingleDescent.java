package org.nnlang.engine;

import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Rule;

/** The optimizers' rules in float32: the operations of {@link Rule}, where what is the same for all parameters is worked out in double. */
final class SingleDescent implements Numbers.Descent<float[]> {
    private final Optimizer optimizer;
    private final double weightDecay;
    private final float decay;
    private double learningRate;
    private float rate;
    private float rateNow;
    private float rootNow;

    SingleDescent(Plan plan) {
        optimizer = plan.optimizer();
        weightDecay = Rule.weightDecay(optimizer, plan.weightDecay());
        decay = (float) weightDecay;
    }

    @Override
    public void begin(double rateOfUpdate, long n) {
        learningRate = rateOfUpdate;
        rate = (float) rateOfUpdate;
        switch (optimizer) {
            case Optimizer.Adagrad o -> rateNow = (float) Steps.adagradRate(learningRate, o.learningRateDecay(), n);
            case Optimizer.Adam o -> begin(n, o.beta1(), o.beta2());
            case Optimizer.AdamW o -> begin(n, o.beta1(), o.beta2());
            case Optimizer.Sgd _, Optimizer.Momentum _, Optimizer.Nesterov _, Optimizer.RmsProp _ -> {}
        }
    }

    private void begin(long n, double beta1, double beta2) {
        rateNow = (float) Steps.adamRate(learningRate, beta1, n);
        rootNow = (float) Steps.adamRoot(beta2, n);
    }

    @Override
    public void apply(float[] p, float[][] memory, float[] g, int from, int to) {
        if (decay != 0 && !(optimizer instanceof Optimizer.AdamW)) {
            decay(p, g, from, to);
        }
        switch (optimizer) {
            case Optimizer.Sgd _ -> sgd(p, g, from, to);
            case Optimizer.Momentum o -> momentum((float) o.mu(), p, memory[0], g, from, to);
            case Optimizer.Nesterov o -> nesterov((float) o.mu(), p, memory[0], g, from, to);
            case Optimizer.Adagrad o -> adagrad((float) o.epsilon(), p, memory[0], g, from, to);
            case Optimizer.RmsProp o -> rmsprop(o, p, memory[0], g, from, to);
            case Optimizer.Adam o -> moments(o.beta1(), o.beta2(), o.epsilon(), p, memory[0], memory[1], g, from, to);
            case Optimizer.AdamW o -> {
                shrink(p, from, to);
                moments(o.beta1(), o.beta2(), o.epsilon(), p, memory[0], memory[1], g, from, to);
            }
        }
    }

    private void decay(float[] p, float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            g[i] += decay * p[i];
        }
    }

    private void shrink(float[] p, int from, int to) {
        float kept = (float) (1 - learningRate * weightDecay);
        for (int i = from; i < to; i++) {
            p[i] *= kept;
        }
    }

    private void sgd(float[] p, float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] -= rate * g[i];
        }
    }

    private void momentum(float mu, float[] p, float[] v, float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = mu * v[i] + g[i];
            p[i] -= rate * v[i];
        }
    }

    private void nesterov(float mu, float[] p, float[] v, float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = mu * v[i] + g[i];
            p[i] -= rate * (g[i] + mu * v[i]);
        }
    }

    private void adagrad(float epsilon, float[] p, float[] s, float[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            s[i] += g[i] * g[i];
            p[i] -= rateNow * (g[i] / ((float) Math.sqrt(s[i]) + epsilon));
        }
    }

    private void rmsprop(Optimizer.RmsProp o, float[] p, float[] s, float[] g, int from, int to) {
        float alpha = (float) o.alpha();
        float rest = (float) (1 - o.alpha());
        float epsilon = (float) o.epsilon();
        for (int i = from; i < to; i++) {
            s[i] = alpha * s[i] + rest * g[i] * g[i];
            p[i] -= rate * (g[i] / ((float) Math.sqrt(s[i]) + epsilon));
        }
    }

    private void moments(
            double firstShare,
            double secondShare,
            double smallest,
            float[] p,
            float[] m,
            float[] v,
            float[] g,
            int from,
            int to) {
        float beta1 = (float) firstShare;
        float beta2 = (float) secondShare;
        float rest1 = (float) (1 - firstShare);
        float rest2 = (float) (1 - secondShare);
        float epsilon = (float) smallest;
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + rest1 * g[i];
            v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
            p[i] -= rateNow * (m[i] / ((float) Math.sqrt(v[i]) / rootNow + epsilon));
        }
    }
}
