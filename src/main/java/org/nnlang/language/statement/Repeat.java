package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code repeat 3 { … }}. */
public record Repeat(Expr count, Block block, Span span) implements Statement {
    @Override
    public List<Block> blocks() {
        return List.of(block);
    }
}
