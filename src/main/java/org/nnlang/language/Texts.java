package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Neurons;
import org.nnlang.network.Optimizer;
import org.nnlang.text.Digits;
import org.nnlang.text.Span;

/** Formats numbers and names for messages and scripts. */
public final class Texts {
    private Texts() {}

    /** Formats a number for messages. */
    public static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Digits.format(value, 9);
    }

    /** The names of all neurons of a layer. */
    public static List<String> names(Neurons neurons) {
        List<String> names = new ArrayList<>(neurons.size());
        for (int j = 0; j < neurons.size(); j++) {
            names.add(neurons.name(j));
        }
        return names;
    }

    /** Formats a number to three digits, for differences. */
    public static String brief(double value) {
        return Digits.format(value, 3);
    }

    /** Whether a span names the error, its mean or a derivative of it. */
    public static boolean mentionsLoss(Span span) {
        String text = span.text();
        return text.contains("error") || text.contains("loss") || text.contains("grad") || text.contains("delta");
    }

    /** The source of a span on one line, without comments; the title of a value. */
    public static String source(Span span) {
        String text = span.text();
        StringBuilder line = new StringBuilder(text.length());
        boolean comment = false;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c >= '\t' && c <= '\r';
            comment = c == '#' || comment && c != '\n' && c != '\r';
            gap |= space;
            if (!comment && !space) {
                line.append(gap && !line.isEmpty() ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString();
    }

    /** What a script says at some expressions: {@code w5, w6}. */
    public static String sources(List<Expr> expressions) {
        return expressions.stream().map(expression -> source(expression.span())).collect(Collectors.joining(", "));
    }

    /** Formats a number for scripts, with enough digits to restore it exactly. */
    public static String exact(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return negativeZero ? "-0" : Digits.shortest(value);
    }

    /** Formats the numbers from {@code from} to {@code to}, exclusive, as scripts write them between brackets. */
    public static String row(double[] values, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ", ").append(exact(values[i]));
        }
        return text.toString();
    }

    /** Formats a name with its arguments, as a script writes them. */
    public static String spec(String name, List<Double> arguments) {
        return spec(name, arguments.stream().mapToDouble(a -> a).toArray());
    }

    /** Formats an optimizer with its arguments; of the variants, those that are not the standard. */
    static String spec(Optimizer optimizer) {
        List<String> written = new ArrayList<>();
        double[] values = optimizer.arguments();
        for (int i = 0; i < values.length; i++) {
            Catalogue.Parameter parameter = optimizer.parameters().get(i);
            if (!parameter.variant()) {
                written.add(exact(values[i]));
            } else if (values[i] != parameter.standard()) {
                written.add(parameter.name() + ": " + value(parameter, values[i]));
            }
        }
        return written.isEmpty() ? optimizer.name() : optimizer.name() + "(" + String.join(", ", written) + ")";
    }

    /** Formats the value of an argument. */
    public static String value(Catalogue.Parameter parameter, double value) {
        return parameter.range() != Catalogue.Range.ON_OFF ? exact(value) : value == 0 ? "off" : "on";
    }

    /** A name with its arguments. */
    public static String spec(String name, double[] arguments) {
        return arguments.length == 0 ? name : name + "(" + row(arguments, 0, arguments.length) + ")";
    }
}
