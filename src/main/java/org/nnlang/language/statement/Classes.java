package org.nnlang.language.statement;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.data.Dataset;
import org.nnlang.network.Neurons;
import org.nnlang.network.Samples;

/**
 * Assigns the classes of a data file to the outputs.
 *
 * <p>Outputs take the classes in order of first appearance. But if the outputs have the names of the classes, each class
 * belongs to the neuron of its name, in whatever order the file has them: {@code y(cat, dog)} never means a dog by
 * {@code cat}.
 */
final class Classes {
    private Classes() {}

    static Samples samples(Dataset data, Neurons outputs) {
        List<String> classes = data.file().twoValued() ? List.of() : data.file().classes();
        boolean named = !classes.isEmpty() && Set.copyOf(classes).equals(Set.copyOf(outputs.names()));
        List<String> order = named ? outputs.names() : classes;
        int[] from = order.stream().mapToInt(classes::indexOf).toArray();
        return new Samples(
                data.train().inputs(),
                ordered(data.train().targets(), from),
                data.train().weights(),
                data.test().inputs(),
                ordered(data.test().targets(), from),
                data.test().weights(),
                order);
    }

    /** Reorders the columns of one-hot rows; without classes, returns the rows as they are. */
    private static double[][] ordered(double[][] rows, int[] from) {
        Map<double[], double[]> vectors = new IdentityHashMap<>(); // rows of a class share a vector
        double[][] ordered = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            ordered[row] =
                    from.length == 0 ? rows[row] : vectors.computeIfAbsent(rows[row], old -> permuted(old, from));
        }
        return ordered;
    }

    private static double[] permuted(double[] vector, int[] from) {
        return Arrays.stream(from).mapToDouble(place -> vector[place]).toArray();
    }
}
