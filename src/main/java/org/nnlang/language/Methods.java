package org.nnlang.language;

import java.util.List;
import org.nnlang.explain.NamedFormula;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/** Finds the formulas of activations, losses and optimizers for {@code show}. */
public final class Methods {
    private Methods() {}

    /**
     * The formulas of the activation, loss or optimizer that an expression names, with standard arguments, but of the
     * optimizer that is set with its own; null if it names none.
     */
    public static List<NamedFormula> statements(Declarations declarations, Expr expression) {
        if (!(expression instanceof Expr.Name name) || BuiltInNames.QUANTITIES.contains(name.name())) { // as `step`
            return null;
        }
        Optimizer set = declarations.settings().get(Setting.OPTIMIZER);
        if (set != null && set.name().equals(name.name())) {
            return NamedFormula.of(set);
        }
        Definition own = declarations.definitions().find(name.name());
        MethodKind kind = own == null ? MethodKind.of(name.name()) : null;
        Catalogue.Entry<?> entry = own != null ? own.entry() : kind == null ? null : kind.find(name.name());
        return switch (entry == null ? null : entry.standard()) {
            case Activation activation -> NamedFormula.of(activation);
            case Loss loss -> NamedFormula.of(loss);
            case Optimizer optimizer -> NamedFormula.of(optimizer);
            case null, default -> null;
        };
    }

    /**
     * What kind of method an expression names, with or without arguments; null if it names none, or if its name has another
     * meaning as a value: {@code step} is the number of updates, and {@code sigmoid(1)} a number.
     */
    public static MethodKind named(Expr expression, Context c) {
        String name = name(expression);
        if (name == null || hasMeaning(expression, name, c)) {
            return null;
        }
        boolean call = expression instanceof Expr.Call;
        Definition own = c.declarations().definitions().find(name);
        if (own != null) {
            return call && own.kind() == MethodKind.ACTIVATION ? null : own.kind();
        }
        return call && BuiltInFunction.find(name) != null ? null : MethodKind.of(name);
    }

    /** Whether an expression is a name, or a call, of a word that the script has given no other meaning. */
    public static boolean isWord(Expr expression, String word, Context c) {
        return word.equals(name(expression))
                && !hasMeaning(expression, word, c)
                && c.declarations().definitions().find(word) == null;
    }

    private static String name(Expr expression) {
        return expression instanceof Expr.Name e ? e.name() : expression instanceof Expr.Call e ? e.name() : null;
    }

    private static boolean hasMeaning(Expr expression, String name, Context c) {
        return BuiltInNames.QUANTITIES.contains(name) && !name.equals("data")
                || c.names().contains(name)
                || expression instanceof Expr.Name && c.declarations().meaning(name) != null;
    }

    /** The problem with an activation, a loss or a function whose name is used as a value; null for other names. */
    static Message forValue(Definitions definitions, String name) {
        Definition own = definitions.find(name);
        if (own != null) {
            return own.kind() == MethodKind.ACTIVATION
                    ? Problem.FUNCTION_FOR_VALUE.with(name, own.kind().described(), "0.5")
                    : Problem.METHOD_FOR_VALUE.with(name, own.kind().described());
        }
        BuiltInFunction function = BuiltInFunction.find(name);
        if (function != null) {
            return Problem.FUNCTION_FOR_VALUE.with(name, "a function", function.example());
        }
        MethodKind kind = MethodKind.of(name);
        return kind == null || kind == MethodKind.OPTIMIZER // which a guess about the name says more of
                ? null
                : Problem.METHOD_FOR_VALUE.with(name, kind.described());
    }
}
