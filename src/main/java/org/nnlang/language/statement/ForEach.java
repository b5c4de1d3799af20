package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code for a in [1, 2] { … }}. */
public record ForEach(Expr.Name name, Expr values, Block block, Span span) implements Statement {
    @Override
    public List<Block> blocks() {
        return List.of(block);
    }
}
