package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;

/** Reads the quantities of whole layers as vectors and matrices with named rows and columns. */
public final class NamedValues {
    private NamedValues() {}

    /** The values of a quantity of a whole layer. */
    public static Value of(Quantity.Whole quantity, QuantityValues reading) {
        Network network = reading.network();
        double[] values = reading.values(quantity);
        int l = layer(quantity, network);
        List<String> rows = Texts.names(network.neurons(l));
        if (isMatrix(quantity)) {
            List<String> columns = Texts.names(network.neurons(l - 1));
            return new Value.Matrix(values, rows.size(), columns.size(), rows, columns);
        }
        return new Value.Vector(values, values.length == rows.size() ? rows : List.of());
    }

    /** The shape of the values of a quantity. */
    static Shape shape(Quantity.Whole quantity, Network network) {
        int l = layer(quantity, network);
        return isMatrix(quantity)
                ? Shape.matrix(network.size(l), network.size(l - 1))
                : Shape.vector(
                        quantity instanceof Quantity.LayerBiases
                                ? network.layer(l).biasCount()
                                : network.size(l));
    }

    private static boolean isMatrix(Quantity.Whole quantity) {
        return quantity instanceof Quantity.LayerWeights || quantity instanceof Quantity.LayerGradients;
    }

    private static int layer(Quantity.Whole quantity, Network network) {
        return switch (quantity) {
            case Quantity.LayerOutputs q -> q.layer();
            case Quantity.LayerNets q -> q.layer();
            case Quantity.LayerDeltas q -> q.layer();
            case Quantity.LayerBiases q -> q.layer();
            case Quantity.LayerWeights q -> q.layer();
            case Quantity.LayerGradients q -> q.layer();
            case Quantity.Targets _ -> network.depth();
        };
    }
}
