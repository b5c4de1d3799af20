package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nnlang.language.statement.DefineFormula;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Loss;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * An activation, a loss or an optimizer that a script defines.
 *
 * @param entry makes it from its arguments; only optimizers have any
 * @param span its name in the script
 * @param text the whole definition on one line
 * @param captured the {@code let} numbers in its formula, as they were when it was defined
 * @param size the number of symbols and operators in its formula
 * @param number the number of definitions before it
 */
public record Definition(
        MethodKind kind,
        Catalogue.Entry<?> entry,
        Span span,
        String text,
        Map<String, Double> captured,
        int size,
        int number) {
    /**
     * Makes a definition, and finds its derivative.
     *
     * @param lets the values that {@code let} has named
     */
    static Definition of(DefineFormula defined, Declarations declarations, Map<String, ? extends Known> lets) {
        List<String> names = new ArrayList<>();
        for (Expr.Name variable : defined.variables()) {
            if (names.contains(variable.name())) {
                throw new Failure(variable.span(), Problem.VARIABLE_TWICE, variable.name());
            }
            names.add(variable.name());
        }
        Expr value = defined.value();
        boolean loss = defined.kind() == MethodKind.LOSS;
        FormulaMaker maker = new FormulaMaker(names, declarations, lets);
        Formula formula = maker.make(value);
        Expr.Name last = defined.variables().getLast();
        if (!maker.uses(last.name())) {
            throw new Failure(
                    last.span(),
                    loss ? Problem.LOSS_WITHOUT_OUTPUT : Problem.ACTIVATION_WITHOUT_NET,
                    defined.name().name(),
                    last.name());
        }
        String form = defined.kind().text() + " " + defined.name().name() + "(" + String.join(", ", names) + ")";
        try {
            Object made = loss
                    ? Loss.own(defined.name().name(), names.getFirst(), names.getLast(), formula)
                    : Activation.own(defined.name().name(), names.getFirst(), formula);
            return new Definition(
                    defined.kind(),
                    new Catalogue.Entry<>(defined.name().name(), List.of(), _ -> made),
                    defined.name().span(),
                    form + " = " + Texts.source(value.span()),
                    maker.captured(),
                    maker.size(),
                    declarations.definitions().size());
        } catch (Derivative.TooLarge _) {
            throw new Failure(value.span(), Problem.FORMULA_TOO_LARGE, Derivative.MOST);
        }
    }

    /** The name that is defined. */
    String name() {
        return entry.name();
    }

    /** The position of {@code span} as a message at {@code from} names it: "in line 3". */
    static String place(Span span, Span from) {
        String file =
                from.source() == span.source() ? "" : " of " + span.source().name();
        return "in line " + span.line() + file;
    }
}
