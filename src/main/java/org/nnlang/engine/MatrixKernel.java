package org.nnlang.engine;

import org.nnlang.network.Kernel;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Plan;
import org.nnlang.network.Rule;
import org.nnlang.network.Samples;
import org.nnlang.network.State;
import org.nnlang.network.Watch;

/**
 * Makes updates by products of matrices.
 *
 * <p>Sums are taken in the order that suits the products, so the last digits may differ from the plain arithmetic's, and
 * from one machine to another; on one machine they are the same each time.
 */
final class MatrixKernel<V> implements Kernel {
    private final Plan plan;
    private final Watch watch;
    private final Network network;
    private final Numbers<V> numbers;
    private final Numbers.Descent<V> descent;
    private final Batch batch;
    private final int room;
    private final MatrixPass<V> pass;
    /** The rows that have been used, in this precision. */
    private final V[] inputs;

    /** Null where the products go to the parameters themselves. */
    private final V gradient;

    MatrixKernel(Plan plan, Numbers<V> numbers, MatrixProducts products, Watch watch) {
        this.plan = plan;
        this.watch = watch;
        this.numbers = numbers;
        network = plan.network();
        descent = numbers.descent(plan);
        batch = new Batch(plan);
        room = Math.min(Batch.most(plan), MatrixPass.MOST_ROWS);
        inputs = numbers.rows(plan.samples().size(), 0);
        pass = new MatrixPass<>(network, numbers, products, room);
        boolean atOnce = plan.optimizer() instanceof Optimizer.Sgd && room == Batch.most(plan);
        gradient = atOnce ? null : numbers.row(network.parameterCount());
    }

    @Override
    public boolean exact() {
        return false;
    }

    @Override
    public long run(State state, long updates) {
        state.remember(plan);
        V parameters = numbers.hold(state.parameters());
        V[] memory = numbers.rows(state.memory().length, 0);
        for (int slot = 0; slot < memory.length; slot++) {
            memory[slot] = numbers.hold(state.memory()[slot]);
        }
        try {
            for (long made = 0; made < updates; made++) {
                update(state, parameters, memory);
            }
        } finally {
            numbers.release(parameters, state.parameters());
            for (int slot = 0; slot < memory.length; slot++) {
                numbers.release(memory[slot], state.memory()[slot]);
            }
        }
        return updates;
    }

    private void update(State state, V parameters, V[] memory) {
        batch.next(state);
        for (int from = 0; from < batch.size(); from += room) {
            if (from > 0) {
                watch.look();
            }
            int samples = Math.min(room, batch.size() - from);
            pass(from, samples, parameters);
            if (gradient == null) {
                double rate = plan.learningRate();
                double decay = Rule.weightDecay(plan.optimizer(), plan.weightDecay());
                gradients(samples, -rate / samples, 1 - rate * decay, parameters);
            } else {
                gradients(samples, 1.0 / batch.size(), from == 0 ? 0 : 1, gradient);
            }
        }
        state.count(plan, 1);
        if (gradient != null) {
            descend(state, parameters, memory);
        }
    }

    private void pass(int from, int samples, V parameters) {
        Samples all = plan.samples();
        for (int r = 0; r < samples; r++) {
            int row = batch.row(from + r);
            pass.take(r, numbers.held(inputs, all.inputs(), row), all.targets()[row]);
        }
        pass.forward(parameters, samples);
        pass.backward(parameters, samples);
    }

    private void gradients(int samples, double alpha, double beta, V to) {
        for (int l = 1; l <= network.depth(); l++) {
            if (trainsWeights(l)) {
                pass.weightGradient(l, samples, alpha, beta, to);
            }
            if (trainsBiases(l)) {
                pass.biasGradient(l, samples, alpha, beta, to);
            }
        }
    }

    private void descend(State state, V parameters, V[] memory) {
        descent.begin(state.optimizerSteps());
        for (int l = 1; l <= network.depth(); l++) {
            if (trainsWeights(l)) {
                descent.apply(parameters, memory, gradient, network.weightStart(l), network.biasStart(l));
            }
            if (trainsBiases(l)) {
                descent.apply(parameters, memory, gradient, network.biasStart(l), network.end(l));
            }
        }
    }

    private boolean trainsWeights(int l) {
        return !network.layer(l).weightsFixed();
    }

    private boolean trainsBiases(int l) {
        return !network.layer(l).biasFixed() && network.layer(l).biasMode() != Layer.BiasMode.NONE;
    }
}
