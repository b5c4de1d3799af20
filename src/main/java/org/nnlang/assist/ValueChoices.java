package org.nnlang.assist;

import java.util.List;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.MethodKind;
import org.nnlang.language.Outline;
import org.nnlang.language.Reference;
import org.nnlang.language.Texts;
import org.nnlang.language.statement.CsvOption;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Neurons;

/** Quantities and other values, and what fits into the parentheses of each. */
class ValueChoices extends ChoiceList {
    private final Outline outline;

    ValueChoices(Reference help, Outline outline, String typed) {
        super(help, typed);
        this.outline = outline;
    }

    void inCall(Place place) {
        List<List<String>> arguments = place.arguments();
        boolean begins = arguments.getLast().isEmpty();
        switch (place.call()) {
            case "csv" -> csv(place);
            case "d" -> derivative(arguments);
            case "w" -> {
                if (begins && arguments.size() <= 2) {
                    ends(arguments.size());
                }
            }
            case "memory" -> {
                if (begins && arguments.size() == 1) {
                    outline.memory().forEach(name -> add(name, "what the optimizer remembers", false));
                } else if (begins && arguments.size() == 2) {
                    parameters();
                }
            }
            case "weights", "biases", "loss", "accuracy", "grad", "net", "out", "delta", "bias", "error", "target" -> {
                if (begins && arguments.size() == 1) {
                    onlyArgument(place.call());
                }
            }
            default -> argumentsOrValues(place);
        }
    }

    private void onlyArgument(String call) {
        List<Neurons> computed = outline.layers().stream().skip(1).toList();
        switch (call) {
            case "weights", "biases" -> layers();
            case "loss", "accuracy" -> words("over the test samples", "test");
            case "grad" -> {
                parameters();
                layers();
            }
            case "error", "target" -> computed.reversed().stream().limit(1).forEach(this::neurons);
            case "bias" -> computed.forEach(this::neurons);
            default -> {
                List<Neurons> own = call.equals("out") ? outline.layers() : computed;
                own.forEach(layer -> add(layer.layer(), "a layer of " + layer.size(), false));
                own.forEach(this::neurons);
            }
        }
    }

    /** The neuron at which a weight begins, then the neuron at which it ends. */
    private void ends(int argument) {
        List<Neurons> all = outline.layers();
        List<Neurons> own = argument == 1
                ? all.subList(0, Math.max(0, all.size() - 1))
                : all.stream().skip(1).toList();
        own.forEach(this::neurons);
    }

    /** The quantity to derive, then the variable; for a loss the variable is a parameter. */
    private void derivative(List<List<String>> arguments) {
        if (!arguments.getLast().isEmpty() || arguments.size() > 2) {
            return;
        }
        boolean second = arguments.size() == 2;
        if (!second) {
            add("loss", help().meaning("loss", List.of("Quantities")), false);
            add("error", help().meaning("error", List.of("Quantities")), false);
            add("error(", "one output's share of the error", true);
        } else {
            parameters();
            add("w(", help().meaning("w", List.of("Quantities")), true);
            add("bias(", help().meaning("bias", List.of("Quantities")), true);
        }
        if (!second || !arguments.getFirst().contains("loss")) {
            add("net(", help().meaning("net", List.of("Quantities")), true);
            add("out(", help().meaning("out", List.of("Quantities")), true);
            outline.layers().stream().skip(second ? 0 : 1).forEach(this::neurons);
        }
    }

    private void csv(Place place) {
        boolean value = place.previous().equals(":");
        for (CsvOption option : CsvOption.values()) {
            if (!value) {
                add(option.text() + ": ", option.meaning(), true);
            } else if (place.before().get(place.size() - 2).equals(option.text())) {
                option.words().forEach(word -> add(word, option.meaning(), false));
            }
        }
    }

    private void argumentsOrValues(Place place) {
        boolean specified = List.of("layer", "loss", "optimizer", "activation", "weights", "bias")
                .contains(place.first());
        for (MethodKind kind : MethodKind.values()) {
            for (Catalogue.Entry<?> entry : kind.entries()) {
                if (specified && entry.name().equals(place.call())) {
                    arguments(entry.parameters(), place);
                    return;
                }
            }
        }
        values();
    }

    private void arguments(List<Catalogue.Parameter> parameters, Place place) {
        boolean value = place.previous().equals(":");
        for (Catalogue.Parameter parameter : parameters) {
            if (!value) {
                String standard = Texts.value(parameter, parameter.standard());
                add(parameter.name() + ": ", "by default " + standard, true);
            } else if (parameter.range() == Catalogue.Range.ON_OFF
                    && place.before().get(place.size() - 2).equals(parameter.name())) {
                words("by default off", "on", "off");
            }
        }
    }

    void layers() {
        for (Neurons layer : outline.layers().stream().skip(1).toList()) {
            add(layer.layer(), "a layer of " + layer.size(), false);
        }
    }

    /** Everything that has a value. */
    void values() {
        quantities();
        outline.values().forEach(value -> add(value, "named by let", false));
        if (!typed().isEmpty()) {
            BuiltInNames.FUNCTIONS.forEach(word -> add(word + "(", help().meaning(word, List.of("Functions")), true));
            add("pi", "3.14159…", false);
        }
    }

    /** Everything that back-propagation computes. */
    void quantities() {
        BuiltInNames.VALUES.forEach(word -> add(word, help().meaning(word, List.of("Quantities")), false));
        outline.layers().forEach(layer -> add(layer.layer(), "the outputs of a layer of " + layer.size(), false));
        BuiltInNames.CALLS.forEach(call -> add(call + "(", help().meaning(call, List.of("Quantities")), true));
        neurons();
        if (!typed().isEmpty()) {
            parameters();
        }
    }

    private void neurons() {
        outline.layers().forEach(this::neurons);
    }

    private void neurons(Neurons layer) {
        for (int i = 0; i < layer.size() && isOpen(); i++) {
            add(layer.name(i), "neuron " + (i + 1) + " of " + layer.layer(), false);
        }
    }

    /** Weights with their neurons, and biases; if there are many, only those with the typed prefix. */
    private void parameters() {
        int number = 1;
        for (int l = 1; l < outline.layers().size(); l++) {
            Neurons from = outline.layers().get(l - 1);
            Neurons to = outline.layers().get(l);
            for (int i = 0; i < from.size() * to.size() && isOpen(); i++) {
                add(
                        "w" + (number + i),
                        "from " + from.name(i % from.size()) + " to " + to.name(i / from.size()),
                        false);
            }
            number += from.size() * to.size();
        }
        for (int i = 1; i <= outline.biases() && isOpen(); i++) {
            add("b" + i, "a bias", false);
        }
    }
}
