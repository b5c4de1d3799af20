package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code train 100 until error < 0.1 every 10 { show error }}.
 *
 * @param epochs null without a number
 * @param until null without a condition
 * @param every null without one, as is {@code block}
 */
public record Train(Expr epochs, Expr until, Expr every, Block block, Span span) implements Statement {
    @Override
    public List<Block> blocks() {
        return block == null ? List.of() : List.of(block);
    }
}
