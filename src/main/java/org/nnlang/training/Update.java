package org.nnlang.training;

import java.util.Arrays;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.RecipeUpdate;

/** A plan's update of all trained parameters at once, in the order of operations that every faster kernel has to equal. */
public final class Update {
    private final Plan plan;
    private final boolean ties;
    private final boolean[] trained;
    /** Null for plain descent in double. */
    private final RecipeUpdate recipe;
    /** Updates the parameters that don't decay as the others do; null if there are none. */
    private final RecipeUpdate undecayed;
    /** The update of a plan. */
    public Update(Plan plan) {
        ties = !plan.network().ties().isEmpty();
        this.plan = plan;
        Network network = plan.network();
        trained = new boolean[network.parameterCount()];
        for (int l = 1; l <= network.depth(); l++) {
            Layer layer = network.layer(l);
            Arrays.fill(trained, network.weightStart(l), network.biasStart(l), !layer.weightsFixed());
            Arrays.fill(trained, network.biasStart(l), network.end(l), !layer.biasFixed());
        }
        boolean plain = plan.isPlainDescent() && plan.arithmetic().isDouble();
        boolean some = !plain && plan.shaping().weightsOnly();
        network.apart(0, trained.length).forEach(i -> trained[i] = !trained[i]);
        boolean[] decaying = some ? trained.clone() : trained;
        boolean[] leftAlone = new boolean[some ? trained.length : 0];
        for (int i = 0; i < leftAlone.length; i++) {
            leftAlone[i] = trained[i] && plan.decay(i) != plan.decay();
            decaying[i] &= !leftAlone[i];
        }
        recipe = plain ? null : update(plan.decay(), decaying);
        undecayed = some ? update(0, leftAlone) : null;
    }

    private RecipeUpdate update(double decay, boolean[] updated) {
        return new RecipeUpdate(plan.recipe(decay), plan.optimizer().memory(), plan.arithmetic(), updated);
    }

    /** Makes an update that is counted already, by the mean gradient; returns whether all parameters are still finite. */
    public boolean apply(State state, double[] gradient, double rate) {
        double[] p = state.parameters;
        if (ties) {
            plan.tie(gradient);
        }
        if (recipe == null) {
            descend(rate, p, gradient);
        } else {
            double norm = norm(gradient);
            recipe.begin(rate, state.optimizerSteps, norm);
            recipe.apply(p, state.memory, gradient, 0, p.length);
            if (undecayed != null) {
                undecayed.begin(rate, state.optimizerSteps, norm);
                undecayed.apply(p, state.memory, gradient, 0, p.length);
            }
        }
        return finite(p);
    }

    /** The norm of the mean gradient if it is clipped by its norm, else NaN. */
    public double norm(double[] gradient) {
        return plan.shaping().norm(plan, trained, gradient);
    }

    /** p = p − η · g: the bits of the recipe. */
    private void descend(double learningRate, double[] p, double[] gradient) {
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
