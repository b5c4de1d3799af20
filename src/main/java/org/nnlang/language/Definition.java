package org.nnlang.language;

import java.util.Map;
import org.nnlang.network.Activation;
import org.nnlang.network.Loss;
import org.nnlang.text.Span;

/** An activation or a loss that a script has defined. */
public sealed interface Definition {
    /** What it is called. */
    String name();

    /** How and where the script defines it. */
    Origin origin();

    /** What it is, for a message: "an activation". */
    String kind();

    /**
     * Where a definition comes from.
     *
     * @param span where its name is
     * @param text the whole definition, in one line
     * @param captured the numbers that {@code let} had named, as they were then
     * @param size how many symbols and signs its formula has
     */
    record Origin(Span span, String text, Map<String, Double> captured, int size) {}

    /** A place, as seen from another: "in line 3". */
    static String place(Span place, Span from) {
        String file =
                from.source() == place.source() ? "" : " of " + place.source().name();
        return "in line " + place.line() + file;
    }

    /** {@code activation mish(z) = …}. */
    record OfActivation(Activation.Own own, Origin origin) implements Definition {
        @Override
        public String name() {
            return own.name();
        }

        @Override
        public String kind() {
            return "an activation";
        }
    }

    /** {@code loss quartic(t, o) = …}. */
    record OfLoss(Loss.Own own, Origin origin) implements Definition {
        @Override
        public String name() {
            return own.name();
        }

        @Override
        public String kind() {
            return "a loss";
        }
    }
}
