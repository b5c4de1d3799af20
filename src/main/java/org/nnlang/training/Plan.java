package org.nnlang.training;

import java.util.Arrays;
import org.nnlang.math.Formula;
import org.nnlang.math.Recipe;
import org.nnlang.network.ArithmeticMode;
import org.nnlang.network.Cancellation;
import org.nnlang.network.LearningRate;
import org.nnlang.network.Network;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Precision;
import org.nnlang.network.Random64;
import org.nnlang.network.Samples;
import org.nnlang.network.Streams;

/**
 * All that decides what an update does, apart from the parameters: what is trained, on what, and how.
 *
 * @param batch samples for each update, or {@link #ALL}
 * @param weightDecay L2 decay: added to every gradient as decay · parameter; for {@code adamw} the decoupled decay, NaN
 *     when the script does not set it
 * @param shaping what is done to gradients before the optimizer's rule
 * @param seed orders the samples when they are shuffled
 * @param arithmetic how its figures are worked out; in sequence, it goes by this plan's learning rate and decay
 * @param only the rows that the update is made from; null for the rows that come next
 */
public record Plan(
        Network network,
        Samples samples,
        Optimizer optimizer,
        LearningRate learningRate,
        int batch,
        boolean shuffle,
        double weightDecay,
        Shaping shaping,
        long seed,
        ArithmeticMode arithmetic,
        int[] only) {
    /** A batch of all samples. */
    public static final int ALL = Integer.MAX_VALUE;

    public Plan {
        if (arithmetic.sequence() != null) {
            double decay = optimizer.decay(weightDecay);
            arithmetic = arithmetic.inSequence(new ArithmeticMode.Sequence(learningRate, decay));
        }
    }

    /** A plan whose figures are neither rounded nor worked out in sequence. */
    public Plan(
            Network network,
            Samples samples,
            Optimizer optimizer,
            double learningRate,
            int batch,
            boolean shuffle,
            double weightDecay,
            long seed,
            Precision precision,
            int[] only) {
        this(
                network,
                samples,
                optimizer,
                new LearningRate.Constant(learningRate),
                batch,
                shuffle,
                weightDecay,
                Shaping.NONE,
                seed,
                ArithmeticMode.of(precision),
                only);
    }

    /** The weight decay that applies. */
    public double decay() {
        return optimizer.decay(weightDecay);
    }

    /** The weight decay that applies to parameter {@code index}. */
    public double decay(int index) {
        boolean leftAlone =
                shaping.weightsOnly() && Arrays.stream(network.tied(index)).noneMatch(network::isWeight);
        return leftAlone ? 0 : decay();
    }

    /** The same plan, its gradients changed otherwise before the optimizer's rule. */
    public Plan with(Shaping other) {
        return new Plan(
                network, samples, optimizer, learningRate, batch, shuffle, weightDecay, other, seed, arithmetic, only);
    }

    /** Whether an update is p = p − η · g, and nothing is remembered. */
    public boolean isPlainDescent() {
        return optimizer.isDescent() && decay() == 0 && !shaping.changesGradients();
    }

    /** The recipe of the updates, without a value for the learning rate; parameters without decay have another one. */
    public Recipe recipe() {
        return recipe(decay());
    }

    /** The same with this weight decay: first what is done to the gradient, then the optimizer's rule. */
    public Recipe recipe(double decay) {
        Recipe rule = optimizer.recipe(decay);
        return shaping.changesGradients()
                ? rule.after(Recipe.line(
                        "g",
                        shaping.of(Formula.variable("g"), Formula.variable("p"), Formula.variable(Optimizer.NORM))))
                : rule;
    }

    /** The numbers that it computes with. */
    public Precision precision() {
        return arithmetic.precision();
    }

    /** The same plan, its figures worked out in another way. */
    public Plan with(ArithmeticMode other) {
        return new Plan(
                network, samples, optimizer, learningRate, batch, shuffle, weightDecay, shaping, seed, other, only);
    }

    /** The same plan, its updates made from these rows only. */
    public Plan with(int[] rows) {
        return new Plan(
                network,
                samples,
                optimizer,
                learningRate,
                batch,
                shuffle,
                weightDecay,
                shaping,
                seed,
                arithmetic,
                rows);
    }

    /** The same plan for another network. */
    public Plan with(Network other) {
        return new Plan(
                other, samples, optimizer, learningRate, batch, shuffle, weightDecay, shaping, seed, arithmetic, only);
    }

    /** The same plan for other samples. */
    public Plan with(Samples others) {
        return new Plan(
                network, others, optimizer, learningRate, batch, shuffle, weightDecay, shaping, seed, arithmetic, only);
    }

    /** The same plan with batches of so many samples. */
    public Plan inBatches(int size) {
        return new Plan(
                network, samples, optimizer, learningRate, size, shuffle, weightDecay, shaping, seed, arithmetic, only);
    }

    /** The same plan with another optimizer, and the weight decay that applies now. */
    public Plan with(Optimizer other) {
        return new Plan(
                network, samples, other, learningRate, batch, shuffle, decay(), shaping, seed, arithmetic, only);
    }

    /** The same plan at another learning rate. */
    public Plan at(LearningRate rate) {
        return new Plan(
                network, samples, optimizer, rate, batch, shuffle, weightDecay, shaping, seed, arithmetic, only);
    }

    /** η of the update after a state. */
    public double rate(State state) {
        return rate(state, 0);
    }

    /** η of an update that comes after {@code before} others from a state on. */
    public double rate(State state, long before) {
        if (learningRate instanceof LearningRate.Constant constant) {
            return constant.value(); // the usual case, at each update
        }
        long after = only != null ? -1 : before - updatesLeft(state.position());
        long epoch = state.epoch() + (after < 0 ? 0 : 1 + after / updatesPerEpoch());
        return arithmetic.rate(learningRate, state.step() + before, epoch);
    }

    /** So many updates at a time that what a kernel does before and after them is little, and a monitor waits shortly. */
    long poll() {
        long work = (long) network.parameterCount() * batchSize() + 20;
        long few = arithmetic.equals(ArithmeticMode.of(precision())) ? Math.min(256, 200_000_000 / work) : 1;
        return Math.max(Math.max(1, 2_000_000 / work), few); // what is rounded or in sequence has no fast kernel
    }

    /** Checks for cancellation between the updates of a kernel, after {@code made} of them. */
    public void check(long made, Cancellation cancellation) {
        if (made > 0 && made % Math.max(1, Cancellation.samples(network) / batchSize()) == 0) {
            cancellation.check();
        }
    }

    /** Whether an update needs all gradients at once, or whether single parameters are fixed: {@link Update} then makes it. */
    public boolean updatesAsAWhole() {
        return needsAllGradients()
                || network.apart(0, network.parameterCount()).findAny().isPresent();
    }

    /** Whether a parameter's step depends on the gradients of others, or on what is done to them before the optimizer's rule. */
    public boolean needsAllGradients() {
        return !network.ties().isEmpty() || !shaping.equals(Shaping.NONE);
    }

    /** Gives tied parameters the sum of their gradients; rounded gradients are that already, each sample's. */
    void tie(double[] gradient) {
        if (!arithmetic.rounds()) {
            network.tieGradients(gradient, arithmetic);
        }
    }

    /** How many updates an epoch has. */
    public long updatesPerEpoch() {
        return updatesLeft(0);
    }

    /** How many updates finish an epoch of which {@code position} samples have been used. */
    public long updatesLeft(int position) {
        return (samples.size() - position + batchSize() - 1L) / batchSize();
    }

    /** Samples for each update, at most all. */
    public int batchSize() {
        return Math.min(batch, samples.size());
    }

    /**
     * The rows in the order in which an epoch uses them. It depends on the seed and the epoch alone, so that any epoch can
     * be replayed.
     */
    public int[] order(long epoch) {
        int[] rows = new int[samples.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        if (shuffle) {
            Random64.of(seed, Streams.SHUFFLE + epoch).shuffle(rows);
        }
        return rows;
    }
}
