package org.nnlang.language;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nnlang.formula.Derivative;
import org.nnlang.formula.Formula;
import org.nnlang.language.statement.DefineActivation;
import org.nnlang.language.statement.DefineLoss;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.text.Problem;

/** Makes definitions of what a script says, and works out their derivatives. */
public final class Definer {
    private final Declarations declarations;
    private final Map<String, ? extends Known> lets;

    /** {@code lets} are the values that have names, as far as they are known. */
    Definer(Declarations declarations, Map<String, ? extends Known> lets) {
        this.declarations = declarations;
        this.lets = lets;
    }

    /** The activation that a statement defines. */
    public Definition activation(DefineActivation s) {
        String variable = s.variable().name();
        FormulaMaker maker = maker(s.variable());
        Formula formula = formula(maker, s.value());
        depends(maker, s.name(), s.variable(), false);
        String form = s.name().name() + "(" + variable + ")";
        return new Definition.OfActivation(
                differentiated(() -> Activation.Own.of(s.name().name(), variable, formula), s.value()),
                origin("activation " + form, s.name(), s.value(), maker));
    }

    /** The loss that a statement defines. */
    public Definition loss(DefineLoss s) {
        String target = s.target().name();
        String output = s.output().name();
        if (target.equals(output)) {
            throw new Failure(s.output().span(), new Problem.VariableTwice(output));
        }
        FormulaMaker maker = maker(s.target(), s.output());
        Formula formula = formula(maker, s.value());
        depends(maker, s.name(), s.output(), true);
        String form = s.name().name() + "(" + target + ", " + output + ")";
        return new Definition.OfLoss(
                differentiated(() -> Loss.Own.of(s.name().name(), target, output, formula), s.value()),
                origin("loss " + form, s.name(), s.value(), maker));
    }

    /** What has a derivative; fails where that would be too large. */
    private static <T> T differentiated(Supplier<T> own, Expr value) {
        try {
            return own.get();
        } catch (Derivative.TooLarge tooLarge) {
            throw new Failure(value.span(), new Problem.FormulaTooLarge(Derivative.MOST));
        }
    }

    private FormulaMaker maker(Expr.Name... variables) {
        List<String> names = List.of(variables).stream().map(Expr.Name::name).toList();
        return new FormulaMaker(names, declarations, lets);
    }

    /** The formula; a number that it takes from a {@code let} is finite. */
    private static Formula formula(FormulaMaker maker, Expr value) {
        Formula formula = maker.make(value);
        maker.captured().forEach((name, number) -> {
            if (Double.isInfinite(number)) {
                throw new Failure(value.span(), new Problem.BadValue("`" + name + "`", "finite", Texts.number(number)));
            }
        });
        return formula;
    }

    private static void depends(FormulaMaker maker, Expr.Name name, Expr.Name variable, boolean loss) {
        if (!maker.uses(variable.name())) {
            throw new Failure(variable.span(), new Problem.FormulaWithoutVariable(name.name(), variable.name(), loss));
        }
    }

    private static Definition.Origin origin(String form, Expr.Name name, Expr value, FormulaMaker maker) {
        String text = form + " = " + Texts.source(value.span());
        return new Definition.Origin(name.span(), text, maker.captured(), maker.size());
    }
}
