package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.QuantityValues;
import org.nnlang.training.Plan;
import org.nnlang.training.State;

/**
 * A pass of one sample through a network as a person writes it down: named lines, each a formula, its numbers and its result.
 *
 * <p>The lines stand in {@link Part}s, one for each vector of a layer. A line is made when it is asked for.
 */
public final class Worksheet {
    private final QuantityValues reading;
    private final Plan plan;
    private final State state;
    private final Limits limits;
    private final Network network;
    private final Names names;
    private final Values values;
    private final Forward forward;
    private final Deltas deltas;

    /** A worksheet without an update. */
    public Worksheet(QuantityValues reading, Limits limits) {
        this(reading, null, null, limits);
    }

    /**
     * The worksheet of one sample.
     *
     * @param plan how the next update is made, or null for none
     * @param state the state that the update starts from; null without a plan
     * @param limits shorten the sums, and what {@link #shown} takes from a part
     */
    public Worksheet(QuantityValues reading, Plan plan, State state, Limits limits) {
        this.reading = reading;
        this.plan = plan;
        this.state = state;
        this.limits = limits;
        network = reading.network();
        names = new Names(network);
        values = new Values(reading, 0);
        forward = new Forward(values, limits);
        deltas = new Deltas(values, limits);
    }

    /** The network whose pass it is. */
    public Network network() {
        return network;
    }

    /** What is computed together, a vector: a layer's nets, its deltas, the new values of its weights. */
    public static final class Part {
        private final String name;
        private final Range elements;
        /** The elements from which {@link #shown} takes those it shows. */
        private final Range shown;
        /** Up to so many are all shown. */
        private final int most;

        private final IntFunction<List<Derivation>> lines;

        private Part(String name, Range elements, Range shown, int most, IntFunction<List<Derivation>> lines) {
            this.name = name;
            this.elements = elements;
            this.shown = shown;
            this.most = most;
            this.lines = lines;
        }

        /** What a script calls it: {@code net(h)}. */
        public String name() {
            return name;
        }

        /** The number of elements. */
        public int size() {
            return elements.size();
        }

        /** The lines of element {@code i}, from 0: what it is computed from, the element itself, and what is remembered of it. */
        public List<Derivation> lines(int i) {
            return lines.apply(elements.at(i));
        }

        /** The lines of all its elements. */
        public List<Derivation> lines() {
            return IntStream.range(0, size())
                    .mapToObj(this::lines)
                    .flatMap(List::stream)
                    .toList();
        }

        /** The value of each element. */
        public double[] values() {
            return IntStream.range(0, size()).mapToDouble(this::value).toArray();
        }

        /** What the element's own line gives: the last of a quantity, not of a letter. */
        private double value(int i) {
            return lines(i).reversed().stream()
                    .filter(line -> line.lhs() instanceof Symbol)
                    .findFirst()
                    .orElseThrow()
                    .result();
        }
    }

    /** Each net and out, layer by layer, then the error and its shares, where the sample has a target. */
    public List<Part> forward() {
        List<Part> parts = new ArrayList<>();
        for (int layer = 1; layer <= network.depth(); layer++) {
            int l = layer;
            parts.add(neurons(new Quantity.LayerNets(l), l, j -> forward.net(l, j)));
            parts.add(neurons(new Quantity.LayerOutputs(l), l, j -> forward.out(l, j)));
        }
        if (reading.sample().target() != null) {
            if (network.output().size() > 1) {
                parts.add(new Part(
                        "error(" + name(network.depth()) + ")",
                        Range.all(network.output().size()),
                        forward.sharesShown(limits.neurons()),
                        limits.neurons(),
                        k -> List.of(forward.share(k))));
            }
            parts.add(part("error", Range.single(0), 1, _ -> forward.error().from(List.of())));
        }
        return parts;
    }

    /** Each delta and gradient, from the last layer to the first; nothing without a target, or where a layer has no derivative. */
    public List<Part> backward() {
        List<Part> parts = new ArrayList<>();
        if (reading.sample().target() == null || network.flatLayer(1) > 0) {
            return parts;
        }
        for (int layer = network.depth(); layer >= 1; layer--) {
            int l = layer;
            if (deltas.needsOutputs(l)) {
                Range all = Range.all(network.size(l));
                String out = "out(" + name(l) + ")";
                parts.add(part("d(error, " + out + ")", all, limits.neurons(), i -> deltas.byOutput(l, i)));
                if (reading.arithmetic().rounds()) {
                    String slopes = "d(" + out + ", net(" + name(l) + "))";
                    parts.add(new Part(slopes, all, all, limits.neurons(), j -> deltas.slopes(l, j)));
                }
            }
            parts.add(neurons(new Quantity.LayerDeltas(l), l, j -> deltas.delta(l, j)));
            String gradients = names.syntax(new Quantity.LayerGradients(l));
            parts.add(part(gradients, weights(l), limits.parameters(), deltas::gradient));
            parts.add(part(gradients, biases(l), limits.parameters(), deltas::gradient));
            if (deltas.updatedBefore(l)) {
                parts.add(part(weightsOf(l), trained(weights(l)), limits.parameters(), deltas::updated));
            }
        }
        return parts;
    }

    /** What each trained parameter becomes by the next update. */
    public List<Part> update() {
        if (plan == null) {
            return List.of();
        }
        Updates updates = new Updates(reading, plan, state, limits);
        List<Part> parts = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            if (network.trainsWeights(l)) {
                parts.add(updates(weightsOf(l), trained(weights(l)), updates));
            }
            if (network.trainsBiases(l)) {
                parts.add(updates(names.syntax(new Quantity.LayerBiases(l)), trained(biases(l)), updates));
            }
        }
        return parts;
    }

    /** The lines of parts one after the other; of a large part the first and the last, with a gap between them. */
    public List<Derivation> shown(List<Part> parts) {
        List<Derivation> lines = new ArrayList<>();
        for (Part part : parts) {
            limits.some(part.shown, part.most, List.of(Derivation.ELIDED), part.lines)
                    .forEach(lines::addAll);
        }
        return lines;
    }

    private Part neurons(Quantity vector, int l, IntFunction<Derivation> line) {
        return part(names.syntax(vector), Range.all(network.size(l)), limits.neurons(), line);
    }

    private static Part part(String name, Range range, int most, IntFunction<Derivation> line) {
        return new Part(name, range, range, most, i -> List.of(line.apply(i)));
    }

    private Part updates(String name, Range range, Updates updates) {
        return new Part(name, range, range, limits.parameters(), updates::lines);
    }

    private Range weights(int l) {
        return Range.between(network.weightStart(l), network.biasStart(l));
    }

    private Range biases(int l) {
        return Range.between(network.biasStart(l), network.end(l));
    }

    private Range trained(Range parameters) {
        return parameters.where(network::isTrained);
    }

    private String weightsOf(int l) {
        return names.syntax(new Quantity.LayerWeights(l));
    }

    private String name(int l) {
        return network.neurons(l).layer();
    }
}
