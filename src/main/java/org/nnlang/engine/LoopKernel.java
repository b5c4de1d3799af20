package org.nnlang.engine;

import org.nnlang.network.Cancellation;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Update;

/** Makes updates with the same bits as {@link org.nnlang.training.Trainer}, on the loops of {@link LoopPass}. */
final class LoopKernel<V> extends RatedKernel {
    private final Plan plan;
    private final Network network;
    private final Numbers<V> numbers;
    private final UpdateLoop descent;
    private final boolean plain;
    private final Batch batch;
    private final int room;
    private final LoopPass<V> pass;
    /** By layer, from 1, and row of weights; where all samples of an update are taken at a time, two rows serve for all. */
    private final V[][] gradient;

    private final V[] biasGradient;
    /** By layer, from 1, and row of weights; at the end that of the biases. */
    private final V[][][] memory;

    private final V one;
    private final V other;
    /** Makes the updates by the gradient in {@link #whole}; null if each row of weights is updated as soon as its gradient is known. */
    private final Update update;

    private final double[] whole;

    /** How many samples of an update are processed between two checks for cancellation. */
    private final int patience;

    /** The learning rate of the update. */
    private double rate;

    LoopKernel(Plan plan, Numbers<V> numbers) {
        super(plan);
        this.plan = plan;
        this.numbers = numbers;
        network = plan.network();
        patience = Cancellation.samples(network);
        descent = new UpdateLoop(plan);
        plain = plan.isPlainDescent();
        batch = new Batch(plan);
        room = Math.min(Batch.most(plan), LoopPass.MOST_ROWS);
        pass = new LoopPass<>(network, numbers, room);
        one = numbers.row(room);
        other = numbers.row(room);
        update = plan.updatesAsAWhole() ? new Update(plan) : null;
        whole = new double[update == null ? 0 : network.parameterCount()];
        gradient = numbers.layers(network.depth() + 1);
        biasGradient = numbers.rows(network.depth() + 1, 0);
        memory = numbers.memories(network.depth() + 1);
        for (int l = 1; l <= network.depth(); l++) {
            gradient[l] = gradient(l);
            biasGradient[l] = numbers.row(network.layer(l).biasCount());
            memory[l] = memory(l);
        }
    }

    private V[] gradient(int l) {
        V[] rows = numbers.rows(LoopPass.rows(network, l), LoopPass.length(network, l));
        for (int i = 2; i < rows.length && Batch.most(plan) <= room && update == null; i++) {
            rows[i] = rows[i % 2];
        }
        return rows;
    }

    private V[][] memory(int l) {
        int count = LoopPass.rows(network, l);
        V[][] rows = numbers.layers(count + 1);
        int size = plan.optimizer().memory().size();
        for (int i = 0; i < count; i++) {
            rows[i] = numbers.rows(size, LoopPass.length(network, l));
        }
        rows[count] = numbers.rows(size, network.layer(l).biasCount());
        return rows;
    }

    @Override
    void run(State state, Plan now, long updates, Cancellation cancellation) {
        state.remember(plan);
        pass.read(state.parameters());
        readMemory(state.memory());
        try {
            for (long made = 0; made < updates; made++) {
                plan.check(made, cancellation);
                rate = now.rate(state);
                update(state, cancellation);
            }
        } finally {
            if (update == null) {
                write(state);
            }
        }
    }

    private void update(State state, Cancellation cancellation) {
        batch.next(state);
        descent.begin(rate, state.optimizerSteps() + 1);
        for (int from = 0; from < batch.size(); from += room) {
            if (from > 0 && from % patience == 0) {
                cancellation.check();
            }
            block(from, Math.min(batch.size(), from + room));
        }
        state.count(plan, 1);
        if (update != null) {
            update(state);
        }
    }

    private void update(State state) {
        for (int l = 1; l <= network.depth(); l++) {
            for (int i = 0; i < gradient[l].length; i++) {
                pass.writeRow(gradient[l][i], whole, l, i);
            }
            numbers.writeColumn(biasGradient[l], whole, network.biasStart(l), 1);
        }
        update.apply(state, whole, rate);
        pass.read(state.parameters());
    }

    /** Passes some samples of the batch, and with the last of them updates. */
    private void block(int from, int to) {
        int samples = to - from;
        Samples all = plan.samples();
        for (int r = 0; r < samples; r++) {
            int row = batch.row(from + r);
            pass.take(r, all.inputs()[row], all.targets()[row]);
            if (all.isWeighted()) {
                pass.weigh(r, all.weight(row));
            }
        }
        pass.forward(samples);
        pass.backward(samples);
        for (int l = 1; l <= network.depth(); l++) {
            if (network.trainsWeights(l)) {
                weights(l, samples, from > 0, to == batch.size());
            }
            if (network.trainsBiases(l)) {
                biases(l, samples, from > 0, to == batch.size());
            }
        }
    }

    private void weights(int l, int samples, boolean add, boolean last) {
        boolean byNeuron = LoopPass.byNeuron(network, l);
        V[] factors = byNeuron ? pass.delta[l] : pass.out[l - 1]; // one for each row of weights
        V[] along = byNeuron ? pass.out[l - 1] : pass.delta[l];
        if (batch.size() == 1 && plain && update == null) {
            for (int i = 0; i < gradient[l].length; i++) {
                numbers.descend(pass.weights[l][i], rate, factors[0], i, along[0]);
            }
            return;
        }
        int rows = gradient[l].length;
        for (int i = 0; i < rows; i += 2) {
            numbers.pick(factors, i, one, samples);
            if (i + 1 == rows) {
                numbers.combine(gradient[l][i], along, one, samples, add);
            } else {
                numbers.pick(factors, i + 1, other, samples);
                numbers.combineTwo(gradient[l][i], gradient[l][i + 1], along, one, other, samples, add);
            }
            for (int k = i; last && k < Math.min(i + 2, rows); k++) {
                update(pass.weights[l][k], memory[l][k], gradient[l][k], LoopPass.length(network, l));
            }
        }
    }

    private void biases(int l, int samples, boolean add, boolean last) {
        V sum = biasGradient[l];
        boolean shared = network.layer(l).biasMode() == Layer.BiasMode.SHARED;
        for (int r = 0; r < samples; r++) {
            boolean more = add || r > 0;
            if (shared) {
                numbers.total(sum, pass.delta[l][r], more);
            } else if (more) {
                numbers.add(sum, pass.delta[l][r]);
            } else {
                numbers.copy(pass.delta[l][r], 0, sum, 0, network.size(l));
            }
        }
        if (last) {
            update(
                    pass.biases[l],
                    memory[l][memory[l].length - 1],
                    sum,
                    network.layer(l).biasCount());
        }
    }

    private void update(V parameters, V[] remembered, V sum, int count) {
        if (batch.size() > 1) {
            numbers.divide(sum, batch.size());
        }
        if (update == null) {
            descent.apply(parameters, remembered, sum, 0, count);
        }
    }

    private void readMemory(double[][] from) {
        for (int slot = 0; slot < from.length; slot++) {
            for (int l = 1; l <= network.depth(); l++) {
                int rows = pass.weights[l].length;
                for (int i = 0; i < rows; i++) {
                    pass.readRow(from[slot], l, i, memory[l][i][slot]);
                }
                int count = network.layer(l).biasCount();
                numbers.read(from[slot], network.biasStart(l), memory[l][rows][slot], 0, count);
            }
        }
    }

    private void write(State state) {
        for (int l = 1; l <= network.depth(); l++) {
            int rows = pass.weights[l].length;
            for (int i = 0; i < rows; i++) {
                pass.writeRow(pass.weights[l][i], state.parameters(), l, i);
                for (int slot = 0; slot < state.memory().length; slot++) {
                    pass.writeRow(memory[l][i][slot], state.memory()[slot], l, i);
                }
            }
            int at = network.biasStart(l);
            numbers.writeColumn(pass.biases[l], state.parameters(), at, 1);
            for (int slot = 0; slot < state.memory().length; slot++) {
                numbers.writeColumn(memory[l][rows][slot], state.memory()[slot], at, 1);
            }
        }
    }
}
