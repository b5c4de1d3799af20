package org.nnlang.documents;

import org.nnlang.text.Span;

/** A block, a value or a derivation in a page, run in reading order. */
sealed interface PageItem {
    /**
     * A block of a script.
     *
     * @param output the block with its output, or null
     */
    record Block(Fence script, BlockWords words, Fence output) implements PageItem {}

    /**
     * A value in a sentence: {@code <!-- nn: error @ 0, 4 -->0.2984<!-- /nn -->}.
     *
     * @param asked the expression, with its digits if given
     * @param shown the text between the two marks
     */
    record InlineValue(Span asked, Span shown) implements PageItem {}

    /**
     * A derivation in a LaTeX document: {@code \nnexplain{grad(w5)}{…}}.
     *
     * @param asked the quantity, with its digits if given
     * @param shown the mathematics
     */
    record Explanation(Span asked, Span shown) implements PageItem {}
}
