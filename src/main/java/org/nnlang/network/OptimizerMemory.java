package org.nnlang.network;

import java.util.List;

/**
 * What an optimizer remembers of each parameter.
 *
 * @param names the names in its recipe
 * @param values for each name one number for each parameter, not to be changed; empty before the first update
 */
public record OptimizerMemory(List<String> names, double[][] values) {
    /** The memory of an optimizer that remembers nothing. */
    public static final OptimizerMemory NONE = new OptimizerMemory(List.of(), new double[0][]);

    /** What is remembered of parameter {@code index} under a name of the recipe: 0 before the first update. */
    public double value(String name, int index) {
        int slot = names.indexOf(name);
        if (slot < 0) {
            throw new IllegalArgumentException("no memory " + name);
        }
        return values.length == 0 ? 0 : values[slot][index];
    }
}
