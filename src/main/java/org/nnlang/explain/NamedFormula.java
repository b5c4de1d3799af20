package org.nnlang.explain;

import java.util.List;
import java.util.Map;
import org.nnlang.math.Each;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.network.Optimizer;

/** A formula under what it gives: {@code tanh′(z) = 1 − tanh(z)²}. */
public record NamedFormula(String name, Formula formula) {
    /** An activation and its derivative. */
    public static List<NamedFormula> of(Activation activation) {
        if (!activation.elementwise()) {
            return ofLayer(activation);
        }
        String variable = activation.variable();
        String value = activation.name() + "(" + variable + ")";
        Formula derivative = activation.derivative().bind(Map.of(Activation.OUT, Formula.variable(value)));
        return List.of(
                new NamedFormula(value, activation.value()),
                new NamedFormula(activation.name() + "′(" + variable + ")", derivative));
    }

    /** A layer's first output, and its derivatives by its own net and by another. */
    private static List<NamedFormula> ofLayer(Activation activation) {
        List<Formula> nets = List.of(Formula.variable("z₁"), Formula.variable("z₂"));
        String first = activation.name() + "(z₁)";
        String second = activation.name() + "(z₂)";
        Map<String, Formula> outputs =
                Map.of(Activation.OUT, Formula.variable(first), Activation.OTHER, Formula.variable(second));
        Formula value = Each.spread(
                activation.value(),
                ofNet -> List.of(
                        ofNet.bind(Map.of(activation.variable(), nets.getFirst())),
                        ofNet.bind(Map.of(activation.variable(), nets.getLast())),
                        new Formula.Elided()));
        return List.of(
                new NamedFormula(first, value.bind(Map.of(activation.variable(), nets.getFirst()))),
                new NamedFormula("∂" + first + "/∂z₁", activation.derivative().bind(outputs)),
                new NamedFormula("∂" + first + "/∂z₂", activation.across().bind(outputs)));
    }

    /** One output's share of a loss and its derivative by that output. */
    public static List<NamedFormula> of(Loss loss) {
        String name = loss.name() + "(" + loss.target() + ", " + loss.output() + ")";
        return List.of(
                new NamedFormula(name, loss.isOwn() ? loss.share() : general(loss.share())),
                new NamedFormula(
                        "∂" + loss.name() + "/∂" + loss.output(),
                        loss.isOwn() ? loss.derivative() : general(loss.derivative())));
    }

    /** The lines of an optimizer. */
    public static List<NamedFormula> of(Optimizer optimizer) {
        return optimizer.recipe(0).lines().stream()
                .map(line -> new NamedFormula(
                        line.name().replace("_n", "ₙ"),
                        UpdateLines.written(line.formula().bind(Map.of("η_n", Formula.variable("ηₙ"))))))
                .toList();
    }

    /** A textbook's formula of an entropy: without the cases t = 0 and t = 1, where 0 · ln 0 is 0. */
    static Formula general(Formula formula) {
        return formula instanceof Formula.If(Reason.Comparison c, Formula _, Formula otherwise)
                        && c.relation() == Reason.Relation.EQUAL
                ? general(otherwise)
                : Parts.map(formula, NamedFormula::general);
    }
}
