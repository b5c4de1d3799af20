package org.nnlang.engine;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.training.Plan;

/** The methods of straight-line code in pieces, and where its variables are. */
final class PiecesBody {
    private final Plan plan;
    private final Network network;
    private final Frame v;
    private final StraightPass pass;
    private final int[] parameters;
    private final int[] sums;
    private final int steps;
    private final int count;
    private final int rate;
    private final StraightUpdate rule;
    private final List<List<Runnable>> passing;
    private final List<List<Runnable>> stepping;

    PiecesBody(Plan plan) {
        this.plan = plan;
        network = plan.network();
        v = new Frame();
        parameters = v.fresh(network.parameterCount());
        int[][] memory = v.fresh(plan.optimizer().memory().size(), parameters.length);
        sums = v.fresh(plan.batchSize() > 1 ? parameters.length : 0);
        steps = v.fresh();
        count = v.fresh();
        rate = v.fresh();
        pass = new StraightPass(network, v, parameters, plan.samples().isWeighted());
        rule = new StraightUpdate(plan, v, rate, parameters, memory);
        passing = passing();
        stepping = sums.length == 0 ? List.of() : stepping();
    }

    /** The methods that pass a sample, and make the steps where each sample is an update. */
    private List<List<Runnable>> passing() {
        pass.forward();
        pass.backward();
        for (int i = 0; i < sums.length; i++) {
            if (network.isTrained(i)) {
                int p = i;
                v.piece(1, () -> {
                    v.get(sums[p]);
                    pass.gradient(p);
                    v.plus().set(sums[p]);
                });
            }
        }
        return sums.length == 0 ? stepping() : v.take();
    }

    /** The methods that make the steps. */
    private List<List<Runnable>> stepping() {
        rule.steps(this::gradient, () -> v.get(steps));
        return v.take();
    }

    private void gradient(int p) {
        if (sums.length == 0) {
            pass.gradient(p);
        } else {
            rule.mean(sums[p], () -> v.get(count));
        }
    }

    List<List<Runnable>> passMethods() {
        return passing;
    }

    List<List<Runnable>> stepMethods() {
        return stepping;
    }

    /** Writes a method. */
    void write(CodeBuilder code, List<Runnable> method) {
        v.write(code, method);
    }

    /** How many variables there are. */
    int size() {
        return v.size();
    }

    /** Where the sums of the gradients begin. */
    int sums() {
        return sums.length == 0 ? 0 : sums[0];
    }

    /** How many sums there are. */
    int sumCount() {
        return sums.length;
    }

    /** Where the number of the update goes. */
    int steps() {
        return steps;
    }

    /** Where the number of samples of the update goes. */
    int count() {
        return count;
    }

    /** Where the learning rate of the update goes. */
    int rate() {
        return rate;
    }
}
