package org.nnlang.render;

import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;

/**
 * Derivations in MathML Core: one {@code <math>} element each, a table of rows with their equals signs below each other.
 *
 * <p>The text can stand in HTML and in XML alike. What a browser needs to draw it is in it; a page may give its {@code
 * math} elements a scroll bar of their own, since a row can be wider than a telephone.
 */
public final class MathMlRenderer {
    private static final String OPEN = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">\n";
    private static final String EQUALS = "<mo>=</mo>";

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
        StringBuilder text = new StringBuilder(OPEN).append("<mtable displaystyle=\"true\">\n");
        boolean first = true;
        for (Display.Group group : Display.of(derivation, network, digits, cancellation)) {
            write(text, group, first || group.follows() ? NEAR : FAR);
            first = false;
        }
        return text.append("</mtable>\n</math>\n").toString();
    }

    /** The rows of a group; the first keeps its distance to the one before. */
    private static void write(StringBuilder text, Display.Group group, String distance) {
        String lhs = MathMlText.of(group.lhs());
        String above = distance;
        for (List<Notation> step : group.steps()) {
            row(text, lhs, EQUALS + MathMlText.of(step.getFirst()), above);
            for (Notation more : step.subList(1, step.size())) {
                row(text, "", "<mspace width=\"2em\"/>" + MathMlText.of(more), NEAR);
            }
            lhs = "";
            above = NEAR;
        }
        if (group.steps().isEmpty()) {
            row(text, lhs, "", above);
        }
    }

    private static void row(StringBuilder text, String left, String right, String distance) {
        text.append("<mtr>").append(cell(left, distance)).append(cell(right, distance));
        text.append("</mtr>\n");
    }

    private static String cell(String content, String distance) {
        return "<mtd style=\"text-align:left;padding-top:" + distance + "\">" + content + "</mtd>";
    }
}
