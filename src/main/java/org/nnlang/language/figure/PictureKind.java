package org.nnlang.language.figure;

import java.util.Set;
import java.util.function.LongFunction;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Failure;
import org.nnlang.language.Running;
import org.nnlang.language.statement.Clause;
import org.nnlang.picture.Figure;
import org.nnlang.text.Problem;

/** A kind of picture, with what a statement asks of it. */
public interface PictureKind {
    /** What messages call it, as {@code plot boundary}. */
    String name();

    /** The clauses that it takes besides {@code to}. */
    Set<Clause.Kind> takes();

    /** What to write instead of {@code @ n} if it doesn't show a single step; null if it does. */
    default String insteadOfStep() {
        return null;
    }

    /** Checks what the statement asks for, before the script runs. */
    void check(Checking c);

    /** Computes the figure as it is after {@code step} updates, which is the current step unless a kind shows single steps. */
    Figure figure(Running r, long step);

    /** What computes the same figure at many steps, with fewer points if it has very many. */
    default LongFunction<Figure> frames(Running r) {
        return step -> figure(r, step);
    }

    /** Fails if a step is given that can't be one. */
    static void checkStep(PictureKind kind, Expr step, Context c) {
        if (step == null) {
            return;
        }
        if (kind.insteadOfStep() != null) {
            throw new Failure(step.span(), Problem.PICTURE_WITHOUT_STEP, kind.name(), kind.insteadOfStep());
        }
        c.number(step);
        c.network(step.span());
    }
}
