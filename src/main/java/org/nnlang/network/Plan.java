package org.nnlang.network;

/**
 * All that decides what an update does, apart from the parameters: what is trained, on what, and how.
 *
 * @param batch samples for each update, or {@link #ALL}
 * @param weightDecay L2 decay: added to every gradient as decay · parameter; for {@code adamw} the decoupled decay, NaN
 *     when the script does not set it
 * @param seed orders the samples when they are shuffled
 * @param only the rows that the update is made from; null for the rows that come next
 */
public record Plan(
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
    /** A batch of all samples. */
    public static final int ALL = Integer.MAX_VALUE;

    /** The same plan, its updates made from these rows only. */
    public Plan with(int[] rows) {
        return new Plan(network, samples, optimizer, learningRate, batch, shuffle, weightDecay, seed, precision, rows);
    }

    /** The same plan for another network. */
    public Plan with(Network other) {
        return new Plan(other, samples, optimizer, learningRate, batch, shuffle, weightDecay, seed, precision, only);
    }

    /** The same plan for other samples. */
    public Plan with(Samples others) {
        return new Plan(network, others, optimizer, learningRate, batch, shuffle, weightDecay, seed, precision, only);
    }

    /** The same plan at another learning rate. */
    public Plan at(double rate) {
        return new Plan(network, samples, optimizer, rate, batch, shuffle, weightDecay, seed, precision, only);
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
}
