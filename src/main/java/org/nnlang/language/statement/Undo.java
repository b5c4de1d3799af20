package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** {@code undo 2}: takes back the last training verbs; {@code count} is null if not given. */
public record Undo(Expr count, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        count(c);
    }

    @Override
    public void run(Running r) {
        long verbs = count(r);
        int undoable =
                r.workspace().step() == 0 ? 0 : r.workspace().timeline(span).undoable();
        if (verbs > undoable) {
            String are = (undoable == 1 ? "is " : "are ") + Message.count(undoable, "training verb");
            throw new Failure(
                    span,
                    undoable == 0
                            ? Problem.NOTHING_TO_UNDO.with(r.workspace().first())
                            : Problem.CANT_UNDO.with(Texts.number(verbs), are));
        }
        r.workspace().undo((int) verbs, span);
    }

    private long count(Context c) {
        return count == null ? 1 : c.count("the number of verbs to undo", count, 1);
    }
}
