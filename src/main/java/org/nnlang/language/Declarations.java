package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.network.Activation;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Network;
import org.nnlang.network.Neurons;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;
import org.nnlang.text.Thousands;

/** The network as far as a script has declared it, and which samples it has: all that can be known without running. */
final class Declarations {
    private Neurons input;
    private List<Layer> layers = new ArrayList<>();
    private Loss loss;
    private Span lossSpan;
    private Network network;
    private Definitions definitions = new Definitions();
    /** Whether a sample is there. */
    boolean hasInput;
    /** Whether the sample has a target. */
    boolean hasTarget;
    /** Whether test samples are there. */
    boolean hasTest;
    /** Whether the samples were given as data, not as the one sample. */
    boolean fromData;
    /** Whether they come from a file. */
    boolean fromFile;
    /** How many samples there are, −1 when it is not known before running. */
    int sampleCount;
    /** The settings, as far as they are known. */
    Settings settings = Settings.STANDARD;

    /** A copy that changes on its own. */
    Declarations copy() {
        Declarations copy = new Declarations();
        copy.input = input;
        copy.layers = new ArrayList<>(layers);
        copy.loss = loss;
        copy.lossSpan = lossSpan;
        copy.network = network;
        copy.definitions = definitions.copy();
        copy.hasInput = hasInput;
        copy.hasTarget = hasTarget;
        copy.hasTest = hasTest;
        copy.fromData = fromData;
        copy.fromFile = fromFile;
        copy.sampleCount = sampleCount;
        copy.settings = settings;
        return copy;
    }

    /** The samples and settings may be these, or as they were. */
    void mayHaveSamplesOf(Declarations before) {
        hasInput |= before.hasInput;
        hasTarget |= before.hasTarget;
        hasTest |= before.hasTest;
        fromData &= before.fromData;
        fromFile &= before.fromFile;
        sampleCount = sampleCount == before.sampleCount ? sampleCount : -1;
        settings = settings.or(before.settings);
    }

    /** What the script has defined itself. */
    Definitions definitions() {
        return definitions;
    }

    boolean isEmpty() {
        return input == null;
    }

    /** Whether a network can be made of it. */
    boolean isComplete() {
        return !layers.isEmpty();
    }

    /** {@code input x[2]}. */
    void declareInput(Neurons neurons, Span span) {
        if (input != null) {
            throw new Failure(span, new Problem.InputTwice(input.layer()));
        }
        checkNames(neurons, span);
        input = neurons;
    }

    /** {@code layer h[2] sigmoid}. */
    void declareLayer(Layer layer, Span span) {
        if (input == null) {
            throw new Failure(span, new Problem.NoNetwork(false));
        }
        checkNames(layer.neurons(), span);
        long sources = (layers.isEmpty() ? input : layers.getLast().neurons()).size();
        long total = isComplete() ? parameterCount() : 0;
        double count = total + (double) layer.size() * sources + layer.biasCount();
        if (count > Network.MOST_PARAMETERS) {
            throw new Failure(span, new Problem.TooManyParameters(Thousands.of(count), Network.MOST_PARAMETERS));
        }
        layers.add(layer);
        network = null;
    }

    private long parameterCount() {
        long total = 0;
        long sources = input.size();
        for (Layer layer : layers) {
            total += layer.size() * sources + layer.biasCount();
            sources = layer.size();
        }
        return total;
    }

    private void checkNames(Neurons neurons, Span span) {
        List<String> names = new ArrayList<>(List.of(neurons.layer()));
        for (String name : neurons.names()) {
            if (names.contains(name)) {
                throw new Failure(span, new Problem.NameTaken(name, "named twice here"));
            }
            names.add(name);
        }
        for (String name : names) {
            String meaning = meaning(name);
            if (meaning != null) {
                throw new Failure(span, new Problem.NameTaken(name, meaning));
            }
        }
        for (Definition own : definitions.all()) {
            if (neurons.indexOf(own.name()) >= 0) {
                throw new Failure(span, new Problem.NameTaken(own.name(), definitions.meaning(own.name(), span)));
            }
        }
        if (neurons.shortNames()) {
            checkNumbered(neurons, span);
        }
    }

    /** The neurons of {@code b[2]} would be b1 and b2, which are biases; and of {@code h[2]} h1, which may be a layer. */
    private void checkNumbered(Neurons neurons, Span span) {
        String letter = neurons.layer();
        if (letter.equals("w") || letter.equals("b")) {
            String kind = letter.equals("w") ? "a weight" : "a bias";
            throw new Failure(span, new Problem.NameTaken(letter + "1", kind + "; name the layer otherwise"));
        }
        for (int l = 0; !isEmpty() && l <= layers.size(); l++) {
            Neurons other = neurons(l);
            List<String> names = new ArrayList<>(other.names());
            names.add(other.layer());
            for (String name : names) {
                if (neurons.indexOf(name) >= 0) {
                    throw new Failure(span, new Problem.NameTaken(name, "declared before " + neurons.layer()));
                }
            }
        }
    }

    /** What a name stands for in the network, in words, or null. */
    String meaning(String name) {
        for (int l = 0; !isEmpty() && l <= layers.size(); l++) {
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

    Neurons neurons(int l) {
        return l == 0 ? input : layers.get(l - 1).neurons();
    }

    /** {@code loss squared}. */
    void declareLoss(Loss loss, Span span) {
        this.loss = loss;
        this.lossSpan = span;
        network = null;
    }

    /** Replaces layer {@code l}, from 1, by one with as many neurons. */
    void replace(int l, Layer layer) {
        layers.set(l - 1, layer);
        network = null;
    }

    /** The names of the input and the layers. */
    List<String> layerNames() {
        List<String> names = new ArrayList<>();
        for (int l = 0; !isEmpty() && l <= layers.size(); l++) {
            names.add(neurons(l).layer());
        }
        return names;
    }

    /** The network; fails where the span needs one and there is none. */
    Network network(Span span) {
        if (!isComplete()) {
            throw new Failure(span, new Problem.NoNetwork(input != null));
        }
        if (network == null) {
            network = new Network(input, layers, checkedLoss());
        }
        return network;
    }

    private Loss checkedLoss() {
        Layer output = layers.getLast();
        if (loss == null) {
            return output.activation() instanceof Activation.Softmax ? new Loss.CrossEntropy() : new Loss.Squared();
        }
        return loss;
    }

    /** Fails where the loss needs another activation than the output layer has. */
    void checkLoss() {
        Layer output = layers.getLast();
        String activation = output.activation().name();
        if (loss != null && loss.partner() != null && !loss.partner().equals(activation)) {
            throw new Failure(
                    lossSpan,
                    new Problem.LossPartner(
                            loss.name(), loss.partner(), output.neurons().layer(), activation));
        }
    }
}
