package org.nnlang.language;

import java.util.Arrays;
import java.util.List;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * The arithmetic of values: numbers; vectors and matrices of one shape added and subtracted; anything multiplied or divided
 * by a number; the product of a matrix with a vector or a matrix.
 */
public final class ValueArithmetic {
    private ValueArithmetic() {}

    static double apply(Expr.Operator operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case OVER -> a / b;
        };
    }

    /** The shape of a result; fails if the operands don't go together. */
    static Shape shape(Expr.Operator operator, Shape a, Shape b, Span span) {
        if (a.is(Shape.Kind.ANY) || b.is(Shape.Kind.ANY)) {
            return Shape.ANY;
        }
        if (a.is(Shape.Kind.NUMBER) && b.is(Shape.Kind.NUMBER)) {
            return a;
        }
        return switch (operator) {
            case PLUS, MINUS -> sameShape(operator.sign(), a, b, span);
            case TIMES -> product(a, b, span);
            case OVER -> {
                if (!b.is(Shape.Kind.NUMBER)) {
                    throw mismatch("/", a, b, span);
                }
                yield a;
            }
        };
    }

    /** Fails unless two values of these shapes may have the same shape; returns that shape. */
    static Shape sameShape(String operator, Shape a, Shape b, Span span) {
        if (!a.mayBe(b)) {
            throw mismatch(operator, a, b, span);
        }
        return a.is(Shape.Kind.ANY) ? b : a;
    }

    /** Fails unless two values can be compared; a vector counts as a matrix of one row. */
    public static void comparable(String operator, Shape a, Shape b, Span span) {
        if (!a.asVector().mayBe(b.asVector())) {
            throw mismatch(operator, a, b, span);
        }
    }

    private static Shape product(Shape a, Shape b, Span span) {
        if (a.is(Shape.Kind.NUMBER) || b.is(Shape.Kind.NUMBER)) {
            return a.is(Shape.Kind.NUMBER) ? b : a;
        }
        if (a.is(Shape.Kind.MATRIX) && b.directions() > 0 && Shape.fits(a.columns(), b.size(0))) {
            return b.is(Shape.Kind.MATRIX) ? Shape.matrix(a.rows(), b.columns()) : Shape.vector(a.rows());
        }
        throw mismatch("*", a, b, span);
    }

    private static Failure mismatch(String operator, Shape a, Shape b, Span span) {
        String verb = List.of("==", "!=", "~").contains(operator) ? "compare" : "combine";
        return new Failure(span, Problem.SHAPE_MISMATCH, operator, verb, a.text(), b.text());
    }

    /** The result of an operation on two values whose shapes go together. */
    static Value apply(Expr.Operator operator, Value a, Value b, Span span) {
        if (a instanceof Value.Scalar x && b instanceof Value.Scalar y) {
            return new Value.Scalar(checked(operator, x.value(), y.value(), span));
        }
        shape(operator, a.shape(), b.shape(), span);
        if (a instanceof Value.Matrix m && !(b instanceof Value.Scalar) && operator == Expr.Operator.TIMES) {
            return product(m, b, span);
        }
        double[] left = a.values();
        double[] right = b.values();
        double[] result = new double[Math.max(left.length, right.length)];
        for (int i = 0; i < result.length; i++) {
            double x = left[a instanceof Value.Scalar ? 0 : i];
            result[i] = checked(operator, x, right[b instanceof Value.Scalar ? 0 : i], span);
        }
        return (a instanceof Value.Scalar ? b : a).with(result);
    }

    private static Value product(Value.Matrix m, Value b, Span span) {
        int columns = b instanceof Value.Matrix n ? n.columns() : 1;
        double[] right = b.values();
        double[] result = new double[m.rows() * columns];
        for (int row = 0; row < m.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int i = 0; i < m.columns(); i++) {
                    sum += m.at(row, i) * right[i * columns + column];
                }
                result[row * columns + column] = finite(sum, span, "this product");
            }
        }
        return b instanceof Value.Matrix n
                ? new Value.Matrix(result, m.rows(), columns, m.rowNames(), n.columnNames())
                : new Value.Vector(result, m.rowNames());
    }

    /** Whether two values of the same shape are equal to the last bit. */
    public static boolean same(Value a, Value b) {
        return a instanceof Value.Truth t ? t.equals(b) : Arrays.equals(a.values(), b.values());
    }

    /** Whether two comparable values are equal in the sense of {@code ==}. */
    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Truth) {
            return left.equals(right);
        }
        double[] a = left.values();
        double[] b = right.values();
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    private static double checked(Expr.Operator operator, double a, double b, Span span) {
        if (operator == Expr.Operator.OVER && b == 0) {
            throw new Failure(span, Problem.DIVISION_BY_ZERO);
        }
        return finite(apply(operator, a, b), span, "this");
    }

    /** Converts a number to an index; fails unless it is a whole number of at least 1. */
    static int index(double value, Span span) {
        if (value != Math.rint(value) || value < 1 || value > Integer.MAX_VALUE) {
            throw new Failure(span, Problem.BAD_VALUE, "an index", Texts.number(value), "a whole number of at least 1");
        }
        return (int) value;
    }

    static double finite(double value, Span span, String what) {
        if (!Double.isFinite(value)) {
            throw new Failure(span, Problem.OVERFLOW, what);
        }
        return value;
    }
}
