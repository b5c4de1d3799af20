package org.nnlang.documents;

import org.nnlang.text.Span;

/** Something in a page that is run, in the order in which it is read. */
sealed interface PageItem {
    /**
     * A block of a script.
     *
     * @param output the block of what it prints, or null
     */
    record Block(Fence script, BlockWords words, Fence output) implements PageItem {}

    /**
     * A value in a sentence: {@code <!-- nn: error @ 0, 4 -->0.2984<!-- /nn -->}.
     *
     * @param asked the expression, with the digits where they are given
     * @param shown what stands between the two marks
     */
    record InlineValue(Span asked, Span shown) implements PageItem {}
}
