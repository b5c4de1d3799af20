package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.figure.Clauses;
import org.nnlang.language.figure.NetworkDiagram;
import org.nnlang.language.figure.PictureKind;
import org.nnlang.text.Span;

/**
 * {@code draw}, {@code draw path w1 @ 3}: a picture of the network.
 *
 * @param parameter the parameter whose path is shown, else null
 * @param step the step at which it is drawn; null for now
 */
public record Draw(Shown shown, Expr parameter, Expr step, List<Clause> clauses, Span span) implements Picture {
    /** What is shown of the network. */
    public enum Shown {
        NETWORK,
        GRADIENTS,
        UPDATE,
        PATH
    }

    public Draw {
        clauses = List.copyOf(clauses);
    }

    /** It shows the error and its derivatives. */
    @Override
    public boolean asksForLoss() {
        return true;
    }

    @Override
    public PictureKind kind(Context c, Clauses given) {
        return new NetworkDiagram(this);
    }
}
