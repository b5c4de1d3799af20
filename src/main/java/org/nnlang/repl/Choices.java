package org.nnlang.repl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nnlang.ast.Stmt;
import org.nnlang.ast.Words;
import org.nnlang.help.Help;
import org.nnlang.interpreter.Outline;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Neurons;

/** What may stand at a place: each word with what it is, in one line. */
final class Choices {
    /**
     * One of them.
     *
     * @param goesOn whether a blank does not follow at once
     */
    record Choice(String text, String meaning, boolean goesOn) {}

    private static final int MOST = 60;
    private static final List<String> STATEMENTS = List.of(
            "The network",
            "Parameters",
            "Samples",
            "Settings",
            "Looking",
            "Training",
            "Going back",
            "Checking",
            "Finding a slip",
            "Formulas of your own",
            "Control",
            "Starting afresh",
            "Files",
            "The prompt");
    private static final List<String> CALLS = List.of(
            "out",
            "net",
            "delta",
            "grad",
            "error",
            "target",
            "d",
            "loss",
            "accuracy",
            "weights",
            "biases",
            "bias",
            "w");
    private static final List<String> ALONE = List.of("error", "loss", "accuracy", "step", "epoch", "input", "target");

    private final Help help;
    private final Outline outline;
    private final List<String> watched;
    private final String typed;
    private final Map<String, Choice> found = new LinkedHashMap<>();

    /** For a word that begins with what is typed. */
    Choices(Help help, Outline outline, List<String> watched, String typed) {
        this.help = help;
        this.outline = outline;
        this.watched = watched;
        this.typed = typed;
    }

    List<Choice> at(Place place) {
        if (place.before().isEmpty()) {
            statements();
        } else if (!place.call().isEmpty()) {
            inCall(place);
        } else {
            inStatement(place);
        }
        return List.copyOf(found.values());
    }

    private void add(String text, String meaning, boolean goesOn) {
        if (text.startsWith(typed) && found.size() < MOST) {
            found.putIfAbsent(text, new Choice(text, meaning, goesOn));
        }
    }

    private void words(String meaning, String... words) {
        for (String word : words) {
            add(word, meaning, false);
        }
    }

    private void described(List<String> words, String... sections) {
        words.forEach(word -> add(word, help.meaning(word, List.of(sections)), false));
    }

    private void statements() {
        List<String> words = new ArrayList<>(Words.STATEMENTS);
        words.removeAll(Words.LATER);
        words.addAll(Words.COMMANDS);
        for (String word : words) {
            add(word.equals("learning") ? "learning rate =" : word, help.meaning(word, STATEMENTS), false);
        }
        if (!typed.isEmpty()) {
            values();
        }
    }

    private void inStatement(Place place) {
        switch (place.first()) {
            case "layer" -> afterLayer(place);
            case "input" -> {
                if (place.size() > 1) {
                    afterSign(place);
                }
            }
            case "loss" -> {
                entries(place, Catalogue.LOSSES, "Losses");
                outline.losses().forEach(name -> words("defined here", place.size() == 1 ? name : ""));
            }
            case "optimizer" -> entries(place, Catalogue.OPTIMIZERS, "Optimizers");
            case "activation" -> afterActivation(place);
            case "weights", "bias" -> afterParameters(place);
            case "learning" -> words("η, the size of a step", place.size() == 1 ? "rate =" : "");
            case "batch", "shuffle", "engine", "precision", "order", "round" -> setting(place);
            case "data" -> words("samples from a file", place.previous().equals("=") ? "csv(" : "");
            case "train" -> afterTrain(place);
            case "check" -> words("back-propagation against differences", "gradients");
            case "help" -> help.words().forEach(word -> add(word, help.meaning(word, sectionsOf(word)), false));
            case "unwatch" -> watched.forEach(quantity -> add(quantity, "watched", false));
            case "save" -> {
                words("what was typed and succeeded, as a script", place.size() == 1 ? "session" : "");
                words("also if the file exists", place.size() == 3 ? "replace" : "");
            }
            case "explain" -> afterExplain(place);
            case "show" -> {
                tables(place);
                afterSign(place);
            }
            case "predict" -> {
                words("the rows of a file", place.size() == 1 ? "csv(" : "");
                values();
            }
            case "let" -> afterSign(place);
            case "for" -> words("the values, in turn", place.size() == 2 ? "in" : "");
            default -> values();
        }
        found.remove("");
    }

    private List<String> sectionsOf(String word) {
        return help.of(word).stream().map(entry -> entry.section()).toList();
    }

    /** Values, where one can stand: not behind another. */
    private void afterSign(Place place) {
        if (place.size() == 1 || !isValue(place.previous())) {
            values();
        }
    }

    private static boolean isValue(String word) {
        char c = word.charAt(word.length() - 1);
        return Character.isLetterOrDigit(c) || c == ')' || c == ']' || c == '"';
    }

    private void afterLayer(Place place) {
        if (place.size() > 2
                && (place.previous().equals("]") || place.previous().equals(")"))) {
            activations();
        }
    }

    private static <T> List<String> names(List<Catalogue.Entry<T>> entries) {
        return entries.stream().map(Catalogue.Entry::name).toList();
    }

    private <T> void entries(Place place, List<Catalogue.Entry<T>> entries, String section) {
        if (place.size() == 1) {
            described(names(entries), section);
        }
    }

    private void afterActivation(Place place) {
        if (place.size() == 1) {
            layers();
        } else if (place.previous().equals("=")) {
            activations();
        }
    }

    private void afterParameters(Place place) {
        boolean bias = place.first().equals("bias");
        if (place.size() == 1) {
            layers();
        } else if (place.previous().equals("=")) {
            described(names(Catalogue.INITIALIZERS), "Initialisers");
            words("no biases", bias ? "none" : "");
        } else if (place.has("=")) {
            words("training leaves them alone", "fixed");
            words("one parameter for the whole layer", bias ? "shared" : "");
        }
    }

    private void setting(Place place) {
        if (place.size() == 1) {
            words(help.meaning(place.first(), List.of("Settings")), "=");
        } else if (place.previous().equals("=")) {
            words("all samples", place.first().equals("batch") ? "all" : "");
            words("no rounding", place.first().equals("round") ? "off" : "");
            for (Stmt.ChoiceSetting setting : Stmt.ChoiceSetting.values()) {
                if (setting.text().equals(place.first())) {
                    setting.choices().forEach(choice -> words("", choice.text()));
                }
            }
        }
    }

    private void afterTrain(Place place) {
        boolean until = place.has("until");
        if (place.size() > 1 && isValue(place.previous()) && !place.previous().equals("until")) {
            words("stop when a condition holds", until ? "" : "until");
            words("run a block after every K epochs", "every");
        } else if (place.size() == 1) {
            words("stop when a condition holds", "until");
        }
        if (until) {
            afterSign(place);
            values();
        }
    }

    private void afterExplain(Place place) {
        if (place.previous().equals("as")) {
            words("the format", "text", "latex", "markdown", "mathml");
        } else if (place.previous().equals("in")) {
            words("nothing left out", "full");
        } else if (place.size() > 1 && isValue(place.previous())) {
            words("nothing left out", place.has("in") ? "" : "in");
            words("in another format", "as");
        } else {
            values();
        }
    }

    private void tables(Place place) {
        if (place.size() == 1 || place.previous().equals(",")) {
            for (Stmt.Table table : Stmt.Table.values()) {
                add(table.text(), "a table", false);
            }
            add("columns", "what was understood of a data file", false);
        }
    }

    private void activations() {
        described(names(Catalogue.ACTIVATIONS), "Activations");
        outline.activations().forEach(name -> add(name, "defined here", false));
    }

    private void layers() {
        for (Neurons layer : outline.layers().stream().skip(1).toList()) {
            add(layer.layer(), "a layer of " + layer.size(), false);
        }
    }

    private void inCall(Place place) {
        switch (place.call()) {
            case "weights", "biases" -> layers();
            case "loss", "accuracy" -> words("over the test samples", "test");
            case "grad" -> {
                parameters();
                layers();
            }
            case "net", "out", "delta", "bias", "w" -> neurons();
            case "error", "target" ->
                outline.layers().reversed().stream().limit(1).forEach(this::neurons);
            case "csv" -> csv(place);
            default -> argumentsOrValues(place);
        }
    }

    private void csv(Place place) {
        if (place.previous().equals(":")) {
            String option = place.before().get(place.size() - 2);
            switch (option) {
                case "scale" -> words("how the inputs are scaled", "none", "standard", "minmax");
                case "header" -> words("whether the first line names the columns", "none", "first");
                case "missing" -> words("what becomes of cells without a value", "skip", "mean", "keep");
                case "encoding" -> words("how characters are written", "latin1", "utf8", "utf16");
                case "separator" -> words("what separates cells", "tab", "blanks");
                default -> {}
            }
        } else {
            add("target: ", "the column of the targets", true);
            add("inputs: ", "the columns of the inputs", true);
            add("test: ", "the share of the rows that is kept for the test", true);
            add("scale: ", "how the inputs are scaled", true);
            add("header: ", "whether the first line names the columns", true);
            add("missing: ", "what becomes of cells without a value", true);
            add("separator: ", "what separates cells", true);
            add("decimal: ", "what stands before decimals", true);
            add("thousands: ", "what stands between groups of three digits", true);
            add("encoding: ", "how characters are written", true);
            add("comment: ", "what begins a line to skip", true);
        }
    }

    private void argumentsOrValues(Place place) {
        List<List<? extends Catalogue.Entry<?>>> all =
                List.of(Catalogue.ACTIVATIONS, Catalogue.LOSSES, Catalogue.OPTIMIZERS, Catalogue.INITIALIZERS);
        boolean specified = List.of("layer", "loss", "optimizer", "activation", "weights", "bias")
                .contains(place.first());
        for (List<? extends Catalogue.Entry<?>> entries : all) {
            for (Catalogue.Entry<?> entry : entries) {
                if (specified && entry.name().equals(place.call())) {
                    entry.parameters().forEach(p -> add(p.name() + ": ", "by default " + p.standard(), true));
                    return;
                }
            }
        }
        values();
    }

    /** All that has a value. */
    private void values() {
        ALONE.forEach(word -> add(word, help.meaning(word, List.of("Quantities")), false));
        outline.layers().forEach(layer -> add(layer.layer(), "the outputs of a layer of " + layer.size(), false));
        outline.values().forEach(value -> add(value, "named by let", false));
        CALLS.forEach(call -> add(call + "(", help.meaning(call, List.of("Quantities")), true));
        neurons();
        if (!typed.isEmpty()) {
            parameters();
            Stream.of(Words.FUNCTIONS, Words.FREE_FUNCTIONS)
                    .flatMap(List::stream)
                    .forEach(word -> add(word + "(", help.meaning(word, List.of("Functions")), true));
            add("pi", "3.14159…", false);
        }
    }

    private void neurons() {
        outline.layers().forEach(this::neurons);
    }

    private void neurons(Neurons layer) {
        for (int i = 0; i < layer.size() && found.size() < MOST; i++) {
            add(layer.name(i), "neuron " + (i + 1) + " of " + layer.layer(), false);
        }
    }

    /** Weights with their ends, and biases; of many only those that begin with what is typed. */
    private void parameters() {
        int number = 1;
        for (int l = 1; l < outline.layers().size(); l++) {
            Neurons from = outline.layers().get(l - 1);
            Neurons to = outline.layers().get(l);
            for (int i = 0; i < from.size() * to.size() && found.size() < MOST; i++) {
                add(
                        "w" + (number + i),
                        "from " + from.name(i % from.size()) + " to " + to.name(i / from.size()),
                        false);
            }
            number += from.size() * to.size();
        }
        for (int i = 1; i <= outline.biases() && found.size() < MOST; i++) {
            add("b" + i, "a bias", false);
        }
    }
}
