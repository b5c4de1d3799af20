package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nnlang.network.Network;

/** Which layers and neurons of a network a diagram shows: of large ones the first, the last, and those that it is about. */
final class ShownNeurons {
    /** Stands for the layers or neurons that are left out between two that are shown. */
    static final int GAP = -1;

    private static final int MOST_NEURONS = 10;
    private static final int FIRST_NEURONS = 7;

    /** The most layers that are all shown, the input among them. */
    private static final int MOST_LAYERS = 8;

    private static final int FIRST_LAYERS = 4;
    private static final int LAST_LAYERS = 2;

    private final List<Integer> layers;
    private final List<List<Integer>> neurons = new ArrayList<>();

    /** Chooses what is shown; {@code needed} are places as layer and neuron that must be. */
    ShownNeurons(Network network, List<int[]> needed) {
        TreeSet<Integer> about = new TreeSet<>();
        needed.forEach(place -> about.add(place[0]));
        layers = shown(network.depth() + 1, MOST_LAYERS, FIRST_LAYERS, LAST_LAYERS, about);
        for (int layer : layers) {
            TreeSet<Integer> here = new TreeSet<>();
            needed.stream().filter(place -> place[0] == layer).forEach(place -> here.add(place[1]));
            neurons.add(layer == GAP ? List.of() : shown(network.size(layer), MOST_NEURONS, FIRST_NEURONS, 1, here));
        }
    }

    private static List<Integer> shown(int count, int most, int first, int last, TreeSet<Integer> needed) {
        TreeSet<Integer> some = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            if (count <= most || i < first || i >= count - last) {
                some.add(i);
            }
        }
        needed.stream().limit(most).forEach(some::add);
        List<Integer> shown = new ArrayList<>();
        int next = 0;
        for (int i : some) {
            if (i > next) {
                shown.add(GAP);
            }
            shown.add(i);
            next = i + 1;
        }
        return shown;
    }

    /** The layers, from 0, with gaps. */
    List<Integer> layers() {
        return layers;
    }

    /** The neurons of the layer in a column, with gaps. */
    List<Integer> neurons(int column) {
        return neurons.get(column);
    }
}
