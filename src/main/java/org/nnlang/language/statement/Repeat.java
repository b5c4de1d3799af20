package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code repeat 3 { … }}: runs a block several times. */
public record Repeat(Expr count, Block block, Span span) implements Statement {
    @Override
    public List<Block> blocks() {
        return List.of(block);
    }

    @Override
    public void check(Checking c) {
        c.attempt(() -> times(c));
        c.check(block);
    }

    @Override
    public void run(Running r) {
        long times = times(r);
        for (long i = 0; i < times; i++) {
            r.cancellation().check();
            r.run(block.statements());
        }
    }

    private long times(Context c) {
        return c.count("the number of repetitions", count, 0);
    }
}
