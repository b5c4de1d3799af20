package org.nnlang.network;

/** The optimizers' update rules, for all trained parameters at once. */
final class Update {
    private Update() {}

    /** Applies the plan's optimizer; returns whether all parameters are still finite. */
    static boolean apply(Plan plan, State state, double[] gradient, boolean[] trained) {
        double[] p = state.parameters;
        if (Rule.isPlainDescent(plan)) {
            descend(plan.learningRate(), p, gradient, trained);
        } else {
            Rule rule = new Rule(plan, state.optimizerSteps);
            for (int i = 0; i < p.length; i++) {
                if (trained[i]) {
                    rule.apply(p, state.memory, gradient[i], i);
                }
            }
        }
        return finite(p);
    }

    /** p ← p − η g: the same bits as the rule, without a call for each parameter. */
    private static void descend(double learningRate, double[] p, double[] gradient, boolean[] trained) {
        for (int i = 0; i < p.length; i++) {
            if (trained[i]) {
                p[i] -= learningRate * gradient[i];
            }
        }
    }

    private static boolean finite(double[] p) {
        double probe = 0;
        for (double value : p) {
            probe += value - value; // 0 for finite numbers, else NaN, and NaN stays
        }
        return probe == 0;
    }
}
