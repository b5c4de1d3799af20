package org.nnlang.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.math.Formula;
import org.nnlang.math.Parts;
import org.nnlang.math.Reason;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.network.Stated;

/** A formula under what it gives: {@code tanh′(z) = 1 − tanh(z)²}. */
public record NamedFormula(String name, Formula formula) {
    /** An activation and its derivative. */
    public static List<NamedFormula> of(Activation activation) {
        if (activation instanceof Activation.Softmax) {
            return softmax();
        }
        Stated stated = Stated.of(activation);
        String variable = Stated.variableOf(activation);
        String value = activation.name() + "(" + variable + ")";
        Formula derivative = stated.derivative().bind(Map.of(Stated.OUT, Formula.variable(value)));
        return List.of(
                new NamedFormula(value, stated.value()),
                new NamedFormula(activation.name() + "′(" + variable + ")", derivative));
    }

    /** Softmax's first output, and its derivatives by its own net and by another. */
    private static List<NamedFormula> softmax() {
        Formula first = Formula.variable("z₁");
        Formula second = Formula.variable("z₂");
        Formula out = Formula.variable("softmax(z₁)");
        Formula other = Formula.variable("softmax(z₂)");
        return List.of(
                new NamedFormula("softmax(z₁)", Stated.softmax(first, List.of(first, second, new Formula.Elided()))),
                new NamedFormula("∂softmax(z₁)/∂z₁", Stated.softmaxDerivative(out, out, true)),
                new NamedFormula("∂softmax(z₁)/∂z₂", Stated.softmaxDerivative(out, other, false)));
    }

    /** One output's share of a loss and its derivative by that output. */
    public static List<NamedFormula> of(Loss loss) {
        Stated stated = Stated.of(loss);
        String target = loss instanceof Loss.Own own ? own.target() : Stated.T;
        String output = loss instanceof Loss.Own own ? own.output() : Stated.O;
        boolean own = loss instanceof Loss.Own;
        return List.of(
                new NamedFormula(
                        loss.name() + "(" + target + ", " + output + ")",
                        own ? stated.value() : general(stated.value())),
                new NamedFormula(
                        "∂" + loss.name() + "/∂" + output, own ? stated.derivative() : general(stated.derivative())));
    }

    /** A textbook's formula of an entropy: without the cases t = 0 and t = 1, where 0 · ln 0 is 0. */
    private static Formula general(Formula formula) {
        return formula instanceof Formula.If(Reason.Comparison c, Formula _, Formula otherwise)
                        && c.relation() == Reason.Relation.EQUAL
                ? general(otherwise)
                : formula;
    }

    /** The formula as a line of text, its numbers to so many significant digits. */
    public String text(int digits) {
        return new FormulaText(null, digits, false, false).text(formula);
    }

    /** The numbers with letters that the formulas have: {@code slope = 0.1}. */
    private static List<Line> parameters(List<NamedFormula> statements, int digits) {
        Map<String, Double> named = new LinkedHashMap<>();
        statements.forEach(statement -> collect(statement.formula, named));
        named.remove("π");
        FormulaText text = new FormulaText(null, digits, false, false);
        return named.entrySet().stream()
                .map(entry -> Line.of(entry.getKey(), text.number(entry.getValue()), "", ""))
                .toList();
    }

    private static void collect(Formula formula, Map<String, Double> named) {
        if (formula instanceof Formula.Named n) {
            named.putIfAbsent(n.letter(), n.value());
        }
        Parts.of(formula).forEach(part -> collect(part, named));
    }

    /** Several of them with their equals signs below each other, for a page of so many columns. */
    public static String lines(List<NamedFormula> statements, int digits, int width) {
        List<Line> rows = new ArrayList<>();
        statements.forEach(statement -> rows.add(Line.of(statement.name, statement.text(digits), "", "")));
        rows.addAll(parameters(statements, digits));
        return String.join("\n", new Columns(rows, width).lines()) + "\n";
    }
}
