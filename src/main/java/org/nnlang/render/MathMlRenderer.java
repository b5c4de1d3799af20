package org.nnlang.render;

import java.util.List;
import java.util.function.Function;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.Names;
import org.nnlang.explain.Symbol;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;
import org.nnlang.text.Html;

/**
 * Derivations in MathML Core: one {@code <math>} element each, a table of rows with their equals signs below each other.
 *
 * <p>The text can stand in HTML and in XML alike. What a browser needs to draw it is in it; a page may give its {@code
 * math} elements a scroll bar of their own, since a row can be wider than a telephone.
 */
public final class MathMlRenderer {
    private static final String OPEN = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">\n";
    private static final String EQUALS = "<mo>=</mo>";

    /** Browsers align cells by their style, MathJax by {@code columnalign}. */
    private static final String TABLE = "<mtable displaystyle=\"true\" columnalign=\"left\">\n";

    /** How far a row is from the one above. */
    private static final String NEAR = "0.3em";

    private static final String FAR = "1em";

    private final Network network;
    private final int digits;
    private final Cancellation cancellation;

    /** A renderer that writes numbers to so many significant digits; a long derivation can be cancelled. */
    public MathMlRenderer(Network network, int digits, Cancellation cancellation) {
        this.network = network;
        this.digits = digits;
        this.cancellation = cancellation;
    }

    /** A derivation with all its factors; lines end with a line feed, the last one too. */
    public String render(Derivation derivation) {
        return table(List.of(derivation), _ -> "");
    }

    /**
     * Derivations one after the other in one element. The first row of each has the quantity's name, as a script says it, in {@code
     * data-name}.
     */
    String render(List<Derivation> lines) {
        Names names = new Names(network);
        return table(lines, line -> {
            String name = line.lhs() instanceof Symbol symbol ? names.syntax(symbol.quantity()) : "";
            return " data-name=\"" + Html.escaped(name) + "\"";
        });
    }

    private String table(List<Derivation> derivations, Function<Derivation, String> attributes) {
        StringBuilder text = new StringBuilder(OPEN).append(TABLE);
        String distance = NEAR;
        for (Derivation derivation : derivations) {
            String attribute = attributes.apply(derivation);
            for (Display.Group group : Display.of(List.of(derivation), network, digits, cancellation)) {
                write(text, group, group.follows() ? NEAR : distance, attribute);
                distance = FAR;
                attribute = "";
            }
        }
        return text.append("</mtable>\n</math>\n").toString();
    }

    /** The rows of a group; the first has attributes, and keeps its distance to the one before. */
    private static void write(StringBuilder text, Display.Group group, String distance, String attributes) {
        String lhs = MathMlText.of(group.lhs());
        String above = distance;
        String start = "<mtr" + attributes + ">";
        for (List<Notation> step : group.steps()) {
            row(text, start, lhs, EQUALS + MathMlText.of(step.getFirst()), above);
            start = "<mtr>";
            for (Notation more : step.subList(1, step.size())) {
                row(text, start, "", "<mspace width=\"2em\"/>" + MathMlText.of(more), NEAR);
            }
            lhs = "";
            above = NEAR;
        }
        if (group.steps().isEmpty()) {
            row(text, start, lhs, "", above);
        }
    }

    private static void row(StringBuilder text, String start, String left, String right, String distance) {
        text.append(start).append(cell(left, distance)).append(cell(right, distance));
        text.append("</mtr>\n");
    }

    private static String cell(String content, String distance) {
        return "<mtd style=\"text-align:left;padding-top:" + distance + "\">" + content + "</mtd>";
    }
}
