package org.nnlang.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nnlang.language.statement.Expect;
import org.nnlang.language.statement.ExpectAbout;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;

/** Judges {@code expect}. */
final class Expectations {
    private static final double RELATIVE = 1e-9;
    private static final int MOST_TOLD = 10;

    private final Workspace workspace;
    private final Evaluator evaluator;

    Expectations(Workspace workspace, Evaluator evaluator) {
        this.workspace = workspace;
        this.evaluator = evaluator;
    }

    /** What is wrong, or null when the condition holds. */
    Diagnostic condition(Expect s) {
        if (evaluator.condition(s.condition())) {
            return null;
        }
        return Diagnostic.error(s.condition().span(), new Problem.ExpectedCondition(sides(s.condition())));
    }

    /** What the sides of the comparisons are that made a condition what it is. */
    private String sides(Expr condition) {
        Set<String> parts = new LinkedHashSet<>();
        sides(condition, parts);
        return String.join(", ", parts);
    }

    private void sides(Expr condition, Set<String> parts) {
        switch (condition) {
            case Expr.Comparison c -> List.of(c.left(), c.right()).forEach(side -> side(side, parts));
            case Expr.Not c -> sides(c.operand(), parts);
            case Expr.Junction c -> {
                for (Expr operand : c.operands()) {
                    sides(operand, parts);
                    if (evaluator.condition(operand) != c.and()) {
                        return; // what follows was not looked at
                    }
                }
            }
            default -> {}
        }
    }

    private void side(Expr side, Set<String> parts) {
        boolean constant = side instanceof Expr.Number || side instanceof Expr.Negation;
        if (!constant && evaluator.value(side) instanceof Value.Scalar scalar) {
            parts.add(Texts.source(side.span()) + " is " + show(scalar.value()));
        }
    }

    private String show(double value) {
        return org.nnlang.explain.Digits.format(value, workspace.settings().digits());
    }

    /** What is wrong, or null when both are about equal. */
    Diagnostic about(ExpectAbout s) {
        Value actual = evaluator.value(s.actual());
        Value expected = evaluator.value(s.expected());
        ValueArithmetic.comparable("~", actual.shape(), expected.shape(), s.span());
        double[] a = ValueArithmetic.values(actual);
        double[] b = ValueArithmetic.values(expected);
        double[] tolerances = tolerances(s, b);
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            double slack = 2 * Math.ulp(b[i]); // the difference of two doubles near a unit of the last digit
            if (!(Math.abs(a[i] - b[i]) <= tolerances[i] + slack)) {
                wrong.add(i);
            }
        }
        if (wrong.isEmpty()) {
            return null;
        }
        return Diagnostic.error(s.actual().span().to(s.expected().span()), problem(s, actual, a, b, tolerances, wrong));
    }

    private Problem problem(
            ExpectAbout s, Value actual, double[] a, double[] b, double[] tolerances, List<Integer> wrong) {
        String name = Texts.source(s.actual().span());
        if (actual instanceof Value.Scalar) {
            String expected =
                    s.expected() instanceof Expr.Number ? s.expected().span().text() : show(b[0]);
            return new Problem.ExpectedValue(
                    name, show(a[0]), expected, Texts.brief(Math.abs(a[0] - b[0])), Texts.brief(tolerances[0]));
        }
        List<String> lines = new ArrayList<>();
        for (int i : wrong.subList(0, Math.min(wrong.size(), MOST_TOLD))) {
            lines.add(place(actual, i) + " is " + show(a[i]) + ", expected " + show(b[i]));
        }
        return new Problem.ExpectedElements(name, lines, wrong.size());
    }

    private static String place(Value value, int i) {
        return switch (value) {
            case Value.Vector v when !v.names().isEmpty() -> v.names().get(i);
            case Value.Matrix m -> "row " + (i / m.columns() + 1) + ", column " + (i % m.columns() + 1);
            default -> "element " + (i + 1);
        };
    }

    /** How far each number may be off: as {@code within} says, or one unit of the last digit written, or 1e-9 of it. */
    private double[] tolerances(ExpectAbout s, double[] expected) {
        double[] tolerances = new double[expected.length];
        if (s.tolerance() != null) {
            double tolerance = evaluator.number(s.tolerance());
            Counts.tolerance(tolerance, s.tolerance().span());
            java.util.Arrays.fill(tolerances, tolerance);
            return tolerances;
        }
        List<Double> units = units(s.expected()).toList();
        boolean literal = units.size() == expected.length; // not where a name stands for several numbers
        for (int i = 0; i < expected.length; i++) {
            double unit = literal ? units.get(i) : Double.NaN;
            tolerances[i] = Double.isNaN(unit) ? RELATIVE * Math.abs(expected[i]) : unit;
        }
        return tolerances;
    }

    /** One unit of the last digit of each number that is written as a literal, NaN for all else. */
    private static Stream<Double> units(Expr expected) {
        return switch (expected) {
            case Expr.Numbers numbers -> NumberText.texts(numbers).stream().map(NumberText::unit);
            case Expr.Matrix matrix ->
                matrix.rows().stream().flatMap(List::stream).flatMap(Expectations::units);
            case Expr.Number number -> Stream.of(NumberText.unit(number.span().text()));
            case Expr.Negation negation -> units(negation.operand());
            default -> Stream.of(Double.NaN);
        };
    }
}
