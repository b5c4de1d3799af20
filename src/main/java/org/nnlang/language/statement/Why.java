package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.network.Quantity;
import org.nnlang.slips.Answer;
import org.nnlang.slips.Calculation;
import org.nnlang.slips.SlipFinder;
import org.nnlang.slips.Written;
import org.nnlang.text.Span;

/**
 * {@code why w5 = 0.3589}: finds the slip that gives the reader's number for a quantity.
 *
 * @param number the number as written, without its minus sign
 * @param negative whether there is a minus sign before the number
 */
public record Why(Expr quantity, Expr.Number number, boolean negative, Span span) implements Statement {
    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        c.shape(quantity);
        Expr of = Explain.of(quantity);
        c.number(number);
        c.computed(of);
    }

    @Override
    public void run(Running r) {
        Expr of = Explain.of(quantity);
        Quantity.Scalar what = r.computed(of);
        long step = quantity instanceof Expr.At at ? r.step(at) : r.workspace().step();
        r.needs(of.span(), step).check(what);
        Calculation setup = r.workspace().setup(step, what, span);
        String text = (negative ? "-" : "") + number.span().text();
        Written written = Written.of(text, negative ? -number.value() : number.value());
        Answer answer = SlipFinder.answer(r.title(quantity), setup, written, r.cancellation());
        r.tell(new Event.Answered(span, answer, r.digits()));
    }
}
