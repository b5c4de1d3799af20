package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;

/**
 * The names that exist at a moment, for completion and colours.
 *
 * @param step updates so far
 * @param declarations the network, and the activations and losses that the script has defined
 * @param values the names of {@code let} values
 */
public record Outline(long step, Declarations declarations, Set<String> values) {
    /** The outline of an empty script. */
    public static final Outline EMPTY = new Outline(0, Declarations.NONE, Set.of());

    /** The input and the layers. */
    public List<Neurons> layers() {
        List<Neurons> layers = new ArrayList<>();
        for (int l = 0; l < declarations.size(); l++) {
            layers.add(declarations.neurons(l));
        }
        return layers;
    }

    /** The number of weights of the layers so far. */
    public int weights() {
        return declarations.parameterCount(true);
    }

    /** The number of biases of the layers so far. */
    public int biases() {
        return declarations.parameterCount(false);
    }

    /** The names of what the script has defined of a kind. */
    public List<String> defined(MethodKind kind) {
        return declarations.definitions().names(kind);
    }

    /** What the optimizer remembers. */
    public List<String> memory() {
        Optimizer optimizer = declarations.settings().get(Setting.OPTIMIZER);
        return optimizer == null ? List.of() : optimizer.memory();
    }

    /** Whether the name stands for a layer, a neuron, a parameter or a value. */
    public boolean knows(String name) {
        return values.contains(name)
                || declarations.definitions().find(name) != null
                || isParameter(name)
                || declarations.meaning(name) != null;
    }

    private boolean isParameter(String name) {
        int number = BuiltInNames.isParameter(name) ? Neurons.number(name, 1) : -1;
        return number > 0 && number <= (name.charAt(0) == 'w' ? weights() : biases());
    }
}
