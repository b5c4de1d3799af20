package org.nnlang.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of the language: those that begin a statement, and those that can't be declared. */
public final class Words {
    /** The words that begin a statement. */
    public static final List<String> STATEMENTS = List.of(
            "input",
            "layer",
            "loss",
            "optimizer",
            "activation",
            "let",
            "weights",
            "bias",
            "target",
            "data",
            "learning",
            "batch",
            "shuffle",
            "decay",
            "order",
            "round",
            "seed",
            "engine",
            "precision",
            "digits",
            "forward",
            "backward",
            "update",
            "next",
            "train",
            "sample",
            "predict",
            "show",
            "explain",
            "expect",
            "why",
            "check",
            "plot",
            "draw",
            "print",
            "undo",
            "reset",
            "repeat",
            "for",
            "if",
            "include",
            "save",
            "export",
            "new");

    /** Statements of the language that this version does not have yet. */
    public static final List<String> LATER = List.of("plot", "draw", "export");

    /** The words that begin a statement of this version. */
    public static List<String> present() {
        return STATEMENTS.stream().filter(word -> !LATER.contains(word)).toList();
    }

    /** Statements that are a word alone, and change nothing. */
    public static final List<String> LOOKING = List.of("forward", "backward");

    /** Statements that may be a word alone, and change something. */
    public static final List<String> CHANGING = List.of("update", "next", "train", "undo", "reset");

    /** Commands of the interactive session, reserved everywhere. */
    public static final List<String> COMMANDS =
            List.of("help", "watch", "unwatch", "history", "clear", "load", "reload", "edit", "quit");

    private static final List<String> CLAUSES = List.of(
            "rate",
            "until",
            "every",
            "within",
            "gradients",
            "boundary",
            "to",
            "in",
            "else",
            "as",
            "and",
            "or",
            "not",
            "shared",
            "fixed",
            "none",
            "all",
            "on",
            "off",
            "w");

    /** The names of quantities that are no word of the grammar. */
    public static final List<String> QUANTITIES = List.of(
            "net", "out", "delta", "grad", "error", "d", "biases", "accuracy", "network", "settings", "step", "epoch");

    /** The functions of numbers. */
    public static final List<String> FUNCTIONS =
            List.of("exp", "ln", "sqrt", "abs", "sin", "cos", "tan", "tanh", "sigmoid", "relu", "max", "min");

    /** Functions that are not reserved: a name that a script declares itself hides the function of that name. */
    public static final List<String> FREE_FUNCTIONS = List.of("log", "sum", "mean", "transpose");

    private static final List<String> CATALOGUE = List.of(
            "linear",
            "leaky_relu",
            "elu",
            "gelu",
            "silu",
            "softplus",
            "softmax",
            "squared",
            "mse",
            "absolute",
            "huber",
            "cross_entropy",
            "binary_cross_entropy",
            "sgd",
            "momentum",
            "nesterov",
            "adagrad",
            "rmsprop",
            "adam",
            "adamw",
            "xavier",
            "xavier_normal",
            "he",
            "he_normal",
            "uniform",
            "normal",
            "zeros",
            "ones",
            "pi");

    /** The words that the grammar keeps for itself. */
    public static final Set<String> RESERVED = union(List.of(STATEMENTS, COMMANDS, CLAUSES));

    /** The names of quantities, functions, activations and the like, which can't be declared either. */
    public static final Set<String> BUILT_IN = union(List.of(QUANTITIES, FUNCTIONS, CATALOGUE));

    private static final Set<String> BEGINNINGS = Set.copyOf(STATEMENTS);

    private Words() {}

    private static Set<String> union(List<List<String>> lists) {
        Set<String> words = new TreeSet<>();
        lists.forEach(words::addAll);
        return Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }

    /** Whether a statement begins with the word. */
    public static boolean beginsStatement(String word) {
        return BEGINNINGS.contains(word);
    }

    /** Whether it is {@code w} or {@code b} followed by digits: the name of a parameter. */
    public static boolean isParameter(String name) {
        if (name.length() < 2 || name.charAt(0) != 'w' && name.charAt(0) != 'b') {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
