package org.nnlang.engine;

import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Rule;

/** Writes the optimizer's step of one parameter, as {@link Rule} has it in double. */
final class StraightRule {
    private final Plan plan;
    private final Arithmetic v;
    private final int[] p;
    private final int[][] memory;
    /** The variable of the learning rate. */
    private final int rate;

    private final double decay;
    private final int g;
    private final int rateNow;
    private final int rootNow;
    private final int kept;

    StraightRule(Plan plan, Arithmetic v, int rate, int[] parameters, int[][] memory) {
        this.plan = plan;
        this.v = v;
        this.p = parameters;
        this.memory = memory;
        this.rate = rate;
        decay = Rule.weightDecay(plan.optimizer(), plan.weightDecay());
        g = v.fresh();
        rateNow = v.fresh();
        rootNow = v.fresh();
        kept = v.fresh();
    }

    /** What an update works out once: {@code n} pushes its number. */
    void begin(Runnable n) {
        switch (plan.optimizer()) {
            case Optimizer.Adagrad o -> {
                v.get(rate).number(o.learningRateDecay());
                n.run();
                v.call("adagradRate", Steps.class, 3).set(rateNow);
            }
            case Optimizer.Adam o -> begin(n, o.beta1(), o.beta2());
            case Optimizer.AdamW o -> {
                v.number(1).get(rate).number(decay).times().minus().set(kept);
                begin(n, o.beta1(), o.beta2());
            }
            case Optimizer.Sgd _, Optimizer.Momentum _, Optimizer.Nesterov _, Optimizer.RmsProp _ -> {}
        }
    }

    private void begin(Runnable n, double beta1, double beta2) {
        v.get(rate).number(beta1);
        n.run();
        v.call("adamRate", Steps.class, 3).set(rateNow);
        v.number(beta2);
        n.run();
        v.call("adamRoot", Steps.class, 2).set(rootNow);
    }

    /**
     * Pushes a sum over the samples of a batch, divided by how many they are, which {@code count} pushes where not all batches
     * are alike. By a power of two a multiplication gives the same bits, and takes a fifth of the time.
     */
    void mean(int sum, Runnable count) {
        int samples = plan.batchSize();
        v.get(sum);
        if (plan.samples().size() % samples > 0) {
            count.run();
            v.over();
        } else if (Integer.bitCount(samples) == 1) {
            v.number(1.0 / samples).times();
        } else {
            v.number(samples).over();
        }
    }

    /** The step of parameter {@code i}; {@code gradient} pushes its gradient. */
    void step(int i, Runnable gradient) {
        if (plan.optimizer() instanceof Optimizer.Sgd && decay == 0) {
            v.get(p[i]).get(rate);
            gradient.run();
            v.times().minus().set(p[i]);
            return;
        }
        gradient.run();
        if (decay != 0 && !(plan.optimizer() instanceof Optimizer.AdamW)) {
            v.number(decay).get(p[i]).times().plus();
        }
        v.set(g);
        switch (plan.optimizer()) {
            case Optimizer.Sgd _ -> v.get(p[i]).get(rate).get(g).times().minus().set(p[i]);
            case Optimizer.Momentum o -> {
                velocity(i, o.mu());
                v.get(p[i]).get(rate).get(memory[0][i]).times().minus().set(p[i]);
            }
            case Optimizer.Nesterov o -> {
                velocity(i, o.mu());
                v.get(p[i]).get(rate);
                v.get(g).number(o.mu()).get(memory[0][i]).times().plus();
                v.times().minus().set(p[i]);
            }
            case Optimizer.Adagrad o -> {
                v.get(memory[0][i]).get(g).get(g).times().plus().set(memory[0][i]);
                v.get(p[i]).get(rateNow);
                scaled(i, o.epsilon());
            }
            case Optimizer.RmsProp o -> {
                mean(0, i, o.alpha());
                v.get(p[i]).get(rate);
                scaled(i, o.epsilon());
            }
            case Optimizer.Adam o -> moments(i, o.beta1(), o.beta2(), o.epsilon());
            case Optimizer.AdamW o -> {
                v.get(p[i]).get(kept).times().set(p[i]);
                moments(i, o.beta1(), o.beta2(), o.epsilon());
            }
        }
    }

    /** v ← μ v + g. */
    private void velocity(int i, double mu) {
        v.number(mu).get(memory[0][i]).times().get(g).plus().set(memory[0][i]);
    }

    /** With p and the rate pushed: p ← p − rate · (g / (√s + ε)). */
    private void scaled(int i, double epsilon) {
        v.get(g)
                .get(memory[0][i])
                .call("sqrt", Math.class, 1)
                .number(epsilon)
                .plus()
                .over();
        v.times().minus().set(p[i]);
    }

    /** s ← β s + (1 − β) g g. */
    private void mean(int slot, int i, double beta) {
        v.number(beta).get(memory[slot][i]).times();
        v.number(1 - beta).get(g).times().get(g).times().plus().set(memory[slot][i]);
    }

    private void moments(int i, double beta1, double beta2, double epsilon) {
        v.number(beta1).get(memory[0][i]).times();
        v.number(1 - beta1).get(g).times().plus().set(memory[0][i]);
        mean(1, i, beta2);
        v.get(p[i]).get(rateNow).get(memory[0][i]);
        v.get(memory[1][i])
                .call("sqrt", Math.class, 1)
                .get(rootNow)
                .over()
                .number(epsilon)
                .plus();
        v.over().times().minus().set(p[i]);
    }
}
