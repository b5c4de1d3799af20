package org.nnlang.assist;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.MethodKind;
import org.nnlang.language.Outline;
import org.nnlang.language.Reference;
import org.nnlang.language.Setting;
import org.nnlang.language.statement.Show;
import org.nnlang.network.Catalogue;
import org.nnlang.syntax.Keywords;

/** The words that fit a position, each with a one-line meaning. */
public final class Completions extends ValueChoices {
    private static final List<String> STATEMENTS = List.of(
            "The network",
            "Parameters",
            "Samples",
            "Settings",
            "Looking",
            "Training",
            "Files",
            "The prompt",
            "Going back",
            "Checking",
            "Finding a slip",
            "Formulas of your own",
            "Control",
            "Starting again");

    /** Statements and commands followed by nothing, or by a number or a file's name. */
    private static final List<String> WITHOUT_VALUE = List.of(
            "forward",
            "backward",
            "update",
            "next",
            "undo",
            "redo",
            "reset",
            "sample",
            "new",
            "include",
            "history",
            "clear",
            "load",
            "reload",
            "quit");

    /** Words that a value can follow, although they are words. */
    private static final List<String> BEFORE_VALUE = List.of("and", "or", "not", "until", "for", "in", "within", "if");

    private final Outline outline;
    private final List<String> watched;

    /** Completes a word with a typed prefix; {@code watched} are the quantities that the user watches. */
    public Completions(Reference help, Outline outline, List<String> watched, String typed) {
        super(help, outline, typed);
        this.outline = outline;
        this.watched = watched;
    }

    /** The choices at a position. */
    public List<Choice> at(Place place) {
        if (place.before().isEmpty()) {
            statements();
        } else if (!place.call().isEmpty()) {
            inCall(place);
        } else {
            inStatement(place);
        }
        return found();
    }

    private void statements() {
        List<String> words = new ArrayList<>(Keywords.STATEMENTS);
        words.addAll(Keywords.COMMANDS);
        words.add("pager");
        for (String word : words) {
            add(word.equals("learning") ? "learning rate =" : word, help().meaning(word, STATEMENTS), false);
        }
        if (!typed().isEmpty()) {
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
            case "loss" -> entries(place, MethodKind.LOSS, "Losses");
            case "optimizer" -> entries(place, MethodKind.OPTIMIZER, "Optimizers");
            case "activation" -> afterActivation(place);
            case "weights", "bias" -> afterParameters(place);
            case "learning" -> words("η, the size of a step", place.size() == 1 ? "rate =" : "");
            case "pager" -> pager(place);
            case "target" -> {
                words("", place.size() == 1 ? "=" : "");
                afterOperator(place);
            }
            case "edit" -> words("all statements", place.size() == 1 ? "session" : "");
            case "expect" -> {
                words("the largest difference", afterValue(place) && place.has("~") ? "within" : "");
                afterSign(place);
            }
            case "data" -> words("samples from a file", place.previous().equals("=") ? "csv(" : "");
            case "train" -> afterTrain(place);
            case "check" -> words("back-propagation compared with differences", place.size() == 1 ? "gradients" : "");
            case "help" -> {
                help().words().forEach(word -> add(word, help().meaning(word, sectionsOf(word)), false));
                add("slips", "the wrong rules that why knows by name", false);
            }
            case "unwatch" -> watched.forEach(quantity -> add(quantity, "watched", false));
            case "save" -> {
                words("the statements that succeeded, as a script", place.size() == 1 ? "session" : "");
                words("even if the file exists", place.size() == 3 && !place.has("with") ? "replace" : "");
                words(
                        "where training stands, to go on there",
                        place.size() == 2 && afterValue(place) ? "with training" : "");
            }
            case "explain" -> afterExplain(place);
            case "show" -> {
                tables(place);
                afterSign(place);
            }
            case "predict" -> {
                words("the rows of a file", place.size() == 1 ? "csv(" : "");
                words("in the units of the data file", afterValue(place) ? "raw" : "");
                words("the file to write", place.has("csv") && afterValue(place) ? "to" : "");
                afterSign(place);
            }
            case "let" -> afterOperator(place);
            case "why" -> afterWhy(place);
            case "repeat", "watch", "print", "if" -> afterSign(place);
            case "for" -> words("the values, in turn", place.size() == 2 ? "in" : "");
            default -> {
                Setting<?> setting = Setting.find(place.first());
                if (setting != null) {
                    setting(place, setting);
                } else if (!WITHOUT_VALUE.contains(place.first())) {
                    boolean sets = afterValue(place) && place.has("=") && !place.has("fixed");
                    words("training leaves it alone", sets ? "fixed" : "");
                    afterOperator(place);
                }
            }
        }
    }

    private List<String> sectionsOf(String word) {
        return help().of(word).stream().map(entry -> entry.section()).toList();
    }

    /** Values, if one fits here: not after another value. */
    private void afterSign(Place place) {
        if (place.size() == 1 || !isValue(place.previous())) {
            values();
        }
    }

    /** Values, if one fits after a statement that begins with a value or a name. */
    private void afterOperator(Place place) {
        if (!isValue(place.previous())) {
            values();
        }
    }

    private static boolean afterValue(Place place) {
        return place.size() > 1 && isValue(place.previous());
    }

    private static boolean isValue(String word) {
        char c = word.charAt(word.length() - 1);
        return !BEFORE_VALUE.contains(word) && (Character.isLetterOrDigit(c) || c == ')' || c == ']' || c == '"');
    }

    private void afterLayer(Place place) {
        if (place.size() > 2
                && (place.previous().equals("]") || place.previous().equals(")"))) {
            activations();
        }
    }

    private void entries(Place place, MethodKind kind, String section) {
        if (place.size() == 1) {
            entries(kind, section);
        }
    }

    private void entries(MethodKind kind, String section) {
        described(kind.entries().stream().map(Catalogue.Entry::name).toList(), section);
        outline.defined(kind).forEach(name -> add(name, "defined here", false));
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
            entries(MethodKind.INITIALIZER, "Initialisers");
            words("no biases", bias ? "none" : "");
        } else if (place.has("=")) {
            words("training leaves them alone", "fixed");
            words("one parameter for the whole layer", bias ? "shared" : "");
        }
    }

    private void setting(Place place, Setting<?> setting) {
        if (place.size() == 1) {
            words(help().meaning(place.first(), List.of("Settings")), "=");
        } else if (place.previous().equals("=")) {
            setting.words().forEach(word -> words(word.meaning(), word.text()));
        }
        if (afterValue(place) && place.has("=") && place.size() > 3) {
            setting.clauses().forEach(word -> words(word.meaning(), word.text()));
        }
        if (setting.isNumber()) {
            afterOperator(place);
        }
    }

    private void pager(Place place) {
        words("", place.size() == 1 ? "=" : "");
        if (place.previous().equals("=")) {
            words("long output page by page", "on");
            words("long output at once", "off");
        }
    }

    private void afterTrain(Place place) {
        boolean until = place.has("until");
        if (afterValue(place)) {
            words("stop when a condition holds", until ? "" : "until");
            words("stop after epochs without a new least value", until && !place.has("rises") ? "rises for" : "");
            words("run a block after every K epochs", place.has("every") ? "" : "every");
        } else if (place.size() == 1) {
            words("stop when a condition holds", "until");
        }
        if (until || place.size() > 1) {
            afterOperator(place);
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
            quantities();
        }
    }

    private void afterWhy(Place place) {
        boolean next = place.previous().equals(",") || place.previous().equals("given");
        if (place.size() == 1 || next) {
            quantities();
        } else if (place.has("=")) {
            boolean can = isValue(place.previous()) && !place.has("given");
            words("numbers that you went on from", can ? "given" : "");
        } else {
            afterOperator(place);
        }
    }

    private void tables(Place place) {
        if (place.size() == 1 || place.previous().equals(",")) {
            for (Show.Table table : Show.Table.values()) {
                add(table.text(), "a table", false);
            }
            add("columns", "what nn understood of the data file", false);
        }
    }

    private void activations() {
        entries(MethodKind.ACTIVATION, "Activations");
    }
}
