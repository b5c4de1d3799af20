package org.nnlang.language;

import java.util.List;
import org.nnlang.explain.NamedFormula;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.network.Optimizer;
import org.nnlang.network.Optimizers;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;

/** Finds the formulas of activations, losses and optimizers for {@code show}. */
public final class Methods {
    private Methods() {}

    /** The formulas of the activation, loss or optimizer that an expression names; null if it names none. */
    public static List<NamedFormula> statements(Definitions definitions, Expr expression) {
        if (!(expression instanceof Expr.Name name) || BuiltInNames.QUANTITIES.contains(name.name())) { // as `step`
            return null;
        }
        Definition own = definitions.find(name.name());
        return own == null
                ? builtIn(name.name())
                : own.activation() != null
                        ? NamedFormula.of(own.activation())
                        : own.loss() != null
                                ? NamedFormula.of(own.loss())
                                : NamedFormula.of(own.optimizer().standard());
    }

    /** The problem with an activation, a loss or a function whose name is used as a value; null for other names. */
    static Message forValue(Definitions definitions, String name) {
        Definition own = definitions.find(name);
        if (own != null) {
            return own.activation() != null
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
        if (loss != null) {
            return NamedFormula.of(loss.standard());
        }
        Catalogue.Entry<Optimizer> optimizer = Catalogue.find(Optimizers.ALL, name);
        return optimizer == null ? null : NamedFormula.of(optimizer.standard());
    }
}
