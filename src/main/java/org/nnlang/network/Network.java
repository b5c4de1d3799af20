package org.nnlang.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The shape of a dense network: its input, its layers and its loss; never its parameters.
 *
 * <p>Layers are counted from 1, the input is layer 0, neurons and sources are counted from 0. All parameters lie in one
 * array: for each layer its weights, neuron by neuron and source by source, then its biases. This class knows who lies
 * where, and what each is called: {@code w1, w2, …} and {@code b1, b2, …} through the whole network.
 */
public final class Network {
    /** More parameters than this are refused: one copy of them takes 1.6 GB. */
    public static final long MOST_PARAMETERS = 200_000_000;

    private final Neurons input;
    private final List<Layer> layers;
    private final Loss loss;
    private final int[] weightStart;
    private final int[] biasStart;
    private final int[] weightsBefore;
    private final int[] biasesBefore;
    /** The parameters that are fixed though the rest of their layer is trained, or the reverse. */
    private final Set<Place> apart;
    /** Their indices. */
    private final BitSet apartAt = new BitSet();

    /** The parameters that are one; of each tie, first the one that the others take their value from. */
    private final List<List<Place>> ties;
    /** Their indices in ascending order, by each of them. */
    private final Map<Integer, int[]> tied = new LinkedHashMap<>();

    private final List<int[]> tiedIndices = new ArrayList<>();

    private final boolean[] trainsWeights;
    private final boolean[] trainsBiases;

    /** A parameter, however many biases other layers have; {@code offset} counts from its layer's first weight or bias. */
    public record Place(int layer, boolean weight, int offset) {}

    /** A network of at least one layer and at most {@link #MOST_PARAMETERS} parameters. */
    public Network(Neurons input, List<Layer> layers, Loss loss) {
        this(input, layers, loss, Set.of(), List.of());
    }

    private Network(Neurons input, List<Layer> layers, Loss loss, Set<Place> apart, List<List<Place>> ties) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs a layer");
        }
        this.input = input;
        this.layers = List.copyOf(layers);
        this.loss = loss;
        int n = layers.size();
        weightStart = new int[n + 2];
        biasStart = new int[n + 2];
        weightsBefore = new int[n + 2];
        biasesBefore = new int[n + 2];
        long total = 0;
        for (int l = 1; l <= n; l++) {
            long weights = (long) size(l) * size(l - 1);
            weightStart[l] = (int) total;
            biasStart[l] = (int) (total + weights);
            total += weights + layer(l).biasCount();
            if (total > MOST_PARAMETERS) {
                throw new IllegalArgumentException("more than " + MOST_PARAMETERS + " parameters");
            }
            weightsBefore[l + 1] = weightsBefore[l] + (int) weights;
            biasesBefore[l + 1] = biasesBefore[l] + layer(l).biasCount();
        }
        weightStart[n + 1] = (int) total;
        this.apart = apart;
        apart.forEach(place -> apartAt.set(index(place)));
        this.ties = ties;
        for (List<Place> tie : ties) {
            int[] indices = tie.stream().mapToInt(this::index).sorted().toArray();
            Arrays.stream(indices).forEach(i -> tied.put(i, indices));
            tiedIndices.add(indices);
        }
        trainsWeights = new boolean[n + 1];
        trainsBiases = new boolean[n + 1];
        for (int l = 1; l <= n; l++) {
            trainsWeights[l] = trainsAny(weightStart[l], biasStart[l]);
            trainsBiases[l] = trainsAny(biasStart[l], end(l));
        }
    }

    /** The same network with another layer {@code l}. */
    public Network with(int l, Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(l - 1, layer);
        return with(changed, loss);
    }

    /** The same network with another loss. */
    public Network with(Loss other) {
        return with(layers, other);
    }

    /** The same network with other layers, as many or more; those that are fixed otherwise are so with all parameters. */
    public Network with(List<Layer> others, Loss other) {
        Set<Place> kept = new LinkedHashSet<>(apart);
        kept.removeIf(p -> !isSame(layer(p.layer), others.get(p.layer - 1), p.weight));
        List<List<Place>> keptTies = ties.stream()
                .map(tie -> tie.stream()
                        .filter(p -> p.weight
                                || layer(p.layer).biasMode()
                                        == others.get(p.layer - 1).biasMode())
                        .toList())
                .filter(tie -> tie.size() > 1)
                .toList();
        return new Network(input, others, other, kept, keptTies);
    }

    private static boolean isSame(Layer a, Layer b, boolean weights) {
        return weights
                ? a.weightsFixed() == b.weightsFixed()
                : a.biasFixed() == b.biasFixed() && a.biasMode() == b.biasMode();
    }

    /**
     * The same network after parameters were given: a single one fixed or trained as said, all weights or biases of a
     * layer as that says. Those that are tied to them are fixed or trained too, and take their values from them.
     */
    public Network withGiven(int from, int to, boolean fixed) {
        Set<Place> changed = new LinkedHashSet<>(apart);
        apart(from, to).forEach(i -> changed.remove(place(i)));
        if (to == from + 1) {
            fix(from, fixed, changed);
        }
        List<List<Place>> givers = new ArrayList<>();
        for (List<Place> tie : ties) {
            OptionalInt giver = tie.stream()
                    .mapToInt(this::index)
                    .filter(i -> from <= i && i < to)
                    .min();
            if (giver.isPresent()) {
                tie.forEach(p -> fix(index(p), fixed, changed));
            }
            givers.add(giver.isPresent() ? firstly(place(giver.getAsInt()), tie) : tie);
        }
        return changed.equals(apart) && givers.equals(ties)
                ? this
                : new Network(input, layers, loss, changed, List.copyOf(givers));
    }

    private void fix(int index, boolean fixed, Set<Place> changed) {
        if (isLayerTrained(index) == fixed) {
            changed.add(place(index));
        } else {
            changed.remove(place(index));
        }
    }

    private static List<Place> firstly(Place first, List<Place> rest) {
        Set<Place> all = new LinkedHashSet<>(List.of(first));
        all.addAll(rest);
        return List.copyOf(all);
    }

    /** The same network in which some parameters, and those tied to them already, are one: the first, whose value they take. */
    public Network withTie(List<Integer> indices) {
        Set<Place> one = new LinkedHashSet<>();
        indices.forEach(i -> one.add(place(i)));
        List<List<Place>> others = new ArrayList<>();
        for (List<Place> tie : ties) {
            boolean joined = tie.stream().anyMatch(p -> indices.contains(index(p)));
            (joined ? one : new ArrayList<Place>()).addAll(tie);
            if (!joined) {
                others.add(tie);
            }
        }
        others.add(List.copyOf(one));
        Set<Place> changed = new LinkedHashSet<>(apart);
        one.forEach(p -> fix(index(p), !isTrained(indices.getFirst()), changed));
        return new Network(input, layers, loss, changed, others);
    }

    /** The indices of the parameters that are one, for each tie in ascending order. */
    public List<int[]> ties() {
        return Collections.unmodifiableList(tiedIndices);
    }

    /** The indices of all parameters that are one with parameter {@code index}, itself among them, in ascending order. */
    public int[] tied(int index) {
        int[] found = tied.get(index);
        return found == null ? new int[] {index} : found;
    }

    /** Gives tied parameters the value of that which was given last. */
    public void tieValues(double[] values) {
        for (List<Place> tie : ties) {
            tie.forEach(p -> values[index(p)] = values[index(tie.getFirst())]);
        }
    }

    /** Gives tied parameters the sum of their gradients. */
    public void tieGradients(double[] gradient, ArithmeticMode arithmetic) {
        for (int[] tie : tiedIndices) {
            double sum = 0;
            for (int i : tie) {
                sum = arithmetic.precision().round(sum + gradient[i]);
            }
            for (int i : tie) {
                gradient[i] = arithmetic.round(sum);
            }
        }
    }

    /** The input's neurons. */
    public Neurons input() {
        return input;
    }

    /** The layers after the input, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    /** The loss of one sample. */
    public Loss loss() {
        return loss;
    }

    /** The number of the output layer, which is also the number of layers. */
    public int depth() {
        return layers.size();
    }

    /** Layer {@code l}, from 1. */
    public Layer layer(int l) {
        return layers.get(l - 1);
    }

    /** The output layer. */
    public Layer output() {
        return layers.getLast();
    }

    /** The neurons of layer {@code l}, from 0. */
    public Neurons neurons(int l) {
        return l == 0 ? input : layer(l).neurons();
    }

    /** The number of neurons of layer {@code l}, from 0. */
    public int size(int l) {
        return neurons(l).size();
    }

    /** How many parameters there are in all. */
    public int parameterCount() {
        return weightStart[depth() + 1];
    }

    /** How many weights there are in all. */
    public int weightCount() {
        return weightsBefore[depth() + 1];
    }

    /** How many bias parameters there are in all. */
    public int biasCount() {
        return biasesBefore[depth() + 1];
    }

    /** Where the weights of layer {@code l} begin. */
    public int weightStart(int l) {
        return weightStart[l];
    }

    /** Where the biases of layer {@code l} begin. */
    public int biasStart(int l) {
        return biasStart[l];
    }

    /** Where the parameters of layer {@code l} end. */
    public int end(int l) {
        return weightStart[l + 1];
    }

    /** The index of the weight from neuron {@code source} of layer l − 1 to neuron {@code j} of layer l. */
    public int weightIndex(int l, int j, int source) {
        return weightStart[l] + j * size(l - 1) + source;
    }

    /** The index of the bias of neuron {@code j} of layer {@code l}, or -1 when it has none. */
    public int biasIndex(int l, int j) {
        return switch (layer(l).biasMode()) {
            case NONE -> -1;
            case SEPARATE -> biasStart[l] + j;
            case SHARED -> biasStart[l];
        };
    }

    /** The layer that parameter {@code index} belongs to. */
    public int layerOf(int index) {
        int l = 1;
        while (index >= end(l)) {
            l++;
        }
        return l;
    }

    /** Whether parameter {@code index} is a weight, not a bias. */
    public boolean isWeight(int index) {
        return index < biasStart[layerOf(index)];
    }

    /** Whether training changes parameter {@code index}. */
    public boolean isTrained(int index) {
        return isLayerTrained(index) != apartAt.get(index);
    }

    private boolean isLayerTrained(int index) {
        Layer layer = layer(layerOf(index));
        return isWeight(index) ? !layer.weightsFixed() : !layer.biasFixed();
    }

    /** Whether training changes any weight of layer {@code l}. */
    public boolean trainsWeights(int l) {
        return trainsWeights[l];
    }

    /** Whether training changes any bias of layer {@code l}. */
    public boolean trainsBiases(int l) {
        return trainsBiases[l];
    }

    private boolean trainsAny(int from, int to) {
        return from < to
                && (isLayerTrained(from)
                        ? apart(from, to).count() < to - from
                        : apart(from, to).count() > 0);
    }

    /** The parameters from {@code from} to before {@code to} that are fixed though the rest of their layer is trained, or the reverse. */
    public IntStream apart(int from, int to) {
        return apartAt.stream().filter(i -> from <= i && i < to);
    }

    private Place place(int index) {
        int l = layerOf(index);
        return new Place(l, isWeight(index), index - (isWeight(index) ? weightStart[l] : biasStart[l]));
    }

    private int index(Place place) {
        return (place.weight ? weightStart : biasStart)[place.layer] + place.offset;
    }

    /** The index of {@code w1}, {@code w2}, …, or -1 when there is no such weight. */
    public int weightNumbered(int number) {
        return numbered(number, weightsBefore, weightStart);
    }

    /** The index of {@code b1}, {@code b2}, …, or -1 when there is no such bias. */
    public int biasNumbered(int number) {
        return numbered(number, biasesBefore, biasStart);
    }

    private int numbered(int number, int[] before, int[] start) {
        for (int l = 1; l <= depth(); l++) {
            if (number >= 1 && number <= before[l + 1]) {
                return start[l] + (number - 1 - before[l]);
            }
        }
        return -1;
    }

    /** What parameter {@code index} is called: {@code w5} or {@code b2}. */
    public String parameterName(int index) {
        int l = layerOf(index);
        return index < biasStart[l]
                ? "w" + (weightsBefore[l] + index - weightStart[l] + 1)
                : "b" + (biasesBefore[l] + index - biasStart[l] + 1);
    }

    /** The number of the first layer, from {@code from} on, whose activation is flat, as {@code step}; else -1. */
    public int flatLayer(int from) {
        for (int l = Math.max(from, 1); l <= depth(); l++) {
            if (layer(l).activation().flat()) {
                return l;
            }
        }
        return -1;
    }
}
