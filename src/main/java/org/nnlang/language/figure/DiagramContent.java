package org.nnlang.language.figure;

import java.util.List;
import org.nnlang.picture.Figure;

/** What a diagram shows at the neurons and at the parameters of a network. */
interface DiagramContent {
    /** What colours the edges, for the legend. */
    String scale();

    /** The numbers in neuron {@code j} of layer {@code l}; of the input if {@code l} is 0. */
    List<Figure.Reading> neuron(int l, int j);

    /** What colours the edges of a parameter. */
    double color(int index);

    /** The numbers at a parameter. */
    List<Figure.Reading> parameter(int index);

    /** Whether a parameter is marked as fixed. */
    default boolean fixed(int index) {
        return false;
    }

    /** What neuron {@code j} of layer {@code l} contributes to the paths; null for nothing. */
    default Figure.Factor factor(int l, int j) {
        return null;
    }

    /** Whether a neuron is on a path. */
    default boolean lit(int l, int j) {
        return false;
    }

    /** What the edge of a parameter into neuron {@code j} contributes to the paths; null for nothing. */
    default Figure.Factor factor(int index, int l, int j) {
        return null;
    }

    /** Whether the edge of a parameter into neuron {@code j} of layer {@code l} is on a path. */
    default boolean lit(int index, int l, int j) {
        return false;
    }

    /** What the edge from output {@code k} to the error contributes; null for nothing. */
    default Figure.Factor ofOutput(int k) {
        return null;
    }

    /** Whether only the edges on a path have numbers. */
    default boolean path() {
        return false;
    }
}
