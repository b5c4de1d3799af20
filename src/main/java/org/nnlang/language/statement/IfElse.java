package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code if c { … } else if d { … } else { … }}; {@code otherwise} is null without one. */
public record IfElse(List<Branch> branches, Block otherwise, Span span) implements Statement {
    /** Whether a statement is one that {@code else} may go on. */
    public static boolean isOpen(Statement statement) {
        return statement instanceof IfElse s && s.otherwise == null;
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        branches.forEach(branch -> blocks.add(branch.block));
        if (otherwise != null) {
            blocks.add(otherwise);
        }
        return blocks;
    }

    /** One condition with its block. */
    public record Branch(Expr condition, Block block) {}
}
