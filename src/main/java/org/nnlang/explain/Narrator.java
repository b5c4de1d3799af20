package org.nnlang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Plan;
import org.nnlang.network.QuantityValues;
import org.nnlang.network.State;

/** Tells a forward pass, a backward pass or an update, one line for each quantity; large layers are shortened. */
public final class Narrator {
    private final QuantityValues reading;
    private final Limits limits;
    private final Network network;
    private final Values values;
    private final Forward forward;
    private final Deltas deltas;

    /** A narrator of one reading. */
    public Narrator(QuantityValues reading, Limits limits) {
        this.reading = reading;
        this.limits = limits;
        network = reading.network();
        values = new Values(reading, 0);
        forward = new Forward(values, limits);
        deltas = new Deltas(values, limits);
    }

    /** Each net and out, layer by layer, then the error and its shares, where the sample has a target. */
    public List<Derivation> forward() {
        List<Derivation> lines = new ArrayList<>();
        for (int layer = 1; layer <= network.depth(); layer++) {
            int l = layer;
            lines.addAll(neurons(l, j -> forward.net(l, j)));
            lines.addAll(neurons(l, j -> forward.out(l, j)));
        }
        if (reading.sample().target() != null) {
            if (network.output().size() > 1) {
                lines.addAll(forward.shares(limits.neurons()));
            }
            lines.add(forward.error().from(List.of()));
        }
        return lines;
    }

    /** Each delta and gradient, from the last layer to the first. */
    public List<Derivation> backward() {
        List<Derivation> lines = new ArrayList<>();
        for (int layer = network.depth(); layer >= 1; layer--) {
            int l = layer;
            if (deltas.needsOutputs(l)) {
                lines.addAll(neurons(l, i -> deltas.byOutput(l, i)));
                if (reading.arithmetic().rounds()) {
                    slopes(lines, l);
                }
            }
            lines.addAll(neurons(l, j -> deltas.delta(l, j)));
            lines.addAll(parameters(Range.between(network.weightStart(l), network.biasStart(l)), deltas::gradient));
            lines.addAll(parameters(Range.between(network.biasStart(l), network.end(l)), deltas::gradient));
            if (deltas.updatedBefore(l)) {
                lines.addAll(parameters(Range.between(network.weightStart(l), network.biasStart(l)), deltas::updated));
            }
        }
        return lines;
    }

    /** The slopes of a layer, those of each neuron in a row. */
    private void slopes(List<Derivation> lines, int l) {
        limits.some(Range.all(network.size(l)), limits.neurons(), List.of(Derivation.ELIDED), j -> deltas.slopes(l, j))
                .forEach(lines::addAll);
    }

    /** What each trained parameter becomes by the next update. */
    public List<Derivation> update(Plan plan, State state) {
        Updates updates = new Updates(reading, plan, state, limits);
        List<Derivation> lines = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
            Layer layer = network.layer(l);
            if (!layer.weightsFixed()) {
                lines.addAll(updates(updates, Range.between(network.weightStart(l), network.biasStart(l))));
            }
            if (!layer.biasFixed()) {
                lines.addAll(updates(updates, Range.between(network.biasStart(l), network.end(l))));
            }
        }
        return lines;
    }

    private List<Derivation> updates(Updates updates, Range range) {
        return limits.some(range, limits.parameters(), List.of(Derivation.ELIDED), updates::lines).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Derivation> neurons(int l, IntFunction<Derivation> line) {
        return limits.some(Range.all(network.size(l)), limits.neurons(), Derivation.ELIDED, line);
    }

    private List<Derivation> parameters(Range range, IntFunction<Derivation> line) {
        return limits.some(range, limits.parameters(), Derivation.ELIDED, line);
    }
}
