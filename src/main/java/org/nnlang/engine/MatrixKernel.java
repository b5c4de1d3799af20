package org.nnlang.engine;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.Samples;
import org.nnlang.training.Plan;
import org.nnlang.training.State;
import org.nnlang.training.Update;

/**
 * Makes updates by products of matrices, where that pays in two halves: first each does the passes of half of the samples,
 * then, when all of these are there, the steps of half of the parameters.
 *
 * <p>Sums are taken in the order that suits the products, so the last digits may differ from the plain arithmetic's, and
 * from one machine to another; on one machine they are the same each time, as what is in which half is always the same.
 */
final class MatrixKernel<V> extends RatedKernel {
    private final Plan plan;
    private final Numbers<V> numbers;
    private final UpdateLoop descent;
    private final Batch batch;
    private final int room;
    private final List<MatrixPass<V>> passes = new ArrayList<>();
    private final List<MatrixSteps<V>> steps = new ArrayList<>();
    private final Halves halves;
    private final List<Runnable> passing;
    private final List<Runnable> stepping;
    private final Batched<V> batched;
    /** All inputs in this precision, or null. */
    private final V inputs;

    private final boolean inTurn;

    /** Null where the products go to the parameters themselves. */
    private final V gradient;

    /** What is trained now. */
    private V parameters;

    private V[] memory;
    /** The learning rate of the update. */
    private double rate;
    /** Makes the updates by the whole gradient; null if {@link MatrixSteps} do. */
    private final Update update;

    private final double[] whole;

    /** The samples of the batch that are taken now. */
    private int from;

    private int samples;

    MatrixKernel(Plan plan, Numbers<V> numbers, MatrixProducts products, boolean inTwo) {
        super(plan);
        this.plan = plan;
        this.numbers = numbers;
        Network network = plan.network();
        descent = new UpdateLoop(plan);
        batch = new Batch(plan);
        room = Math.min(Batch.most(plan), Halves.MOST_ROWS);
        inputs = numbers.table(plan.samples().inputs());
        inTurn = inputs != null && !plan.shuffle() && plan.only() == null;
        update = plan.updatesAsAWhole() ? new Update(plan) : null;
        whole = new double[update == null ? 0 : network.parameterCount()];
        boolean atOnce = update == null && plan.optimizer().isDescent() && room == Batch.most(plan);
        gradient = atOnce ? null : update == null ? numbers.row(network.parameterCount()) : numbers.hold(whole);
        halves = new Halves(products, inTwo);
        batched = new Batched<>(network, numbers, room);
        for (Part part : halves.parts()) {
            passes.add(new MatrixPass<>(network, numbers, products, batched, part.most(room)));
            steps.add(new MatrixSteps<>(network, numbers, products, batched, part));
        }
        passing = halves.each(this::pass);
        stepping = halves.each(this::step);
    }

    /** Whether it works in two halves. */
    boolean inTwo() {
        return halves.inTwo();
    }

    @Override
    public boolean exact() {
        return false;
    }

    @Override
    void run(State state, Plan now, long updates, Cancellation cancellation) {
        state.remember(plan);
        parameters = numbers.hold(state.parameters());
        memory = numbers.rows(state.memory().length, 0);
        for (int slot = 0; slot < memory.length; slot++) {
            memory[slot] = numbers.hold(state.memory()[slot]);
        }
        try {
            for (long made = 0; made < updates; made++) {
                plan.check(made, cancellation);
                rate = now.rate(state);
                update(state, cancellation);
            }
        } finally {
            if (update == null) {
                release(state);
            }
        }
    }

    private void release(State state) {
        numbers.release(parameters, state.parameters());
        for (int slot = 0; slot < memory.length; slot++) {
            numbers.release(memory[slot], state.memory()[slot]);
        }
    }

    private void update(State state, Cancellation cancellation) {
        batch.next(state);
        for (from = 0; from < batch.size(); from += room) {
            if (from > 0) {
                cancellation.check();
            }
            samples = Math.min(room, batch.size() - from);
            if (isLast()) {
                state.count(plan, 1);
                descent.begin(rate, state.optimizerSteps());
            }
            if (inTurn) {
                batched.look(inputs, batch.row(from));
            }
            halves.run(passing);
            halves.run(stepping);
        }
        if (update != null) {
            numbers.release(gradient, whole);
            update.apply(state, whole, rate);
            parameters = numbers.hold(state.parameters());
        }
    }

    private boolean isLast() {
        return from + samples == batch.size();
    }

    private void pass(Part part) {
        if (part.has(samples)) {
            int start = part.from(samples);
            int end = part.to(samples);
            MatrixPass<V> pass = passes.get(part.index());
            pass.begin(start, end);
            take(pass, start, end);
            pass.forward(parameters);
            pass.backward(parameters);
        }
    }

    private void take(MatrixPass<V> pass, int start, int end) {
        Samples all = plan.samples();
        for (int r = start; r < end; r++) {
            int row = batch.row(from + r);
            pass.aim(r, all.targets()[row], all.weight(row));
            if (!inTurn) {
                numbers.copyRow(all.inputs(), inputs, row, batched.out(0), batched.outAt(0, r));
            }
        }
    }

    private void step(Part part) {
        MatrixSteps<V> its = steps.get(part.index());
        if (gradient == null) {
            double decay = plan.decay();
            its.add(samples, -rate / samples, 1 - rate * decay, parameters);
            return;
        }
        its.add(samples, 1.0 / batch.size(), from == 0 ? 0 : 1, gradient);
        if (isLast() && update == null) {
            its.descend(descent, parameters, memory, gradient);
        }
    }
}
