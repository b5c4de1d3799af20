package org.nnlang.network;

/**
 * The values of all quantities at one state and one sample; each pass is made once, when it is first needed.
 *
 * <p>Who asks must know that the sample, its target and the samples of a mean are there: this class does not check.
 */
public final class QuantityValues {
    private final Network network;
    private final double[] parameters;
    private final Sample sample;
    private final Samples samples;
    private final ArithmeticMode arithmetic;
    private final BatchForward passes;
    private final Cancellation cancellation;
    private final OptimizerMemory memory;
    private final long step;
    private final long epoch;
    private NetworkPass pass;
    private boolean backwardDone;
    private double[] gradient;

    /**
     * The quantities of a network with these parameters.
     *
     * @param parameters not to be changed
     * @param sample the current sample, or null
     * @param samples what the means are taken over, or null
     * @param passes make the forward passes for the means, which {@code cancellation} cancels
     * @param memory what the optimizer remembers
     * @param step the updates so far
     * @param epoch the epochs so far
     */
    public QuantityValues(
            Network network,
            double[] parameters,
            Sample sample,
            Samples samples,
            ArithmeticMode arithmetic,
            BatchForward passes,
            Cancellation cancellation,
            OptimizerMemory memory,
            long step,
            long epoch) {
        this.network = network;
        this.parameters = parameters;
        this.sample = arithmetic.precision() == Precision.DOUBLE || sample == null ? sample : rounded(sample);
        this.samples = samples;
        this.arithmetic = arithmetic;
        this.passes = passes;
        this.cancellation = cancellation;
        this.memory = memory;
        this.step = step;
        this.epoch = epoch;
    }

    private static Sample rounded(Sample sample) {
        return new Sample(
                Precision.SINGLE.round(sample.input()),
                Precision.SINGLE.round(sample.target()),
                Precision.SINGLE.round(sample.weight()));
    }

    /** The same parameters read on another sample. */
    public QuantityValues on(Sample other) {
        return new QuantityValues(
                network, parameters, other, samples, arithmetic, passes, cancellation, memory, step, epoch);
    }

    /** The same network with another value of one parameter. */
    public QuantityValues with(int index, double value) {
        double[] changed = parameters.clone();
        for (int tied : network.tied(index)) {
            changed[tied] = value;
        }
        return new QuantityValues(
                network, changed, sample, samples, arithmetic, passes, cancellation, memory, step, epoch);
    }

    /** The same network with other parameters, which are not to be changed as long as it is read. */
    public QuantityValues with(double[] others) {
        return new QuantityValues(
                network, others, sample, samples, arithmetic, passes, cancellation, memory, step, epoch);
    }

    /** The same, worked out in another way. */
    public QuantityValues by(ArithmeticMode other) {
        return other.equals(arithmetic)
                ? this
                : new QuantityValues(
                        network,
                        parameters,
                        sample,
                        samples,
                        other.at(step, epoch),
                        passes,
                        cancellation,
                        memory,
                        step,
                        epoch);
    }

    /** The network that is read. */
    public Network network() {
        return network;
    }

    /** The current sample. */
    public Sample sample() {
        return sample;
    }

    /** The samples of the means. */
    public Samples samples() {
        return samples;
    }

    /** The value of parameter {@code index}. */
    public double parameter(int index) {
        return parameters[index];
    }

    /** The value of a single quantity. */
    public double value(Quantity.Scalar quantity) {
        return switch (quantity) {
            case Quantity.Output q -> forward().out(q.layer())[q.neuron()];
            case Quantity.Net q -> forward().net(q.layer())[q.neuron()];
            case Quantity.Delta q -> backward().delta(q.layer())[q.neuron()];
            case Quantity.Parameter q -> parameters[q.index()];
            case Quantity.Memory q -> memory.value(q.name(), q.index());
            case Quantity.Gradient q -> gradient()[q.index()];
            case Quantity.Target q -> sample.target()[q.neuron()];
            case Quantity.TotalError _ -> forward().error(sample.target(), sample.weight());
            case Quantity.ErrorShare q -> share(q.neuron());
            case Quantity.Partial q -> partial(q);
            case Quantity.MeanLoss q -> SampleMeans.loss(this, q.set());
            case Quantity.Accuracy q -> SampleMeans.accuracy(this, q.set());
            case Quantity.Step _ -> step;
            case Quantity.Epoch _ -> epoch;
        };
    }

    /** The values of a vector; of a matrix, its rows one after the other. */
    public double[] values(Quantity.Whole quantity) {
        return switch (quantity) {
            case Quantity.LayerOutputs q -> forward().out(q.layer()).clone();
            case Quantity.LayerNets q -> forward().net(q.layer()).clone();
            case Quantity.LayerDeltas q -> backward().delta(q.layer()).clone();
            case Quantity.LayerWeights q -> weights(parameters, q.layer());
            case Quantity.LayerBiases q ->
                java.util.Arrays.copyOfRange(parameters, network.biasStart(q.layer()), network.end(q.layer()));
            case Quantity.LayerGradients q -> weights(gradient(), q.layer());
            case Quantity.Targets _ -> sample.target().clone();
        };
    }

    private double[] weights(double[] of, int l) {
        return java.util.Arrays.copyOfRange(of, network.weightStart(l), network.biasStart(l));
    }

    /** A partial derivative is what it is, in whatever order the weights are updated. */
    private double partial(Quantity.Partial q) {
        QuantityValues reading = by(arithmetic.simultaneous());
        double value = new Partials(reading, parameters).value(q);
        return arithmetic.rounds()
                ? value
                : arithmetic.round(value); // rounded already, where there was something to work out
    }

    /**
     * ∂error/∂out(i) of layer {@code l} between the input and the output, as the backward pass works it out.
     */
    public double cameBack(int l, int i) {
        return backward().outGradient(l)[i];
    }

    /**
     * The weights that the deltas are worked out with: those of the layer after theirs, in sequence already updated.
     */
    public double weightOnTheWayBack(int index) {
        return backward().usedWeights(parameters)[index];
    }

    private double share(int k) {
        NetworkPass p = forward();
        return p.share(sample.target(), sample.weight(), k);
    }

    /** The forward pass of the current sample. */
    public NetworkPass forward() {
        if (pass == null) {
            pass = newPass();
            pass.forward(parameters, sample.input());
        }
        return pass;
    }

    /** The forward and backward pass of the current sample. */
    public NetworkPass backward() {
        if (!backwardDone) {
            forward().backward(parameters, sample.target(), sample.weight());
            backwardDone = true;
        }
        return pass;
    }

    /** The gradients of all parameters; not to be changed. */
    public double[] gradient() {
        if (gradient == null) {
            double[] fresh = new double[network.parameterCount()];
            backward().gradient(fresh, false);
            tie(fresh);
            gradient = fresh;
        }
        return gradient;
    }

    /** Gives tied parameters the sum of their gradients; rounded gradients are that already. */
    void tie(double[] gradients) {
        if (!arithmetic.rounds()) {
            network.tieGradients(gradients, arithmetic);
        }
    }

    /** Makes a forward pass of each input, as the means do; the visitor gets the output layer's nets and outs. */
    public void each(double[][] inputs, BatchForward.Visitor visitor) {
        BatchForward.Visitor checked = new BatchForward.Visitor() {
            @Override
            public void sample(int row, double[] net, double[] out) {
                if (row > 0 && row % Cancellation.samples(network) == 0) {
                    cancellation.check();
                }
                visitor.sample(row, net, out);
            }

            @Override
            public boolean readsNetsOnly() {
                return visitor.readsNetsOnly();
            }
        };
        passes.each(network, arithmetic, parameters, inputs, checked);
    }

    /** Cancels what is computed over all samples. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** MemoryBudget for another pass of the same network. */
    NetworkPass newPass() {
        return new NetworkPass(network, arithmetic);
    }

    /** How the figures are worked out. */
    public ArithmeticMode arithmetic() {
        return arithmetic;
    }

    /** Updates so far. */
    public long step() {
        return step;
    }

    /** All parameters; not to be changed. */
    public double[] parameters() {
        return parameters;
    }
}
