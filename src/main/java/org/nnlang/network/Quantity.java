package org.nnlang.network;

/**
 * Anything that can be asked of a network at one step and one sample.
 *
 * <p>Layers are counted from 0 (the input), neurons from 0, parameters by their index in {@link Network}.
 */
public sealed interface Quantity {
    /** A single number. */
    sealed interface Scalar extends Quantity {}

    /** What an update changes. */
    sealed interface Updated extends Scalar {
        /** The parameter's index. */
        int index();
    }

    /** A vector or matrix: the quantity for every neuron or weight of a layer. */
    sealed interface Whole extends Quantity {}

    /** Which samples a mean is taken over. */
    enum Set {
        TRAINING,
        TEST
    }

    /** {@code out(h1)}: a neuron's output, or one number of the input. */
    record Output(int layer, int neuron) implements Scalar {}

    /** {@code net(h1)}: a neuron's weighted input. */
    record Net(int layer, int neuron) implements Scalar {}

    /** {@code delta(h1)}: ∂error/∂net(h1). */
    record Delta(int layer, int neuron) implements Scalar {}

    /** {@code w5} or {@code b1}: a weight or a bias. */
    record Parameter(int index) implements Updated {}

    /** {@code memory(v, w5)}: what the optimizer remembers of a weight or a bias, under a name of its recipe. */
    record Memory(String name, int index) implements Updated {}

    /** {@code grad(w5)}: ∂error/∂w5. */
    record Gradient(int index) implements Scalar {}

    /** {@code target(y1)}. */
    record Target(int neuron) implements Scalar {}

    /** {@code error}: the current sample's loss. */
    record TotalError() implements Scalar {}

    /** {@code error(y1)}: one output's share of the error. */
    record ErrorShare(int neuron) implements Scalar {}

    /**
     * {@code d(A, B)}: ∂A/∂B.
     *
     * @param of an error, share, net, output or the loss
     * @param by an output, net or parameter
     */
    record Partial(Scalar of, Scalar by) implements Scalar {}

    /** {@code loss}: the mean error over the samples. */
    record MeanLoss(Set set) implements Scalar {}

    /** {@code accuracy}: the share of samples that are classified rightly. */
    record Accuracy(Set set) implements Scalar {}

    /** {@code step}: updates so far. */
    record Step() implements Scalar {}

    /** {@code epoch}: passes over the samples so far. */
    record Epoch() implements Scalar {}

    /** {@code out(h)}. */
    record LayerOutputs(int layer) implements Whole {}

    /** {@code net(h)}. */
    record LayerNets(int layer) implements Whole {}

    /** {@code delta(h)}. */
    record LayerDeltas(int layer) implements Whole {}

    /** {@code weights(h)}: a row for each neuron, a column for each source. */
    record LayerWeights(int layer) implements Whole {}

    /** {@code biases(h)}: one number for each neuron, or the shared one. */
    record LayerBiases(int layer) implements Whole {}

    /** {@code grad(h)}: the gradients of the layer's weights, as a matrix like them. */
    record LayerGradients(int layer) implements Whole {}

    /** {@code target}: the current sample's targets. */
    record Targets() implements Whole {}
}
