package org.nnlang.language;

import java.util.List;
import org.nnlang.explain.NamedFormula;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/** Finds the formulas of activations and losses for {@code show}. */
public final class Methods {
    private Methods() {}

    /** The formulas of the activation or loss that an expression names; null if it names neither. */
    public static List<NamedFormula> statements(Definitions definitions, Expr expression) {
        if (!(expression instanceof Expr.Name name) || BuiltInNames.QUANTITIES.contains(name.name())) { // as `step`
            return null;
        }
        Definition own = definitions.find(name.name());
        return own == null
                ? builtIn(name.name())
                : own.loss() == null ? NamedFormula.of(own.activation()) : NamedFormula.of(own.loss());
    }

    /** The problem with an activation, a loss or a function whose name is used as a value; null for other names. */
    static Message forValue(Definitions definitions, String name) {
        Definition own = definitions.find(name);
        if (own != null) {
            return own.loss() == null
                    ? Problem.FUNCTION_FOR_VALUE.with(name, own.kind(), "0.5")
                    : Problem.METHOD_FOR_VALUE.with(name, own.kind());
        }
        BuiltInFunction function = BuiltInFunction.find(name);
        if (function != null) {
            return Problem.FUNCTION_FOR_VALUE.with(name, "a function", function.example());
        }
        boolean activation = Catalogue.find(Catalogue.ACTIVATIONS, name) != null;
        return activation || Catalogue.find(Catalogue.LOSSES, name) != null
                ? Problem.METHOD_FOR_VALUE.with(name, activation ? "an activation" : "a loss")
                : null;
    }

    private static List<NamedFormula> builtIn(String name) {
        Catalogue.Entry<Activation> activation = Catalogue.find(Catalogue.ACTIVATIONS, name);
        if (activation != null) {
            return NamedFormula.of(activation.standard());
        }
        Catalogue.Entry<Loss> loss = Catalogue.find(Catalogue.LOSSES, name);
        return loss == null ? null : NamedFormula.of(loss.standard());
    }
}
