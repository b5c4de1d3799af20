package org.nnlang.render;

import org.nnlang.explain.Derivation;
import org.nnlang.network.Cancellation;
import org.nnlang.network.Network;

/**
 * Derivations in Markdown: a fenced block of kind {@code math}, whose text is LaTeX.
 *
 * <p>GitHub and GitLab draw it as it is. Between dollar signs Markdown would first have its own way with the backslashes
 * and underscores; in a fence nothing is touched.
 */
public final class MarkdownRenderer {
    private final LatexRenderer latex;

    /** A renderer that writes numbers to so many significant digits; a long derivation can be cancelled. */
    public MarkdownRenderer(Network network, int digits, Cancellation cancellation) {
        latex = new LatexRenderer(network, digits, cancellation);
    }

    /** A derivation with all its factors; lines end with a line feed, the last one too. */
    public String render(Derivation derivation) {
        return "```math\n" + latex.aligned(derivation) + "```\n";
    }
}
