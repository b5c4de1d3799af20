package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.Checking;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Shape;
import org.nnlang.language.Statement;
import org.nnlang.language.Value;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code for a in [1, 2] { … }}: runs a block for each number of a vector. */
public record ForEach(Expr.Name name, Expr values, Block block, Span span) implements Statement {
    @Override
    public List<Block> blocks() {
        return List.of(block);
    }

    @Override
    public void check(Checking c) {
        c.attempt(() -> {
            Shape shape = c.shape(values);
            if (!(shape.is(Shape.Kind.VECTOR) || shape.is(Shape.Kind.ANY))) {
                throw new Failure(values.span(), Problem.WRONG_KIND, "a vector, like [1, 2, 3],", shape.text());
            }
        });
        c.letNumber(name);
        c.check(block);
    }

    @Override
    public void run(Running r) {
        for (double value : r.vector(values)) {
            r.cancellation().check();
            r.let(name, new Value.Scalar(value));
            r.run(block.statements());
        }
    }
}
