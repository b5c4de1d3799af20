package org.nnlang.engine;

import org.nnlang.network.Network;
import org.nnlang.network.Plan;

/**
 * About what an update costs by each kernel, in nanoseconds.
 *
 * <p>The constants were fitted to measured times of networks from 8-8-4 to 784-128-10 with batches from 1 to 256, in
 * double on one processor with vectors of 512 bits. On another one all are slower together; only their ratios decide.
 */
final class Costs {
    private final double samples;
    private final double weights;
    /** Multiplications of one sample's passes: forward, backward from the second layer on, and the gradients. */
    private final double products;

    private final double neurons;

    Costs(Plan plan) {
        Network network = plan.network();
        samples = Batch.most(plan);
        weights = network.weightCount();
        double sum = 0;
        double count = 0;
        for (int l = 1; l <= network.depth(); l++) {
            sum += (l == 1 ? 2.0 : 3.0) * network.size(l) * network.size(l - 1);
            count += network.size(l);
        }
        products = sum;
        neurons = count;
    }

    /** Multiplications of one sample. */
    double products() {
        return products;
    }

    /** The plain arithmetic: sums that wait for each addition. */
    double plain() {
        return 20 + samples * (0.35 * products + 14 * neurons);
    }

    /** Straight-line code: the same operations, without what is around them. */
    double straight() {
        return 5 + samples * (0.35 * products + 4.5 * neurons);
    }

    /** Loops: a little for each row of weights, and for an update what its gradients and their steps cost. */
    double loops() {
        double steps = samples == 1 ? 0.075 * products : 0.28 * products;
        return 60 + steps + samples * (0.07 * products + 5 * neurons);
    }

    /** Products of matrices: calls of native code, a step for each weight, then very little for each sample. */
    double matrices() {
        return 450 + 0.35 * weights + samples * (0.034 * products + 4 * neurons);
    }
}
