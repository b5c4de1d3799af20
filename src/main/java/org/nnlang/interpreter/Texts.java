package org.nnlang.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Digits;
import org.nnlang.network.Neurons;

/** Small pieces of text. */
final class Texts {
    private Texts() {}

    /** A number as a message shows it. */
    static String number(double value) {
        return Digits.format(value, 9);
    }

    /** A whole number with commas between groups of three digits. */
    static String grouped(double value) {
        String text = java.math.BigDecimal.valueOf(Math.rint(value)).toBigInteger().toString();
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
}
