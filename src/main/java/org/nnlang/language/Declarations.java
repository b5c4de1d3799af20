package org.nnlang.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/**
 * What a script has declared and set so far, as far as a check can know it: the network, the script's definitions, its
 * samples and settings. Immutable: each statement makes new declarations.
 */
public final class Declarations {
    /** The declarations at the start of a script. */
    static final Declarations NONE =
            new Declarations(null, List.of(), null, Definitions.NONE, KnownSamples.NONE, Settings.STANDARD, null);

    /** The loss that the script chooses, and its position there. */
    private record ChosenLoss(Loss loss, Span span) {}

    private final Neurons input;
    private final List<Layer> layers;
    private final ChosenLoss loss;
    private final Definitions definitions;
    private final KnownSamples samples;
    private final Settings settings;
    private final Network network;

    private Declarations(
            Neurons input,
            List<Layer> layers,
            ChosenLoss loss,
            Definitions definitions,
            KnownSamples samples,
            Settings settings,
            Network network) {
        this.input = input;
        this.layers = layers;
        this.loss = loss;
        this.definitions = definitions;
        this.samples = samples;
        this.settings = settings;
        this.network = network;
    }

    private Declarations with(Neurons input, List<Layer> layers, ChosenLoss loss) {
        if (layers.isEmpty()) {
            return new Declarations(input, layers, loss, definitions, samples, settings, null);
        }
        Loss now = loss(layers.getLast(), loss);
        return with(input, layers, loss, network == null ? new Network(input, layers, now) : network.with(layers, now));
    }

    private Declarations with(Neurons input, List<Layer> layers, ChosenLoss loss, Network made) {
        return new Declarations(input, List.copyOf(layers), loss, definitions, samples, settings, made);
    }

    /** The same declarations with another network of the same layers. */
    public Declarations with(Network other) {
        return new Declarations(input, layers, loss, definitions, samples, settings, other);
    }

    private static Loss loss(Layer output, ChosenLoss chosen) {
        if (chosen != null) {
            return chosen.loss;
        }
        return output.activation().elementwise() ? Losses.SQUARED.standard() : Losses.CROSS_ENTROPY.standard();
    }

    /** The same declarations with other definitions. */
    Declarations with(Definitions other) {
        return new Declarations(input, layers, loss, other, samples, settings, network);
    }

    /** The same declarations with other samples. */
    Declarations with(KnownSamples other) {
        return new Declarations(input, layers, loss, definitions, other, settings, network);
    }

    /** The same declarations with other settings. */
    public Declarations with(Settings other) {
        return new Declarations(input, layers, loss, definitions, samples, other, network);
    }

    /** The same declarations without the target, which belonged to the previous output layer. */
    public Declarations withoutTarget() {
        return with(samples.withoutTarget());
    }

    /** What is known after a branch that may have run, which gives the samples and the settings of {@code others}. */
    Declarations or(Declarations others) {
        return with(samples.or(others.samples)).with(settings.or(others.settings));
    }

    /** The activations and losses that the script defines. */
    public Definitions definitions() {
        return definitions;
    }

    /** What is known of the samples. */
    public KnownSamples samples() {
        return samples;
    }

    /** The settings; null for one that isn't known before the script runs. */
    public Settings settings() {
        return settings;
    }

    /** Whether not even an input is declared. */
    boolean isEmpty() {
        return input == null;
    }

    /** Whether there is a network. */
    public boolean isComplete() {
        return network != null;
    }

    /** The network; fails at {@code span} if there is none yet. */
    public Network network(Span span) {
        if (network == null) {
            throw new Failure(span, input == null ? Problem.NO_NETWORK : Problem.NO_LAYER_YET);
        }
        return network;
    }

    /** {@code input x[2]}. */
    public Declarations withInput(Neurons neurons, Span span) {
        if (input != null) {
            throw new Failure(span, Problem.INPUT_TWICE, input.layer());
        }
        checkNames(neurons, span);
        return with(neurons, layers, loss);
    }

    /** {@code layer h[2] sigmoid}: a new output layer; drops the target, which belonged to the previous one. */
    public Declarations withLayer(Layer layer, Span span) {
        if (input == null) {
            throw new Failure(span, Problem.NO_NETWORK);
        }
        checkNames(layer.neurons(), span);
        long sources = (layers.isEmpty() ? input : layers.getLast().neurons()).size();
        long total = network == null ? 0 : network.parameterCount();
        double count = total + (double) layer.size() * sources + layer.biasCount();
        if (count > Network.MOST_PARAMETERS) {
            throw new Failure(
                    span, Problem.TOO_MANY_PARAMETERS, Thousands.of(count), Thousands.of(Network.MOST_PARAMETERS));
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return with(input, more, loss);
    }

    /** {@code loss squared}. */
    public Declarations withLoss(Loss chosen, Span span) {
        return with(input, layers, new ChosenLoss(chosen, span));
    }

    /** Replaces layer {@code l}, from 1, by one with the same number of neurons. */
    public Declarations withLayer(int l, Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(l - 1, layer);
        return with(input, changed, loss);
    }

    private void checkNames(Neurons neurons, Span span) {
        Set<String> names = new LinkedHashSet<>(List.of(neurons.layer()));
        for (String name : neurons.names()) {
            if (!names.add(name)) {
                throw new Failure(span, Problem.NAME_TAKEN, name, "named twice here");
            }
        }
        for (String name : names) {
            String meaning = meaning(name);
            if (meaning != null) {
                throw new Failure(span, Problem.NAME_TAKEN, name, meaning);
            }
        }
        for (Definition own : definitions.all()) {
            if (neurons.indexOf(own.name()) >= 0) {
                throw new Failure(span, Problem.NAME_TAKEN, own.name(), definitions.meaning(own.name(), span));
            }
        }
        if (neurons.shortNames()) {
            checkNumbered(neurons, span);
        }
    }

    /** Fails if a numbered neuron's name is in use: {@code b[2]} has b1, a bias; {@code h[2]} has h1, perhaps a layer. */
    private void checkNumbered(Neurons neurons, Span span) {
        String letter = neurons.layer();
        if (letter.equals("w") || letter.equals("b")) {
            String kind = letter.equals("w") ? "a weight" : "a bias";
            throw new Failure(span, Problem.NAME_TAKEN, letter + "1", kind + "; give the layer another name");
        }
        for (int l = 0; l < size(); l++) {
            Neurons other = neurons(l);
            List<String> names = new ArrayList<>(other.names());
            names.add(other.layer());
            for (String name : names) {
                if (neurons.indexOf(name) >= 0) {
                    throw new Failure(span, Problem.NAME_TAKEN, name, "declared before " + neurons.layer());
                }
            }
        }
    }

    /** What a name means in the network, in words; null if nothing. */
    String meaning(String name) {
        for (int l = 0; l < size(); l++) {
            if (neurons(l).layer().equals(name)) {
                return l == 0 ? "the input" : "a layer";
            }
            int j = neurons(l).indexOf(name);
            if (j >= 0) {
                return "neuron " + (j + 1) + " of " + neurons(l).layer();
            }
        }
        return null;
    }

    /** The number of weights or of biases; 0 if there is no network. */
    int parameterCount(boolean weights) {
        return network == null ? 0 : weights ? network.weightCount() : network.biasCount();
    }

    /** The number of layers, including the input. */
    int size() {
        return input == null ? 0 : layers.size() + 1;
    }

    /** The neurons of layer {@code l}; 0 is the input. */
    Neurons neurons(int l) {
        return l == 0 ? input : layers.get(l - 1).neurons();
    }

    /** The names of the input and the layers. */
    List<String> layerNames() {
        List<String> names = new ArrayList<>();
        for (int l = 0; l < size(); l++) {
            names.add(neurons(l).layer());
        }
        return names;
    }

    /** The number of a layer, from 1; fails if there is none of that name. {@code what} tells the message what is wanted. */
    int layer(Expr.Name name, String what) {
        List<String> all = layerNames();
        int found = all.indexOf(name.name());
        if (found == 0) {
            throw new Failure(name.span(), Problem.INPUT_HAS_NONE, name.name(), what);
        }
        if (found < 0) {
            List<String> layers = all.isEmpty() ? all : all.subList(1, all.size());
            throw new Failure(
                    name.span(),
                    layers.isEmpty()
                            ? Problem.NO_LAYERS.with(name.name())
                            : notALayer(name.name(), Nearest.to(name.name(), layers), layers));
        }
        return found;
    }

    private static Message notALayer(String name, String near, List<String> layers) {
        return Problem.NOT_A_LAYER.with(name, near, near == null ? layers : null);
    }

    /** Fails if the loss doesn't fit the output layer's activation. */
    void checkLoss() {
        Layer output = layers.getLast();
        String activation = output.activation().name();
        String partner = loss == null ? null : loss.loss.partner();
        if (partner != null && !partner.equals(activation)) {
            throw new Failure(
                    loss.span,
                    Problem.LOSS_PARTNER,
                    loss.loss.name(),
                    partner,
                    output.neurons().layer(),
                    activation);
        }
    }
}
