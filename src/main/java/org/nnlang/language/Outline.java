package org.nnlang.language;

import java.util.List;
import java.util.Set;
import org.nnlang.network.Neurons;

/**
 * What has names at a moment, for those who show or complete them.
 *
 * @param step updates so far
 * @param layers the input and the layers
 * @param weights how many weights there are, as far as there is a network
 * @param biases how many biases
 * @param values the names that {@code let} gave
 * @param activations the activations that were defined
 * @param losses the losses that were defined
 */
public record Outline(
        long step,
        List<Neurons> layers,
        int weights,
        int biases,
        Set<String> values,
        List<String> activations,
        List<String> losses) {
    /** Before anything is declared. */
    public static final Outline EMPTY = new Outline(0, List.of(), 0, 0, Set.of(), List.of(), List.of());

    /** Whether the name stands for a layer, a neuron, a parameter or a value. */
    public boolean knows(String name) {
        return values.contains(name)
                || activations.contains(name)
                || losses.contains(name)
                || isParameter(name)
                || isNeuronOrLayer(name);
    }

    private boolean isParameter(String name) {
        int number = BuiltInNames.isParameter(name) ? Neurons.number(name, 1) : -1;
        return number > 0 && number <= (name.charAt(0) == 'w' ? weights : biases);
    }

    private boolean isNeuronOrLayer(String name) {
        for (Neurons layer : layers) {
            if (layer.layer().equals(name) || layer.indexOf(name) >= 0) {
                return true;
            }
        }
        return false;
    }
}
