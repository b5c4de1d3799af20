package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Digits;
import org.nnlang.network.Neurons;
import org.nnlang.text.Span;

/** Small pieces of text. */
final class Texts {
    private Texts() {}

    /** A number as a message shows it. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Digits.format(value, 9);
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

    /** The text of a span in one line, without comments: what a value is shown under. */
    static String source(Span span) {
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
}
