package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code new}: forgets everything before it. Not allowed in blocks; the session executes it. */
public record New(Span span) implements Statement {
    @Override
    public void check(Checking c) {
        throw new Failure(span, Problem.NEW_INSIDE, c.inBlock() ? "a block" : "an included script");
    }

    @Override
    public void run(Running r) {
        throw new Failure(span, Problem.NEW_INSIDE, "a block");
    }
}
