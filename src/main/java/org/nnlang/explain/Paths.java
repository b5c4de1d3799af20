package org.nnlang.explain;

import java.util.Arrays;
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** What depends on what in a network: which neurons of a layer a quantity can be reached from. */
public final class Paths {
    private final Network network;

    /** The paths of a network. */
    public Paths(Network network) {
        this.network = network;
    }

    /** The neurons of layer {@code l} on whose net {@code of} depends. */
    Range nets(Quantity.Scalar of, int l) {
        return switch (of) {
            case Quantity.TotalError _ -> all(l);
            case Quantity.ErrorShare q -> l < network.depth() ? all(l) : within(l, q.neuron());
            case Quantity.Output q -> l < q.layer() ? all(l) : l == q.layer() ? within(l, q.neuron()) : Range.none();
            case Quantity.Net q -> l < q.layer() ? all(l) : l == q.layer() ? Range.single(q.neuron()) : Range.none();
            default -> throw new IllegalArgumentException("no derivative of " + of);
        };
    }

    /** The neurons of layer {@code l} on whose output {@code of} depends. */
    Range outputs(Quantity.Scalar of, int l) {
        return switch (of) {
            case Quantity.TotalError _ -> all(l);
            case Quantity.ErrorShare q -> l < network.depth() ? all(l) : Range.single(q.neuron());
            case Quantity.Output q -> l < q.layer() ? all(l) : l == q.layer() ? Range.single(q.neuron()) : Range.none();
            case Quantity.Net q -> l < q.layer() ? all(l) : Range.none();
            default -> throw new IllegalArgumentException("no derivative of " + of);
        };
    }

    /** The neurons of the parameter's layer through which {@code of} depends on it. */
    Range neurons(Quantity.Scalar of, int index) {
        int l = network.layerOf(index);
        Range reached = nets(of, l);
        if (!network.isWeight(index) && network.layer(l).biasMode() == Layer.BiasMode.SHARED) {
            return reached;
        }
        int neuron = neuron(index);
        return reached.contains(neuron) ? Range.single(neuron) : Range.none();
    }

    /** The parameters that a derivative by one is the sum over: of the error, all that are tied to it. */
    int[] tied(Quantity.Scalar of, int index) {
        return of instanceof Quantity.Net || of instanceof Quantity.Output ? new int[] {index} : network.tied(index);
    }

    /** Whether {@code of} depends on {@code by}. */
    boolean lead(Quantity.Scalar of, Quantity.Scalar by) {
        return switch (by) {
            case Quantity.Output q -> outputs(of, q.layer()).contains(q.neuron());
            case Quantity.Net q -> nets(of, q.layer()).contains(q.neuron());
            case Quantity.Parameter q -> {
                int[] tied = tied(of, q.index());
                yield Arrays.stream(tied).anyMatch(index -> neurons(of, index).size() > 0);
            }
            default -> throw new IllegalArgumentException("no derivative by " + by);
        };
    }

    /** The neuron that a weight leads to, or that a bias of its own belongs to. */
    public int neuron(int index) {
        int l = network.layerOf(index);
        return network.isWeight(index)
                ? (index - network.weightStart(l)) / network.size(l - 1)
                : index - network.biasStart(l);
    }

    /** The source that a weight comes from. */
    public int source(int index) {
        int l = network.layerOf(index);
        return (index - network.weightStart(l)) % network.size(l - 1);
    }

    /** Whether each output of layer {@code l} depends on its own net alone. */
    public boolean elementwise(int l) {
        return network.layer(l).activation().elementwise();
    }

    /** Whether ∂of/∂net of layer {@code l} has a form that is simpler than its chain: an entropy after its activation. */
    public boolean simplifies(Quantity.Scalar of, int l) {
        boolean error = of instanceof Quantity.TotalError || of instanceof Quantity.ErrorShare;
        return error
                && l == network.depth()
                && partners(network.loss(), network.output().activation());
    }

    private static boolean partners(Loss loss, Activation activation) {
        return loss.partner() != null && loss.partner().equals(activation.name());
    }

    private Range within(int l, int neuron) {
        return elementwise(l) ? Range.single(neuron) : all(l);
    }

    private Range all(int l) {
        return Range.all(network.size(l));
    }
}
