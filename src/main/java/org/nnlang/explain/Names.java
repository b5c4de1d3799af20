package org.nnlang.explain;

import org.nnlang.network.Network;
import org.nnlang.network.Quantity;

/** What the quantities of a network are called: in a script, and in mathematical text. */
public final class Names {
    private static final String PLAIN = "0123456789n−";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉ₙ₋";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁻";

    private final Network network;

    /** The names in one network. */
    public Names(Network network) {
        this.network = network;
    }

    /** As a script says it: {@code out(h1)}, {@code grad(w5)}, {@code d(error, w5)}, {@code weights(h)}. */
    public String syntax(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Gradient q -> "grad(" + network.parameterName(q.index()) + ")";
            case Quantity.Delta q -> "delta(" + neuron(q.layer(), q.neuron()) + ")";
            case Quantity.Partial q -> "d(" + syntax(q.of()) + ", " + syntax(q.by()) + ")";
            case Quantity.Scalar q -> simple(q, "");
            case Quantity.LayerOutputs q -> q.layer() == 0 ? layer(0) : "out(" + layer(q.layer()) + ")";
            case Quantity.LayerNets q -> "net(" + layer(q.layer()) + ")";
            case Quantity.LayerDeltas q -> "delta(" + layer(q.layer()) + ")";
            case Quantity.LayerWeights q -> "weights(" + layer(q.layer()) + ")";
            case Quantity.LayerBiases q -> "biases(" + layer(q.layer()) + ")";
            case Quantity.LayerGradients q -> "grad(" + layer(q.layer()) + ")";
            case Quantity.Targets _ -> "target";
        };
    }

    /** As a textbook writes it, for sample {@code row} from 1: {@code ∂error₃/∂w5}; 0 for the current sample. */
    public String math(Quantity.Scalar quantity, int row) {
        String sample = row == 0 ? "" : low(Integer.toString(row));
        return switch (quantity) {
            case Quantity.Gradient q -> "∂error" + sample + "/∂" + network.parameterName(q.index());
            case Quantity.Delta q -> "∂error" + sample + "/∂net(" + neuron(q.layer(), q.neuron()) + ")";
            case Quantity.Partial q -> "∂" + simple(q.of(), sample) + "/∂" + simple(q.by(), sample);
            case Quantity.Scalar q -> simple(q, sample);
        };
    }

    private String simple(Quantity.Scalar quantity, String sample) {
        return switch (quantity) {
            case Quantity.Output q ->
                q.layer() == 0 ? neuron(0, q.neuron()) : "out(" + neuron(q.layer(), q.neuron()) + ")";
            case Quantity.Net q -> "net(" + neuron(q.layer(), q.neuron()) + ")";
            case Quantity.Parameter q -> network.parameterName(q.index());
            case Quantity.Memory q -> "memory(" + q.name() + ", " + network.parameterName(q.index()) + ")";
            case Quantity.Target q -> "target(" + neuron(network.depth(), q.neuron()) + ")";
            case Quantity.TotalError _ -> "error" + sample;
            case Quantity.ErrorShare q -> "error" + sample + "(" + neuron(network.depth(), q.neuron()) + ")";
            case Quantity.MeanLoss q -> "loss" + set(q.set());
            case Quantity.Accuracy q -> "accuracy" + set(q.set());
            case Quantity.Step _ -> "step";
            case Quantity.Epoch _ -> "epoch";
            case Quantity.Gradient q -> math(q, 0);
            case Quantity.Delta q -> math(q, 0);
            case Quantity.Partial q -> math(q, 0);
        };
    }

    private static String set(Quantity.Set set) {
        return set == Quantity.Set.TEST ? "(test)" : "";
    }

    /** A neuron's own name: {@code h1}, {@code h1[2]}, {@code cat}. */
    public String neuron(int layer, int neuron) {
        return network.neurons(layer).name(neuron);
    }

    private String layer(int layer) {
        return network.neurons(layer).layer();
    }

    /** Digits, n and − as an index: ₁₂. */
    public static String low(String index) {
        return translated(index, PLAIN, LOW);
    }

    /** Digits, n and − as an exponent: ¹². */
    public static String high(String exponent) {
        return translated(exponent, PLAIN, HIGH);
    }

    /** Without indices and exponents: 12 for ₁₂ and ¹². */
    public static String plain(String text) {
        return translated(translated(text, LOW, PLAIN), HIGH, PLAIN);
    }

    /** Whether a text can be written as an exponent by {@link #high}. */
    public static boolean canBeHigh(String exponent) {
        return exponent.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
    }

    private static String translated(String text, String from, String to) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toCharArray()) {
            int i = from.indexOf(c);
            result.append(i < 0 ? c : to.charAt(i));
        }
        return result.toString();
    }
}
