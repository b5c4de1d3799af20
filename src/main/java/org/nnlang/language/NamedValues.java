package org.nnlang.language;

import java.util.List;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.network.Quantity;
import org.nnlang.network.Reading;

/** The quantities of whole layers, as vectors and matrices that know what their rows and columns are called. */
public final class NamedValues {
    private NamedValues() {}

    /** The values of a quantity. */
    public static Value of(Quantity.Whole quantity, Reading reading) {
        Network network = reading.network();
        double[] values = reading.values(quantity);
        return switch (quantity) {
            case Quantity.LayerOutputs q -> named(values, network.neurons(q.layer()));
            case Quantity.LayerNets q -> named(values, network.neurons(q.layer()));
            case Quantity.LayerDeltas q -> named(values, network.neurons(q.layer()));
            case Quantity.Targets _ -> named(values, network.output().neurons());
            case Quantity.LayerBiases q ->
                values.length == network.size(q.layer())
                        ? named(values, network.neurons(q.layer()))
                        : Value.vector(values);
            case Quantity.LayerWeights q -> layer(values, network, q.layer());
            case Quantity.LayerGradients q -> layer(values, network, q.layer());
        };
    }

    private static Value named(double[] values, Neurons neurons) {
        return new Value.Vector(values, Texts.names(neurons));
    }

    private static Value layer(double[] values, Network network, int l) {
        List<String> rows = Texts.names(network.neurons(l));
        List<String> columns = Texts.names(network.neurons(l - 1));
        return new Value.Matrix(values, rows.size(), columns.size(), rows, columns);
    }
}
