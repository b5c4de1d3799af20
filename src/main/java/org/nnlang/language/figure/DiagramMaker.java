package org.nnlang.language.figure;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.picture.Axis;
import org.nnlang.picture.Figure;
import org.nnlang.text.Thousands;

/** Makes the columns and edges of a network's diagram. */
final class DiagramMaker {
    /** The most weights and biases that have their numbers. */
    static final int MOST_NUMBERS = 40;

    private final Network network;
    private final DiagramContent content;
    private final ShownNeurons shown;
    private final List<List<Figure.Node>> columns = new ArrayList<>();
    private final List<Figure.Edge> edges = new ArrayList<>();
    private int parameterEdges;

    DiagramMaker(Network network, DiagramContent content, List<int[]> needed) {
        this.network = network;
        this.content = content;
        shown = new ShownNeurons(network, needed);
    }

    /**
     * The diagram.
     *
     * @param error the sample's error; null if it is not shown
     * @param targets the sample's targets; null without error
     */
    Figure.Diagram make(
            String title, List<String> notes, Figure.Reading error, double[] targets, List<Figure.Sum> sums) {
        List<Integer> layers = shown.layers();
        for (int column = 0; column < layers.size(); column++) {
            columns.add(neurons(column));
        }
        for (int column = 1; column < layers.size(); column++) {
            if (layers.get(column) > 0) {
                addBiases(column);
            }
        }
        for (int column = 1; column < layers.size(); column++) {
            if (layers.get(column - 1) >= 0 && layers.get(column) > 0) {
                addWeights(column);
            }
        }
        List<String> said = new ArrayList<>(notes);
        boolean crowded = parameterEdges > MOST_NUMBERS;
        if (crowded && !content.path()) { // a path's parameters have no numbers
            said.add("there are more than " + MOST_NUMBERS
                    + " weights and biases: their numbers are left out; `show weights("
                    + network.output().neurons().layer() + ")` lists those of a layer");
        }
        List<Figure.Edge> shownEdges = new ArrayList<>();
        for (Figure.Edge edge : edges) {
            shownEdges.add(crowded ? withoutNumbers(edge) : edge);
        }
        List<Figure.Column> all = new ArrayList<>();
        for (int column = 0; column < layers.size(); column++) {
            all.add(column(column));
        }
        if (error != null) {
            all.add(new Figure.Column(
                    "",
                    "",
                    List.of(new Figure.Node(Figure.Node.Kind.ERROR, "error", List.of(error), null, content.path()))));
            addOutputs(targets, shownEdges);
        }
        return new Figure.Diagram(new Figure.Caption(title, said), all, shownEdges, axis(), sums);
    }

    private static Figure.Edge withoutNumbers(Figure.Edge edge) {
        return new Figure.Edge(
                edge.from(), edge.to(), edge.name(), edge.value(), List.of(), edge.factor(), edge.fixed(), edge.lit());
    }

    private List<Figure.Node> neurons(int column) {
        List<Figure.Node> nodes = new ArrayList<>();
        int l = shown.layers().get(column);
        int next = 0;
        for (int j : shown.neurons(column)) {
            if (j == ShownNeurons.GAP) {
                nodes.add(null); // how many are left out is known at the next
                continue;
            }
            if (!nodes.isEmpty() && nodes.getLast() == null) {
                String name = Thousands.of(j - next) + " more";
                nodes.set(nodes.size() - 1, new Figure.Node(Figure.Node.Kind.GAP, name, List.of(), null, false));
            }
            next = j + 1;
            nodes.add(new Figure.Node(
                    l == 0 ? Figure.Node.Kind.INPUT : Figure.Node.Kind.NEURON,
                    network.neurons(l).name(j),
                    content.neuron(l, j),
                    content.factor(l, j),
                    content.lit(l, j)));
        }
        return nodes;
    }

    private Figure.Column column(int column) {
        List<Integer> layers = shown.layers();
        int l = layers.get(column);
        if (l == ShownNeurons.GAP) {
            int left = layers.get(column + 1) - layers.get(column - 1) - 1;
            return new Figure.Column(Thousands.count(left, "layer"), "left out", List.of());
        }
        String words = l == 0 ? "input" : network.layer(l).activation().name();
        return new Figure.Column(network.neurons(l).layer(), words, columns.get(column));
    }

    /** A node at the foot of the column before, with an edge to each neuron that has a bias. */
    private void addBiases(int column) {
        int l = shown.layers().get(column);
        Layer.BiasMode mode = network.layer(l).biasMode();
        if (mode == Layer.BiasMode.NONE || shown.layers().get(column - 1) == ShownNeurons.GAP) {
            return;
        }
        boolean shared = mode == Layer.BiasMode.SHARED;
        List<Figure.Edge> own = new ArrayList<>();
        boolean lit = false;
        List<Figure.Node> before = columns.get(column - 1);
        Figure.Place from = new Figure.Place(column - 1, before.size());
        for (int row = 0; row < shown.neurons(column).size(); row++) {
            int j = shown.neurons(column).get(row);
            if (j == ShownNeurons.GAP) {
                continue;
            }
            int index = network.biasIndex(l, j);
            String name = shared ? "" : network.parameterName(index);
            own.add(edge(from, new Figure.Place(column, row), name, index, l, j, !shared));
            lit |= content.lit(index, l, j);
        }
        int first = network.biasStart(l);
        before.add(new Figure.Node(
                Figure.Node.Kind.BIAS,
                shared ? network.parameterName(first) : "1",
                shared ? sharedBias(first) : List.of(),
                null,
                lit));
        edges.addAll(own);
        parameterEdges += shared ? 1 : own.size();
    }

    private List<Figure.Reading> sharedBias(int index) {
        List<Figure.Reading> readings = new ArrayList<>(content.parameter(index));
        if (content.fixed(index)) {
            readings.add(new Figure.Reading("fixed", Double.NaN));
        }
        return readings;
    }

    private void addWeights(int column) {
        int l = shown.layers().get(column);
        for (int row = 0; row < shown.neurons(column).size(); row++) {
            int j = shown.neurons(column).get(row);
            for (int source = 0; source < shown.neurons(column - 1).size() && j >= 0; source++) {
                int i = shown.neurons(column - 1).get(source);
                if (i >= 0) {
                    int index = network.weightIndex(l, j, i);
                    Figure.Place from = new Figure.Place(column - 1, source);
                    Figure.Place to = new Figure.Place(column, row);
                    edges.add(edge(from, to, network.parameterName(index), index, l, j, true));
                    parameterEdges++;
                }
            }
        }
    }

    private Figure.Edge edge(
            Figure.Place from, Figure.Place to, String name, int index, int l, int j, boolean numbers) {
        return new Figure.Edge(
                from,
                to,
                name,
                content.color(index),
                numbers ? content.parameter(index) : List.of(),
                content.factor(index, l, j),
                content.fixed(index),
                content.lit(index, l, j));
    }

    private void addOutputs(double[] targets, List<Figure.Edge> to) {
        int column = shown.layers().size() - 1;
        List<Integer> outputs = shown.neurons(column);
        for (int row = 0; row < outputs.size(); row++) {
            int k = outputs.get(row);
            if (k >= 0) {
                List<Figure.Reading> target =
                        content.path() ? List.of() : List.of(new Figure.Reading("target", targets[k]));
                to.add(new Figure.Edge(
                        new Figure.Place(column, row),
                        new Figure.Place(column + 1, 0),
                        "",
                        Double.NaN,
                        target,
                        content.ofOutput(k),
                        false,
                        content.lit(network.depth(), k)));
            }
        }
    }

    /** From −m to m, the greatest size of what colours the edges; null if nothing does. */
    private Axis axis() {
        if (content.path()) {
            return null;
        }
        double most = 0;
        for (Figure.Edge edge : edges) {
            if (Double.isFinite(edge.value())) {
                most = Math.max(most, Math.abs(edge.value()));
            }
        }
        double end = most == 0 ? 1 : Math.min(most, Double.MAX_VALUE / 4);
        return Axis.linear(content.scale(), -end, end);
    }
}
