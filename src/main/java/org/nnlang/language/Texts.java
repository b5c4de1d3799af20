package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Digits;
import org.nnlang.network.Neurons;
import org.nnlang.text.Span;

/** Small pieces of text. */
public final class Texts {
    private Texts() {}

    /** A number as a message shows it. */
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

    /** A small number, for a distance: three digits. */
    public static String brief(double value) {
        return Digits.format(value, 3);
    }

    /** Whether a span names the error, its mean or a derivative of it. */
    public static boolean mentionsLoss(Span span) {
        String text = span.text();
        return text.contains("error") || text.contains("loss") || text.contains("grad") || text.contains("delta");
    }

    /** The text of a span in one line, without comments: what a value is shown under. */
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

    /** A number in the digits that give it back, as a script writes it. */
    public static String exact(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return negativeZero ? "-0" : Digits.shortest(value);
    }

    /** Some of the numbers, as a script writes them between brackets. */
    public static String row(double[] values, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ", ").append(exact(values[i]));
        }
        return text.toString();
    }

    /** A name with its arguments, as a script writes them. */
    public static String spec(String name, double[] arguments) {
        return arguments.length == 0 ? name : name + "(" + row(arguments, 0, arguments.length) + ")";
    }
}
