package org.nnlang.language.statement;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code if c { … } else if d { … } else { … }}; {@code otherwise} is the last block, null if there is none. */
public record IfElse(List<Branch> branches, Block otherwise, Span span) implements Statement {
    /** A condition with its block. */
    public record Branch(Expr condition, Block block) {}

    /** Whether {@code else} can follow a statement. */
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

    @Override
    public void check(Checking c) {
        for (Branch branch : branches) {
            c.attempt(() -> c.condition(branch.condition));
            c.check(branch.block);
        }
        if (otherwise != null) {
            c.check(otherwise);
        }
    }

    @Override
    public void run(Running r) {
        for (Branch branch : branches) {
            if (r.holds(branch.condition)) {
                r.run(branch.block.statements());
                r.tookBranch(true);
                return;
            }
        }
        r.tookBranch(false);
        if (otherwise != null) {
            r.run(otherwise.statements());
        }
    }
}
