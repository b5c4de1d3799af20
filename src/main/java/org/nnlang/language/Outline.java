package org.nnlang.language;

import java.util.List;
import java.util.Set;
import org.nnlang.network.Neurons;

/**
 * The names that exist at a moment, for completion and colours.
 *
 * @param step updates so far
 * @param layers the input and the layers
 * @param weights the number of weights of the layers so far
 * @param biases the number of biases
 * @param values the names of {@code let} values
 * @param activations the activations that the script has defined
 * @param losses the losses that the script has defined
 */
public record Outline(
        long step,
        List<Neurons> layers,
        int weights,
        int biases,
        Set<String> values,
        List<String> activations,
        List<String> losses) {
    /** The outline of an empty script. */
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
