package org.nnlang.interpreter;

import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.explain.Statement;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;

/** The activations and losses that {@code show} shows by their names. */
final class Methods {
    private Methods() {}

    /** The formulas of the activation or loss that an expression names, or null when it names none. */
    static List<Statement> statements(Definitions definitions, Expr expression) {
        if (!(expression instanceof Expr.Name name)) {
            return null;
        }
        return switch (definitions.find(name.name())) {
            case Definition.OfActivation own -> Statement.of(own.own());
            case Definition.OfLoss own -> Statement.of(own.own());
            case null -> builtIn(name.name());
        };
    }

    private static List<Statement> builtIn(String name) {
        Catalogue.Entry<Activation> activation = Catalogue.find(Catalogue.ACTIVATIONS, name);
        if (activation != null) {
            return Statement.of(activation.standard());
        }
        Catalogue.Entry<Loss> loss = Catalogue.find(Catalogue.LOSSES, name);
        return loss == null ? null : Statement.of(loss.standard());
    }
}
