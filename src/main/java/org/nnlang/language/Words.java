package org.nnlang.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nnlang.language.statement.Show;
import org.nnlang.network.Catalogue;

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

    /** Commands of the interactive session, reserved everywhere. */
    public static final List<String> COMMANDS =
            List.of("help", "watch", "unwatch", "redo", "history", "clear", "load", "reload", "edit", "quit");

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

    /** The names of quantities that have an argument. */
    public static final List<String> CALLS = Quantities.CALLS;

    /** The names that are quantities by themselves. */
    public static final List<String> VALUES = Quantities.NAMES;

    /** The names of quantities and of tables; some are keywords too. */
    public static final Set<String> QUANTITIES = quantities();

    /** The functions. */
    public static final List<String> FUNCTIONS =
            Arrays.stream(BuiltInFunction.values()).map(BuiltInFunction::text).toList();

    /** The words that the grammar keeps for itself. */
    public static final Set<String> RESERVED = union(List.of(STATEMENTS, COMMANDS, CLAUSES));

    /** The names of quantities, functions, activations and the like, which can't be declared either. */
    public static final Set<String> BUILT_IN = builtIn();

    private static final Set<String> BEGINNINGS = Set.copyOf(STATEMENTS);

    private Words() {}

    private static Set<String> quantities() {
        Set<String> names = new HashSet<>(Quantities.CALLS);
        names.addAll(Quantities.NAMES);
        for (Show.Table table : Show.Table.values()) {
            names.add(table.text());
        }
        return names;
    }

    private static Set<String> builtIn() {
        Set<String> names = new HashSet<>(QUANTITIES);
        names.add("pi");
        for (BuiltInFunction function : BuiltInFunction.values()) {
            if (!function.isFree()) {
                names.add(function.text());
            }
        }
        Catalogue.ACTIVATIONS.forEach(entry -> names.add(entry.name()));
        Catalogue.LOSSES.forEach(entry -> names.add(entry.name()));
        Catalogue.OPTIMIZERS.forEach(entry -> names.add(entry.name()));
        Catalogue.INITIALIZERS.forEach(entry -> names.add(entry.name()));
        return Collections.unmodifiableSet(names);
    }

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
