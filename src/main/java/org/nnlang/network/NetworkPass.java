package org.nnlang.network;

/**
 * One forward and one backward pass of a network: every net, out and delta of one sample.
 *
 * <p>The order of operations is the contract that every faster kernel keeps: a net is the sum of weight · source from the
 * first source to the last, then the bias; what comes back to a neuron is the sum of delta · weight over the next layer,
 * first neuron to last. With {@link Precision#SINGLE} each operation's result is rounded to float32; as double has more
 * than twice its digits, that equals float32 arithmetic. Figures with so many decimals are {@link RoundedPass}'s.
 */
public final class NetworkPass {
    private final Network network;
    /** The number of the output layer. */
    private final int last;

    private final Precision precision;
    private final boolean byHand;
    private final double[][] net;
    private final double[][] out;
    private final double[][] delta;
    private final double[][] outGradient;
    private final double[] roundedTarget;
    private final LayerActivation[] activations;
    private final LayerLoss loss;
    /** Works out figures that are rounded to decimals; else null. */
    private final RoundedPass pencil;
    /** Updates the layers while going back; null where all deltas are worked out at the old weights. */
    private final Sequence sequence;

    /** MemoryBudget for the passes of one network. */
    public NetworkPass(Network network, ArithmeticMode arithmetic) {
        this.network = network;
        precision = arithmetic.precision();
        byHand = arithmetic.byHand();
        pencil = arithmetic.rounds() ? new RoundedPass(network, arithmetic, this) : null;
        sequence = arithmetic.sequence() == null ? null : new Sequence(network, arithmetic);
        last = network.depth();
        int layers = last + 1;
        roundedTarget = new double[network.output().size()];
        net = new double[layers][];
        out = new double[layers][];
        delta = new double[layers][];
        activations = new LayerActivation[layers];
        loss = new LayerLoss(network.loss(), network.output().size());
        outGradient = new double[layers][];
        for (int l = 0; l < layers; l++) {
            int size = network.size(l);
            out[l] = new double[size];
            outGradient[l] = new double[size];
            if (l > 0) {
                net[l] = new double[size];
                delta[l] = new double[size];
                activations[l] = new LayerActivation(network.layer(l).activation(), size);
            }
        }
    }

    /** The weighted inputs of layer {@code l}, from 1. */
    public double[] net(int l) {
        return net[l];
    }

    /** The outputs of layer {@code l}, from 0. */
    public double[] out(int l) {
        return out[l];
    }

    /** ∂error/∂net of layer {@code l}, from 1. */
    public double[] delta(int l) {
        return delta[l];
    }

    /** ∂error/∂out of layer {@code l}, from 0; of the output layer only where its loss goes by way of it. */
    public double[] outGradient(int l) {
        return outGradient[l];
    }

    /** The outputs of the last layer. */
    public double[] output() {
        return out[last];
    }

    /** net(j) = Σ w(i, j) · out(i) + b(j); out(j) = f(net(j)), layer by layer. */
    public void forward(double[] parameters, double[] input) {
        if (pencil != null) {
            pencil.forward(parameters, input);
            return;
        }
        System.arraycopy(input, 0, out[0], 0, input.length);
        round(out[0]);
        for (int l = 1; l <= last; l++) {
            Layer layer = network.layer(l);
            weightedInputs(parameters, l, layer);
            activations[l].apply(net[l], out[l]);
            round(out[l]);
        }
    }

    private void weightedInputs(double[] parameters, int l, Layer layer) {
        double[] source = out[l - 1];
        boolean single = precision == Precision.SINGLE;
        boolean biased = layer.biasMode() != Layer.BiasMode.NONE;
        int next = layer.biasMode() == Layer.BiasMode.SEPARATE ? 1 : 0;
        int w = network.weightStart(l);
        int b = network.biasStart(l);
        for (int j = 0; j < net[l].length; j++, w += source.length, b += next) {
            double sum = single ? dotSingle(parameters, w, source) : dot(parameters, w, source);
            double value = biased ? precision.round(sum + parameters[b]) : sum;
            net[l][j] = byHand && isZero(value, parameters, l, j) ? 0 : value;
        }
    }

    private boolean isZero(double value, double[] parameters, int l, int j) {
        return value != 0 && Math.abs(value) <= NetError.of(network, precision, parameters, out[l - 1], l, j);
    }

    private static double dot(double[] parameters, int start, double[] source) {
        double sum = parameters[start] * source[0];
        for (int i = 1; i < source.length; i++) {
            sum += parameters[start + i] * source[i];
        }
        return sum;
    }

    private static double dotSingle(double[] parameters, int start, double[] source) {
        float sum = (float) parameters[start] * (float) source[0];
        for (int i = 1; i < source.length; i++) {
            sum += (float) parameters[start + i] * (float) source[i];
        }
        return sum;
    }

    /** Works out figures that are rounded to decimals; else null. */
    RoundedPass pencil() {
        return pencil;
    }

    /** What the layer's activation is computed by. */
    LayerActivation activation(int l) {
        return activations[l];
    }

    /** What the loss is computed by. */
    LayerLoss loss() {
        return loss;
    }

    /** The loss of the sample whose forward pass this is, times its weight. */
    public double error(double[] target, double weight) {
        if (pencil != null) {
            return pencil.error(target, weight);
        }
        return weighted(loss.value(target(target), net[last], out[last]), weight);
    }

    private double weighted(double value, double weight) {
        double rounded = precision.round(value);
        return weight == 1 ? rounded : precision.round(rounded * precision.round(weight));
    }

    /** One output's share of the loss. */
    double share(double[] target, double weight, int k) {
        return pencil != null
                ? pencil.share(target, weight, k)
                : weighted(loss.shares(target, net[last], out[last])[k], weight);
    }

    private double[] target(double[] target) {
        if (precision == Precision.DOUBLE) {
            return target;
        }
        System.arraycopy(target, 0, roundedTarget, 0, target.length);
        round(roundedTarget);
        return roundedTarget;
    }

    /** delta(output) from the loss, then delta(i) = f′(net(i)) · Σⱼ delta(j) · w(i, j), layer by layer. */
    public void backward(double[] parameters, double[] target, double weight) {
        if (pencil != null || sequence != null) {
            slowlyBackward(parameters, target, weight);
            return;
        }
        outputDelta(target, weight);
        for (int l = last - 1; l >= 1; l--) {
            comeBack(parameters, l);
            hiddenDelta(l);
        }
    }

    /** As {@link #backward}, with the layers updated on the way where that is the order, and pencil in hand. */
    private void slowlyBackward(double[] parameters, double[] target, double weight) {
        if (pencil != null) {
            pencil.outputDelta(target, weight);
        } else {
            outputDelta(target, weight);
        }
        if (sequence != null) {
            sequence.start(parameters);
        }
        for (int l = last - 1; l >= 1; l--) {
            if (sequence != null) {
                sequence.update(l + 1, delta[l + 1], out[l]);
            }
            if (pencil != null) {
                pencil.comeBack(usedWeights(parameters), l);
                pencil.delta(l);
            } else {
                comeBack(usedWeights(parameters), l);
                hiddenDelta(l);
            }
        }
    }

    /** The parameters that the last backward pass went back by: the given ones, or those updated on the way. */
    double[] usedWeights(double[] parameters) {
        return sequence == null ? parameters : sequence.parameters();
    }

    private void outputDelta(double[] target, double weight) {
        loss.delta(activations[last], target(target), net[last], out[last], outGradient[last], delta[last]);
        round(delta[last]);
        for (int k = 0; k < delta[last].length && weight != 1; k++) {
            outGradient[last][k] = weighted(outGradient[last][k], weight);
            delta[last][k] = weighted(delta[last][k], weight);
        }
    }

    private void hiddenDelta(int l) {
        activations[l].backward(net[l], out[l], outGradient[l], delta[l]);
        round(delta[l]);
    }

    /** ∂error/∂out(i) = Σⱼ delta(j) · w(i, j), over the neurons j of the next layer. */
    void comeBack(double[] parameters, int l) {
        double[] next = delta[l + 1];
        double[] sum = outGradient[l];
        int w = network.weightStart(l + 1);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = next[0] * parameters[w + i];
        }
        round(sum);
        for (int j = 1; j < next.length; j++) {
            w += sum.length;
            if (precision == Precision.SINGLE) {
                addSingle(sum, next[j], parameters, w);
            } else {
                add(sum, next[j], parameters, w);
            }
        }
    }

    private static void add(double[] sum, double factor, double[] parameters, int start) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * parameters[start + i];
        }
    }

    private static void addSingle(double[] sum, double factor, double[] parameters, int start) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) sum[i] + (float) factor * (float) parameters[start + i];
        }
    }

    /** Writes ∂error/∂p, or adds it to what is there, for every parameter p: delta(j) · out(i), and delta(j). */
    public void gradient(double[] gradient, boolean add) {
        if (pencil != null) {
            pencil.gradient(gradient, add);
            return;
        }
        for (int l = 1; l <= last; l++) {
            weightGradient(gradient, l, add);
            biasGradient(gradient, l, add);
        }
    }

    private void weightGradient(double[] gradient, int l, boolean add) {
        double[] source = out[l - 1];
        int w = network.weightStart(l);
        for (double d : delta[l]) {
            if (precision == Precision.SINGLE) {
                weightGradientSingle(gradient, w, d, source, add);
            } else if (add) {
                add(gradient, w, d, source);
            } else {
                for (int i = 0; i < source.length; i++) {
                    gradient[w + i] = d * source[i];
                }
            }
            w += source.length;
        }
    }

    private static void add(double[] gradient, int start, double factor, double[] source) {
        for (int i = 0; i < source.length; i++) {
            gradient[start + i] += factor * source[i];
        }
    }

    private static void weightGradientSingle(double[] gradient, int start, double d, double[] source, boolean add) {
        for (int i = 0; i < source.length; i++) {
            float g = (float) d * (float) source[i];
            gradient[start + i] = add ? (float) gradient[start + i] + g : g;
        }
    }

    private void biasGradient(double[] gradient, int l, boolean add) {
        int b = network.biasStart(l);
        switch (network.layer(l).biasMode()) {
            case NONE -> {}
            case SEPARATE -> {
                for (double d : delta[l]) {
                    gradient[b] = add ? precision.round(gradient[b] + d) : d;
                    b++;
                }
            }
            case SHARED -> {
                double sum = delta[l][0];
                for (int j = 1; j < delta[l].length; j++) {
                    sum = precision.round(sum + delta[l][j]);
                }
                gradient[b] = add ? precision.round(gradient[b] + sum) : sum;
            }
        }
    }

    private void round(double[] values) {
        if (precision == Precision.SINGLE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) values[i];
            }
        }
    }
}
