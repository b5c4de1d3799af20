package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.NumberText;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.Value;
import org.nnlang.language.ValueArithmetic;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Digits;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * {@code expect error ~ 0.298371109}, {@code expect A ~ B within T}: reports an error if two values differ by more
 * than the tolerance, and continues.
 *
 * @param tolerance null if not given; then one unit of the last digit written
 */
public record ExpectAbout(Expr actual, Expr expected, Expr tolerance, Span span) implements Statement {
    /** The tolerance, relative to the expected number, for a number that isn't a literal. */
    private static final double RELATIVE = 1e-9;

    private static final int MOST_TOLD = 10;

    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        checkShapes(c.shape(actual), c.shape(expected));
        if (tolerance != null) {
            tolerance(c);
        }
    }

    private void checkShapes(Shape a, Shape b) {
        ValueArithmetic.comparable("~", a, b, both());
    }

    private Span both() {
        return actual.span().to(expected.span());
    }

    private double tolerance(Context c) {
        double number = c.number(tolerance);
        if (number < 0) {
            throw new Failure(tolerance.span(), Problem.BAD_VALUE, "`within`", Texts.number(number), "at least 0");
        }
        return number;
    }

    @Override
    public void run(Running r) {
        Value found = r.value(actual);
        Value wanted = r.value(expected);
        checkShapes(found.shape(), wanted.shape());
        double[] a = found.values();
        double[] b = wanted.values();
        double[] tolerances = tolerances(r, b);
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            double slack = 2 * Math.ulp(b[i]); // allows for the rounding of numbers that differ by the tolerance
            if (!(Math.abs(a[i] - b[i]) <= tolerances[i] + slack)) {
                wrong.add(i);
            }
        }
        if (!wrong.isEmpty()) {
            r.unmet(Diagnostic.error(both(), problem(found, a, b, tolerances, wrong, r.digits())));
        }
    }

    private Message problem(Value found, double[] a, double[] b, double[] tolerances, List<Integer> wrong, int digits) {
        String name = Texts.source(actual.span());
        if (found instanceof Value.Scalar) {
            String wanted = expected instanceof Expr.Number ? expected.span().text() : Digits.format(b[0], digits);
            String distance = Texts.brief(Math.abs(a[0] - b[0]));
            return Problem.EXPECTED_VALUE.with(
                    name, wanted, Digits.format(a[0], digits), distance, Texts.brief(tolerances[0]));
        }
        List<String> lines = new ArrayList<>();
        for (int i : wrong.subList(0, Math.min(wrong.size(), MOST_TOLD))) {
            lines.add(element(found, i) + " is " + Digits.format(a[i], digits) + ", expected "
                    + Digits.format(b[i], digits));
        }
        if (wrong.size() > lines.size()) {
            lines.add("…");
        }
        return Problem.EXPECTED_ELEMENTS.with(name, wrong.size(), lines);
    }

    private static String element(Value value, int i) {
        return switch (value) {
            case Value.Vector v when !v.names().isEmpty() -> v.names().get(i);
            case Value.Matrix m -> "row " + (i / m.columns() + 1) + ", column " + (i % m.columns() + 1);
            default -> "element " + (i + 1);
        };
    }

    /** The tolerance of each number: the one given, or one unit of a literal's last digit, or 1e-9 of the number. */
    private double[] tolerances(Running r, double[] wanted) {
        double[] tolerances = new double[wanted.length];
        if (tolerance != null) {
            Arrays.fill(tolerances, tolerance(r));
            return tolerances;
        }
        List<Double> units = units(expected).toList();
        boolean literal = units.size() == wanted.length; // false if a name stands for several numbers
        for (int i = 0; i < wanted.length; i++) {
            double unit = literal ? units.get(i) : Double.NaN;
            tolerances[i] = Double.isNaN(unit) ? RELATIVE * Math.abs(wanted[i]) : unit;
        }
        return tolerances;
    }

    /** One unit of the last digit of each literal number, NaN for everything else. */
    private static Stream<Double> units(Expr expected) {
        return switch (expected) {
            case Expr.Numbers numbers -> NumberText.texts(numbers).stream().map(NumberText::unit);
            case Expr.Matrix matrix ->
                matrix.rows().stream().flatMap(List::stream).flatMap(ExpectAbout::units);
            case Expr.Number number -> Stream.of(NumberText.unit(number.span().text()));
            case Expr.Negation negation -> units(negation.operand());
            default -> Stream.of(Double.NaN);
        };
    }
}
