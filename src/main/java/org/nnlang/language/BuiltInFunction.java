package org.nnlang.language;

import java.util.List;
import org.nnlang.math.Formula;
import org.nnlang.math.Function;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** The built-in functions: elementwise ones such as {@code exp}, {@code min} and {@code max}, and those of a whole vector. */
enum BuiltInFunction {
    EXP("exp", Function.EXP),
    LN("ln", Function.LN),
    SQRT("sqrt", null),
    ABS("abs", null),
    SIN("sin", Function.SIN),
    COS("cos", Function.COS),
    TAN("tan", Function.TAN),
    TANH("tanh", Function.TANH),
    SIGMOID("sigmoid", Function.SIGMOID),
    RELU("relu", Function.RELU),
    MAX("max", Function.MAX),
    MIN("min", Function.MIN),
    LOG("log", Function.LN),
    SUM("sum", null),
    MEAN("mean", null),
    TRANSPOSE("transpose", null);

    private static final BuiltInFunction[] ALL = values();

    private final String text;
    private final Function function;

    /** {@code function} is its counterpart in formulas, null if there is none. */
    BuiltInFunction(String text, Function function) {
        this.text = text;
        this.function = function;
    }

    /** Finds a function by its name; null if there is none. */
    static BuiltInFunction find(String name) {
        for (BuiltInFunction function : ALL) {
            if (function.text.equals(name)) {
                return function;
            }
        }
        return null;
    }

    String text() {
        return text;
    }

    /** Whether a script may declare this name for something else, which hides the function. */
    boolean isFree() {
        return this == LOG || isOfWhole();
    }

    /** Whether it takes a whole vector or matrix; a formula can't contain such a function. */
    boolean isOfWhole() {
        return this == SUM || this == MEAN || this == TRANSPOSE;
    }

    private boolean isExtreme() {
        return this == MAX || this == MIN;
    }

    /** Fails if a call has the wrong number of arguments; {@code function} is null for a user-defined activation. */
    static void checkArguments(BuiltInFunction function, Expr.Call call) {
        int found = call.arguments().size();
        if (found == 0 || found > 1 && (function == null || !function.isExtreme())) {
            String form = function == null ? "`" + call.name() + "(number)`" : function.form();
            throw new Failure(call.span(), Problem.WRONG_ARGUMENT_COUNT, call.name(), found, form);
        }
    }

    private String form() {
        return switch (this) {
            case MAX, MIN -> "`max(a, b, …)` or `max(vector)`";
            case SUM, MEAN -> "`" + text + "(vector)`, of several numbers `" + text + "([a, b])`";
            case TRANSPOSE -> "`transpose(matrix)`";
            default -> "`" + text + "(number)`";
        };
    }

    /** An example of its arguments, for messages. */
    String example() {
        return switch (this) {
            case SUM, MEAN, MAX, MIN -> "[1, 2]";
            case TRANSPOSE -> "[1, 2; 3, 4]";
            default -> "0.5";
        };
    }

    /** The shape of the result for an argument. */
    Shape shape(Resolved argument) {
        return switch (this) {
            case SUM, MEAN, MAX, MIN -> Shape.NUMBER;
            case TRANSPOSE -> Matrices.transposed(argument);
            default -> argument.shape();
        };
    }

    /** The result of a call. */
    Value value(List<Value> arguments, Span span) {
        Value first = arguments.getFirst();
        return switch (this) {
            case MAX, MIN -> new Value.Scalar(extreme(arguments));
            case SUM -> new Value.Scalar(sum(first, span));
            case MEAN -> new Value.Scalar(sum(first, span) / first.values().length);
            case TRANSPOSE -> Matrices.transposed(first);
            default -> {
                double[] values = first.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(values[i], span);
                }
                yield first.with(values);
            }
        };
    }

    private double extreme(List<Value> arguments) {
        double best = this == MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (Value argument : arguments) {
            for (double value : argument.values()) {
                best = this == MAX ? Math.max(best, value) : Math.min(best, value);
            }
        }
        return best;
    }

    private static double sum(Value value, Span span) {
        double sum = 0;
        for (double element : value.values()) {
            sum += element;
        }
        return ValueArithmetic.finite(sum, span, "this sum");
    }

    /** The function of one number; fails outside its domain, and if the result is too large for a double. */
    private double value(double x, Span span) {
        boolean logarithm = function == Function.LN;
        if (logarithm && !(x > 0) || this == SQRT && !(x >= 0)) {
            String domain = logarithm ? "numbers above 0" : "numbers of at least 0";
            throw new Failure(span, Problem.OUT_OF_DOMAIN, text, Texts.number(x), domain);
        }
        double result = this == SQRT ? Math.sqrt(x) : this == ABS ? Math.abs(x) : function.value(x);
        if (!Double.isFinite(result)) {
            throw new Failure(span, Problem.OVERFLOW, "`" + text + "` of " + Texts.number(x));
        }
        return result;
    }

    /** The call as a formula. */
    Formula formula(List<Formula> arguments) {
        return switch (this) {
            case SQRT -> new Formula.Root(arguments.getFirst());
            case ABS -> Formula.absolute(arguments.getFirst());
            default -> new Formula.Call(function, arguments);
        };
    }
}
