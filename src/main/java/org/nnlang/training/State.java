package org.nnlang.training;

import java.util.BitSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.BatchForward;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.OptimizerMemory;
import org.nnlang.network.Optimizers;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.Sample;
import org.nnlang.network.Samples;

/** What training changes: the parameters, what the optimizer remembers, and how far it is. */
public final class State {
    /**
     * Where training stands.
     *
     * @param position how many samples of the running epoch have been used
     * @param optimizerSteps updates since the optimizer's memory was empty
     */
    public record Progress(long step, long epoch, int position, long optimizerSteps) {}

    final double[] parameters;
    /** What the optimizer remembers, one array of the parameters' length for each of its numbers. */
    double[][] memory;
    /** Updates since the optimizer's memory was empty. */
    long optimizerSteps;

    /** The decimals that the last update rounded its numbers to. */
    private int decimals = ArithmeticMode.UNROUNDED;

    /** The parameters that were set by hand since the last update. */
    private final BitSet given = new BitSet();

    long step;
    long epoch;
    /** How many samples of the running epoch have been used. */
    int position;

    /** The state before any training. */
    public State(double[] parameters) {
        this.parameters = parameters;
        this.memory = new double[0][];
    }

    /** A deep copy. */
    public State copy() {
        return with(numbers -> numbers);
    }

    /** A copy whose parameters {@code change} makes; if it makes more or fewer of them, it makes the optimizer's memory too. */
    State with(UnaryOperator<double[]> change) {
        State copy = new State(change.apply(parameters.clone()));
        boolean others = copy.parameters.length != parameters.length;
        copy.memory = new double[memory.length][];
        for (int i = 0; i < memory.length; i++) {
            double[] numbers = memory[i].clone();
            copy.memory[i] = others ? change.apply(numbers) : numbers;
        }
        copy.optimizerSteps = optimizerSteps;
        copy.decimals = decimals;
        copy.given.or(given);
        copy.step = step;
        copy.epoch = epoch;
        copy.position = position;
        return copy;
    }

    /** All parameters, in the order of {@link Network}; not to be changed. */
    public double[] parameters() {
        return parameters;
    }

    /** Updates so far. */
    public long step() {
        return step;
    }

    /** Passes over the samples so far. */
    public long epoch() {
        return epoch;
    }

    /** How many samples of the running epoch have been used. */
    public int position() {
        return position;
    }

    /** What the optimizer remembers of parameter {@code index}: number {@code slot}, 0 before the first update. */
    public double memory(int slot, int index) {
        return slot < memory.length ? memory[slot][index] : 0;
    }

    /** The value of what updates under an optimizer change. */
    public double value(Quantity.Updated quantity, Optimizer optimizer) {
        return switch (quantity) {
            case Quantity.Parameter q -> parameters[q.index()];
            case Quantity.Memory q -> new OptimizerMemory(optimizer.memory(), memory).value(q.name(), q.index());
        };
    }

    /** The parameters that were set by hand since the last update, by their indices. */
    public IntStream given() {
        return given.stream();
    }

    /** Updates since the optimizer's memory was empty. */
    public long optimizerSteps() {
        return optimizerSteps;
    }

    /** The arrays of what the optimizer remembers; not to be kept. */
    public double[][] memory() {
        return memory;
    }

    /** This state's parameters where another training stands, with what its optimizer remembers; none are set by hand. */
    State at(Progress progress, double[][] remembered) {
        State state = new State(parameters.clone());
        state.memory = remembered;
        state.optimizerSteps = progress.optimizerSteps;
        state.step = progress.step;
        state.epoch = progress.epoch;
        state.position = progress.position;
        return state;
    }

    /** Sets parameters by hand, from index {@code from} on. */
    void set(int from, double[] values) {
        System.arraycopy(values, 0, parameters, from, values.length);
        given.set(from, from + values.length);
    }

    /**
     * The state as a reader writes it down who rounds numbers from here on: what training made so far is rounded, what was
     * given is not, as are the parameters at the start. This state if there is nothing to round.
     */
    public State written(Network network, ArithmeticMode arithmetic) {
        if (!arithmetic.rounds() || step == 0 || decimals == arithmetic.decimals()) {
            return this;
        }
        State written = copy();
        written.write(network, arithmetic);
        return written;
    }

    private void write(Network network, ArithmeticMode arithmetic) {
        for (int i = 0; i < parameters.length; i++) {
            if (!given.get(i) && network.isTrained(i)) {
                parameters[i] = arithmetic.round(parameters[i]);
            }
        }
        for (double[] numbers : memory) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = arithmetic.round(numbers[i]);
            }
        }
        decimals = arithmetic.decimals();
    }

    /**
     * The quantities at one sample, without the optimizer's memory. If the arithmetic rounds, so are the parameters that
     * training has made without rounding.
     *
     * @param sample the current sample, or null
     * @param samples what the means are taken over, or null
     */
    public QuantityValues values(Network network, Sample sample, Samples samples, ArithmeticMode arithmetic) {
        return values(network, Optimizers.SGD, sample, samples, arithmetic, BatchForward.PLAIN, Cancellation.NONE);
    }

    /** The same with the memory of an optimizer; given passes compute the means, which can be cancelled. */
    public QuantityValues values(
            Network network,
            Optimizer optimizer,
            Sample sample,
            Samples samples,
            ArithmeticMode arithmetic,
            BatchForward passes,
            Cancellation cancellation) {
        State written = written(network, arithmetic);
        return new QuantityValues(
                network,
                written.parameters,
                sample,
                samples,
                arithmetic.at(step, epoch),
                passes,
                cancellation,
                new OptimizerMemory(optimizer.memory(), written.memory),
                step,
                epoch);
    }

    /** Makes the state ready for a plan's next update: what the optimizer remembers has room, and is written down. */
    public void remember(Plan plan) {
        ArithmeticMode arithmetic = plan.arithmetic();
        if (arithmetic.rounds() && step > 0 && decimals != arithmetic.decimals()) {
            write(plan.network(), arithmetic);
        }
        decimals = arithmetic.decimals();
        given.clear();
        int numbers = plan.optimizer().memory().size();
        if (memory.length != numbers) {
            memory = new double[numbers][parameters.length];
            optimizerSteps = 0;
        }
    }

    /** Counts updates that were made under a plan, and the passes over its samples that they finish. */
    public void count(Plan plan, long updates) {
        step += updates;
        optimizerSteps += updates;
        if (plan.only() != null) {
            return; // no part of an epoch
        }
        long reached = position + updates * plan.batchSize();
        if (reached < plan.samples().size()) {
            position = (int) reached;
            return;
        }
        long after = updates - plan.updatesLeft(position);
        epoch += 1 + after / plan.updatesPerEpoch();
        position = (int) (after % plan.updatesPerEpoch() * plan.batchSize());
    }

    /** Empties the optimizer's memory. */
    void forget() {
        memory = new double[0][];
        optimizerSteps = 0;
    }

    /** Rounds every number to float32. */
    void round() {
        round(parameters);
        for (double[] numbers : memory) {
            round(numbers);
        }
    }

    private static void round(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) numbers[i];
        }
    }

    /** Whether every parameter is a finite number. */
    public boolean finite() {
        double a = 0; // 0 as long as all are finite, then NaN; four of them don't wait for each other
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= parameters.length; i += 4) {
            a += parameters[i] - parameters[i];
            b += parameters[i + 1] - parameters[i + 1];
            c += parameters[i + 2] - parameters[i + 2];
            d += parameters[i + 3] - parameters[i + 3];
        }
        for (; i < parameters.length; i++) {
            a += parameters[i] - parameters[i];
        }
        return a + b + c + d == 0;
    }

    /** How much a snapshot of this state weighs, in bytes. */
    long bytes() {
        return 8L * parameters.length * (1 + memory.length) + 100;
    }
}
