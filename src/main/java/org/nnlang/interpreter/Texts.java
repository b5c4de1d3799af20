package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Digits;
import org.nnlang.network.Neurons;
import org.nnlang.source.Span;

/** Small pieces of text. */
final class Texts {
    private Texts() {}

    /** A number as a message shows it. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Digits.format(value, 9);
    }

    /** A whole number with commas between groups of three digits. */
    static String grouped(double value) {
        String text =
                java.math.BigDecimal.valueOf(Math.rint(value)).toBigInteger().toString();
        StringBuilder grouped = new StringBuilder(text);
        for (int i = text.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /** The names of all neurons of a layer. */
    static List<String> names(Neurons neurons) {
        List<String> names = new ArrayList<>(neurons.size());
        for (int j = 0; j < neurons.size(); j++) {
            names.add(neurons.name(j));
        }
        return names;
    }

    /** A small number, for a distance: three digits. */
    static String brief(double value) {
        return Digits.format(value, 3);
    }

    /** The text of a span in one line: what a value is shown under. */
    static String source(Span span) {
        String text = span.text();
        if (text.indexOf('#') >= 0) {
            text = text.replaceAll("#[^\\r\\n]*", "");
        }
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A value in a line of text. */
    static String inline(Value value, int digits) {
        return switch (value) {
            case Value.Scalar s -> Digits.format(s.value(), digits);
            case Value.Truth t -> t.value() ? "true" : "false";
            case Value.Vector v -> "[" + row(v.values(), 0, v.size(), digits) + "]";
            case Value.Matrix m -> {
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < m.rows(); row++) {
                    rows.append(row == 0 ? "" : "; ");
                    rows.append(row(m.values(), row * m.columns(), (row + 1) * m.columns(), digits));
                }
                yield "[" + rows + "]";
            }
        };
    }

    private static String row(double[] values, int from, int to, int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ", ").append(Digits.format(values[i], digits));
        }
        return text.toString();
    }
}
