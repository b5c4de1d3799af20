package org.nnlang.network;

/** The optimizers' update rules, for all trained parameters at once. */
final class Update {
    private Update() {}

    /** Applies the plan's optimizer; returns whether all parameters are still finite. */
    static boolean apply(Plan plan, State state, double[] gradient, boolean[] trained) {
        Rule rule = new Rule(plan, state.optimizerSteps);
        double[] p = state.parameters;
        double probe = 0;
        for (int i = 0; i < p.length; i++) {
            if (trained[i]) {
                rule.apply(p, state.memory, gradient[i], i);
                probe += p[i] - p[i]; // 0 for finite numbers, else NaN, and NaN stays
            }
        }
        return probe == 0;
    }
}
