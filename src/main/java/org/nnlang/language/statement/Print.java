package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Checking;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code print "text {expr}"}: prints a string with values in it; {@code parts} are its texts and expressions, in turn. */
public record Print(List<Expr> parts, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        for (Expr part : parts) {
            if (!(part instanceof Expr.Text)) {
                c.attempt(() -> c.shape(part));
            }
        }
    }

    @Override
    public void run(Running r) {
        StringBuilder text = new StringBuilder();
        for (Expr part : parts) {
            text.append(
                    part instanceof Expr.Text words
                            ? words.value()
                            : r.value(part).text(r.digits()));
        }
        r.tell(new Event.Printed(span, text.toString()));
    }
}
