package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.language.Event;
import org.nnlang.language.NamedValues;
import org.nnlang.language.Running;
import org.nnlang.language.Setting;
import org.nnlang.language.Settings;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.language.ValueArithmetic;
import org.nnlang.language.Workspace;
import org.nnlang.network.Layer;
import org.nnlang.network.Network;
import org.nnlang.network.Quantity;
import org.nnlang.network.Samples;
import org.nnlang.text.Digits;
import org.nnlang.text.Span;
import org.nnlang.training.KernelChoice;

/** The tables that {@code show} shows. */
final class Tables {
    /** More parameters that are fixed unlike their layer are counted instead of named. */
    private static final int MOST_NAMED = 4;

    private final Running r;
    private final Workspace workspace;
    private final Span span;

    Tables(Running r, Span span) {
        this.r = r;
        this.workspace = r.workspace();
        this.span = span;
    }

    void show(Show.Table table) {
        switch (table) {
            case WEIGHTS -> weights();
            case BIASES -> biases();
            case NETWORK -> network();
            case DATA -> data();
            case SETTINGS -> settings();
        }
    }

    private void shown(String name, Value value) {
        shown(name, value, value);
    }

    private void shown(String name, Value value, Value exact) {
        Value besides = ValueArithmetic.same(value, exact) ? null : exact;
        r.tell(new Event.Shown(span, name, value, besides, r.digits(), true));
    }

    /** Shows a quantity of a whole layer, with its exact value if numbers are rounded. */
    private void shown(String name, Quantity.Whole quantity) {
        Value value = NamedValues.of(quantity, workspace.readings(span).now());
        boolean rounds = workspace.settings().arithmetic().rounds();
        Value exact = rounds ? NamedValues.of(quantity, workspace.readings(span).exact()) : value;
        boolean one = quantity instanceof Quantity.LayerBiases b
                && workspace.network(span).layer(b.layer()).biasMode() == Layer.BiasMode.SHARED;
        shown(name, one ? first(value) : value, one ? first(exact) : exact);
    }

    private static Value first(Value vector) {
        return new Value.Scalar(vector.values()[0]);
    }

    private void weights() {
        Network network = workspace.network(span);
        for (int l = 1; l <= network.depth(); l++) {
            shown("weights(" + network.neurons(l).layer() + ")", new Quantity.LayerWeights(l));
        }
    }

    private void biases() {
        Network network = workspace.network(span);
        for (int l = 1; l <= network.depth(); l++) {
            Layer layer = network.layer(l);
            if (layer.biasMode() != Layer.BiasMode.NONE) {
                shown("biases(" + layer.neurons().layer() + ")", new Quantity.LayerBiases(l));
            }
        }
    }

    private void network() {
        Network network = workspace.network(span);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                network.input().layer(), Integer.toString(network.input().size()), "input", "", ""));
        for (int l = 1; l <= network.depth(); l++) {
            Layer layer = network.layer(l);
            rows.add(List.of(
                    layer.neurons().layer(),
                    Integer.toString(layer.size()),
                    Texts.spec(layer.activation().name(), layer.activation().arguments()),
                    range(network, network.weightStart(l), network.biasStart(l), "", layer.weightsFixed()),
                    biases(network, l)));
        }
        List<String> header = List.of("layer", "neurons", "activation", "weights", "biases");
        r.tell(Event.Listed.words(span, "network", header, rows));
    }

    private static String biases(Network network, int l) {
        Layer layer = network.layer(l);
        if (layer.biasMode() == Layer.BiasMode.NONE) {
            return "none";
        }
        String shared = layer.biasMode() == Layer.BiasMode.SHARED ? " shared" : "";
        return range(network, network.biasStart(l), network.end(l), shared, layer.biasFixed());
    }

    /** {@code w1 … w6 fixed but w2}. */
    private static String range(Network network, int from, int to, String shared, boolean fixed) {
        String first = network.parameterName(from);
        String all = to - from == 1 ? first : first + " … " + network.parameterName(to - 1);
        String ties = ties(network, from, to);
        int[] apart = network.apart(from, to).toArray();
        if (apart.length == to - from) {
            return all + shared + (fixed ? "" : " fixed") + ties;
        }
        String some = apart.length > MOST_NAMED
                ? apart.length + " of them"
                : Arrays.stream(apart).mapToObj(network::parameterName).collect(Collectors.joining(", "));
        return all
                + shared
                + (fixed ? " fixed" : "")
                + (apart.length == 0 ? "" : fixed ? " but " + some : ", fixed " + some)
                + ties;
    }

    /** {@code , w1 = w5}: the ties whose first parameter is one of those. */
    private static String ties(Network network, int from, int to) {
        List<String> ties = network.ties().stream()
                .filter(tie -> from <= tie[0] && tie[0] < to)
                .map(tie -> Arrays.stream(tie).mapToObj(network::parameterName).collect(Collectors.joining(" = ")))
                .toList();
        return ties.isEmpty()
                ? ""
                : ties.size() > MOST_NAMED ? ", " + ties.size() + " ties" : ", " + String.join(", ", ties);
    }

    private void data() {
        Network network = workspace.network(span);
        Samples samples = workspace.samples().all();
        double[][] inputs =
                samples == null ? new double[][] {workspace.samples().input()} : samples.inputs();
        double[][] targets = samples == null ? new double[1][0] : samples.targets();
        data("data", network, inputs, targets, samples == null ? null : samples.weights());
        if (samples != null && samples.testInputs().length > 0) {
            data("data(test)", network, samples.testInputs(), samples.testTargets(), samples.testWeights());
        }
    }

    private void data(String name, Network network, double[][] inputs, double[][] targets, double[] weights) {
        List<String> columns = new ArrayList<>(Texts.names(network.input()));
        if (targets[0].length > 0) {
            Texts.names(network.output().neurons()).forEach(neuron -> columns.add("→ " + neuron));
        }
        if (weights != null) {
            columns.add("weight");
        }
        double[] values = new double[inputs.length * columns.size()];
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < inputs.length; row++) {
            System.arraycopy(inputs[row], 0, values, row * columns.size(), inputs[row].length);
            int at = row * columns.size() + inputs[row].length;
            System.arraycopy(targets[row], 0, values, at, targets[row].length);
            if (weights != null) {
                values[at + targets[row].length] = weights[row];
            }
            rows.add(Integer.toString(row + 1));
        }
        shown(name, new Value.Matrix(values, inputs.length, columns.size(), rows, columns));
    }

    private static String decay(Settings s) {
        return (Digits.shortest(s.weightDecay()) + " " + s.get(Setting.DECAY).clause()).strip();
    }

    private void settings() {
        Settings s = workspace.settings();
        List<List<String>> rows = new ArrayList<>();
        if (workspace.declarations().isComplete()) {
            Network network = workspace.network(span);
            rows.add(List.of(
                    "loss", Texts.spec(network.loss().name(), network.loss().arguments())));
        }
        KernelChoice choice = workspace.choice();
        for (Setting<?> setting : Setting.ALL) {
            boolean decay = setting == Setting.DECAY;
            rows.add(List.of(setting.name(), decay ? decay(s) : s.text(setting)));
            if (setting == Setting.EXACT && choice != null) {
                rows.add(List.of("kernel", choice.kernel() + ": " + choice.reason()));
            }
        }
        r.tell(Event.Listed.words(span, "settings", List.of(), rows));
    }
}
