package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code animate draw every 100 to "net.svg"}: how a picture changes during the training. */
public record Animate(Picture picture, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        throw new Failure(span, Problem.NOT_YET, "animate");
    }

    @Override
    public void run(Running r) {
        throw new Failure(span, Problem.NOT_YET, "animate");
    }
}
