package org.nnlang.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** What is wrong with the names in a formula. */
final class FormulaMistakes {
    /** What is worked out from all neurons of a layer, not from one. */
    private static final List<String> OF_A_LAYER = List.of("softmax", "sum", "mean", "transpose");

    private final List<String> variables;
    private final Declarations declarations;
    private final Collection<String> lets;

    FormulaMistakes(List<String> variables, Declarations declarations, Collection<String> lets) {
        this.variables = variables;
        this.declarations = declarations;
        this.lets = lets;
    }

    /** A name that is no variable and no number. */
    Failure name(Expr.Name e) {
        declarations.definitions().checkOrder(e.name(), e.span());
        Problem method = Methods.forValue(declarations.definitions(), e.name());
        if (method != null && !isQuantity(e.name())) {
            return new Failure(e.span(), method);
        }
        if (isQuantity(e.name())) {
            return quantity(e.span());
        }
        List<String> known = new ArrayList<>(variables);
        known.addAll(lets);
        known.add("pi");
        return new Failure(e.span(), new Problem.UnknownInFormula(e.name(), Nearest.to(e.name(), known), variables));
    }

    private boolean isQuantity(String name) {
        return Words.isParameter(name)
                || Words.RESERVED.contains(name)
                || Words.QUANTITIES.contains(name)
                || declarations.meaning(name) != null;
    }

    /** A call of what is no function. */
    Failure call(Expr.Call e) {
        declarations.definitions().checkOrder(e.name(), e.nameSpan());
        if (OF_A_LAYER.contains(e.name()) && !lets.contains(e.name()) && !variables.contains(e.name())) {
            return new Failure(e.nameSpan(), new Problem.OfALayer(e.name(), variables.size() == 1));
        }
        if (Calls.NAMES.contains(e.name())) {
            return quantity(e.span());
        }
        return variables.contains(e.name())
                ? new Failure(e.nameSpan(), new Problem.ValueCalled(e.name(), "a variable of this formula", false))
                : Suggestions.notAFunction(declarations, lets, e);
    }

    /** An element of a vector or a layer. */
    Failure index(Expr.Index e) {
        if (lets.contains(e.of().name())) {
            return new Failure(e.span(), new Problem.ElementInFormula(Texts.source(e.span())));
        }
        return quantity(e.span());
    }

    /** A quantity of the network. */
    Failure quantity(Span span) {
        return new Failure(span, new Problem.QuantityInFormula(Texts.source(span), variables));
    }
}
