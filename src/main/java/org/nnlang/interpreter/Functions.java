package org.nnlang.interpreter;

import java.util.Map;
import org.nnlang.formula.Domain;
import org.nnlang.formula.Formula;
import org.nnlang.network.Activation;
import org.nnlang.numeric.Elementary;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;

/** The functions of one number. */
final class Functions {
    private Functions() {}

    /** The value of an activation of one's own; fails where its formula has none. */
    static double apply(Activation.Own own, double x, Span span) {
        double result = own.value(x);
        if (!Double.isFinite(result) && Double.isFinite(x)) {
            Domain.Fault fault = Domain.fault(own.value().bind(Map.of(own.variable(), Formula.number(x))));
            throw new Failure(
                    span, Faults.problem(own.name(), "", own.variable() + " = " + Texts.number(x), false, fault));
        }
        return result;
    }

    /** A function's value; fails outside its domain, and where a double can't hold it. */
    static double apply(String name, double x, Span span) {
        if (name.equals("ln") && !(x > 0) || name.equals("sqrt") && !(x >= 0)) {
            String domain = name.equals("ln") ? "numbers above 0" : "numbers from 0 on";
            throw new Failure(span, new Problem.OutOfDomain(name, domain, Texts.number(x)));
        }
        double result = switch (name) {
            case "exp" -> Elementary.exp(x);
            case "ln" -> Elementary.ln(x);
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
        return Double.isFinite(x) ? Arithmetic.finite(result, span, "`" + name + "` of " + Texts.number(x)) : result;
    }
}
