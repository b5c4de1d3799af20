package org.nnlang.data;

/**
 * What a data set must know about the output layer.
 *
 * @param neurons the number of neurons
 * @param softmax whether its activation is softmax, so that a column of whole numbers means classes
 */
public record OutputShape(int neurons, boolean softmax) {
    public OutputShape {
        if (neurons < 1) throw new IllegalArgumentException("neurons: " + neurons);
    }

    boolean integersAreClasses() {
        return softmax && neurons > 1;
    }
}
