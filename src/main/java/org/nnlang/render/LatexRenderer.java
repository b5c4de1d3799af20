package org.nnlang.render;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;

/**
 * Derivations in LaTeX: displayed equations that need amsmath and nothing else.
 *
 * <p>A derivation is one {@code aligned}, one step a line. As no page breaks within an {@code aligned}, one that is longer
 * than most of a page goes on in another.
 */
public final class LatexRenderer {
    /** So many lines of fractions fit on a page. */
    private static final int PAGE = 18;

    private static final String BETWEEN_GROUPS = " \\\\[1ex]\n";

    private final Network network;
    private final int digits;
    private final Cancellation cancellation;

    /** A renderer that writes numbers to so many significant digits; a long derivation can be cancelled. */
    public LatexRenderer(Network network, int digits, Cancellation cancellation) {
        this.network = network;
        this.digits = digits;
        this.cancellation = cancellation;
    }

    /** A derivation with all its factors; lines end with a line feed, the last one too. */
    public String render(Derivation derivation) {
        return render(List.of(derivation));
    }

    /** Derivations one after the other. */
    String render(List<Derivation> derivations) {
        StringBuilder text = new StringBuilder();
        blocks(derivations, PAGE)
                .forEach(block -> text.append("\\[\n").append(block).append("\\]\n"));
        return text.toString();
    }

    /** The equations in one {@code aligned}, to be put into a display of any kind. */
    String aligned(Derivation derivation) {
        return blocks(List.of(derivation), Integer.MAX_VALUE).getFirst();
    }

    private List<String> blocks(List<Derivation> derivations, int most) {
        List<String> blocks = new ArrayList<>();
        List<String> current = new ArrayList<>();
        int lines = 0;
        for (Display.Group group : Display.of(derivations, network, digits, cancellation)) {
            if (!current.isEmpty() && !group.follows() && lines + group.lines() > most) {
                blocks.add(aligned(current));
                current.clear();
                lines = 0;
            }
            current.add(group(group));
            lines += group.lines();
        }
        blocks.add(aligned(current));
        return blocks;
    }

    private static String aligned(List<String> groups) {
        return "\\begin{aligned}\n" + String.join(BETWEEN_GROUPS, groups) + "\n\\end{aligned}\n";
    }

    private static String group(Display.Group group) {
        StringBuilder text = new StringBuilder(LatexText.of(group.lhs()));
        boolean first = true;
        for (List<Notation> step : group.steps()) {
            text.append(first ? "\n" : " \\\\\n").append("  &= ").append(LatexText.of(step.getFirst()));
            for (Notation more : step.subList(1, step.size())) {
                text.append(" \\\\\n  &\\quad {}").append(LatexText.of(more));
            }
            first = false;
        }
        return text.toString();
    }
}
