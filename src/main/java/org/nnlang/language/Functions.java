package org.nnlang.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nnlang.formula.Domain;
import org.nnlang.formula.Formula;
import org.nnlang.network.Activation;
import org.nnlang.numeric.Elementary;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** The functions: of one number, which take a vector or a matrix element by element; of several; and of a whole vector. */
final class Functions {
    private static final Set<String> OF_SEVERAL = Set.of("max", "min");
    private static final Set<String> OF_VECTORS = Set.of("sum", "mean");

    private Functions() {}

    /** Whether a call of that name is one of a function, here where the values of {@code let} have these names. */
    static boolean exists(String name, Declarations declarations, Collection<String> lets) {
        return Words.FUNCTIONS.contains(name)
                || declarations.definitions().activation(name) != null
                || Words.FREE_FUNCTIONS.contains(name) && meaning(name, declarations, lets) == null;
    }

    /** What a name stands for that the script has declared, in words, or null. */
    static String meaning(String name, Declarations declarations, Collection<String> lets) {
        if (lets.contains(name)) {
            return "a value that `let` named";
        }
        Definition own = declarations.definitions().find(name);
        return own == null ? declarations.meaning(name) : own.kind();
    }

    /** Fails unless a function has as many arguments as it takes. */
    static void checkArguments(Expr.Call e) {
        int found = e.arguments().size();
        if (found == 0 || found > 1 && !OF_SEVERAL.contains(e.name())) {
            throw new Failure(e.span(), new Problem.WrongArgumentCount(e.name(), form(e.name()), found));
        }
    }

    private static String form(String name) {
        return switch (name) {
            case "max", "min" -> "`max(a, b, …)` or `max(vector)`";
            case "sum", "mean" -> "`" + name + "(vector)`, of several numbers `" + name + "([a, b])`";
            case "transpose" -> "`transpose(matrix)`";
            default -> "`" + name + "(number)`";
        };
    }

    /** What a function can be called with. */
    static String example(String name) {
        return switch (name) {
            case "sum", "mean", "max", "min" -> "[1, 2]";
            case "transpose" -> "[1, 2; 3, 4]";
            default -> "0.5";
        };
    }

    /** The shape of what a function gives for its only argument. */
    static Shape shape(Expr.Call e, Shape argument) {
        if (e.name().equals("transpose")) {
            return Matrices.transposed(e.arguments().getFirst(), argument);
        }
        return OF_SEVERAL.contains(e.name()) || OF_VECTORS.contains(e.name()) ? Shape.NUMBER : argument;
    }

    /** The value of a function of the language. */
    static Value apply(String name, List<Value> arguments, Span span) {
        Value first = arguments.getFirst();
        return switch (name) {
            case "max", "min" -> new Value.Scalar(extreme(name.equals("max"), arguments));
            case "sum", "mean" -> new Value.Scalar(total(name, first, span));
            case "transpose" -> Matrices.transposed(first);
            default -> each(first, x -> apply(name, x, span));
        };
    }

    /** The values of an activation of one's own. */
    static Value apply(Activation.Own own, Value argument, Span span) {
        return each(argument, x -> apply(own, x, span));
    }

    private static Value each(Value argument, DoubleUnaryOperator function) {
        return ValueArithmetic.like(
                argument,
                Arrays.stream(ValueArithmetic.values(argument)).map(function).toArray());
    }

    private static double extreme(boolean max, List<Value> arguments) {
        double best = max ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (Value argument : arguments) {
            for (double value : ValueArithmetic.values(argument)) {
                best = max ? Math.max(best, value) : Math.min(best, value);
            }
        }
        return best;
    }

    /** The sum of all elements, from the first to the last, or their mean. */
    private static double total(String name, Value argument, Span span) {
        double[] values = ValueArithmetic.values(argument);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        ValueArithmetic.finite(sum, span, "this sum");
        return name.equals("sum") ? sum : sum / values.length;
    }

    /** The value of an activation of one's own; fails where its formula has none. */
    static double apply(Activation.Own own, double x, Span span) {
        double result = own.value(x);
        if (!Double.isFinite(result)) {
            Domain.Fault fault = Domain.fault(own.value().bind(Map.of(own.variable(), Formula.number(x))));
            throw new Failure(
                    span, Faults.problem(own.name(), "", own.variable() + " = " + Texts.number(x), false, fault));
        }
        return result;
    }

    /** A function's value; fails outside its domain, and where a double can't hold it. */
    static double apply(String name, double x, Span span) {
        boolean logarithm = name.equals("ln") || name.equals("log");
        if (logarithm && !(x > 0) || name.equals("sqrt") && !(x >= 0)) {
            String domain = logarithm ? "numbers above 0" : "numbers from 0 on";
            throw new Failure(span, new Problem.OutOfDomain(name, domain, Texts.number(x)));
        }
        double result = switch (name) {
            case "exp" -> Elementary.exp(x);
            case "ln", "log" -> Elementary.ln(x);
            case "sqrt" -> Math.sqrt(x);
            case "abs" -> Math.abs(x);
            case "sin" -> Elementary.sin(x);
            case "cos" -> Elementary.cos(x);
            case "tan" -> Elementary.tan(x);
            case "tanh" -> Elementary.tanh(x);
            case "sigmoid" -> Elementary.sigmoid(x);
            case "relu" -> Math.max(0, x);
            default -> throw new IllegalStateException(name);
        };
        return ValueArithmetic.finite(result, span, "`" + name + "` of " + Texts.number(x));
    }
}
