package org.nnlang.language.statement;

import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Suggestions;
import org.nnlang.language.Value;
import org.nnlang.network.Quantity;
import org.nnlang.text.Span;

/** {@code w5 = 0.4}, {@code w(h1, y1) = 0.4 fixed}, {@code b1 = 0}: sets one parameter, and whether training leaves it alone. */
public record SetParameter(Expr parameter, Expr value, boolean fixed, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        index(c);
        c.number(value);
    }

    @Override
    public void run(Running r) {
        int index = index(r);
        Value.Scalar number = new Value.Scalar(r.number(value));
        r.overflows(value.span()).check(new double[] {number.value()});
        double unrounded = r.unrounded(value, number).values()[0];
        r.workspace().setParameter(index, number.value(), unrounded, fixed, span);
    }

    private int index(Context c) {
        if (parameter instanceof Expr.Name name && !BuiltInNames.isParameter(name.name())) {
            throw Suggestions.notSettable(c.declarations(), c.names(), name, value);
        }
        if (c.quantity(parameter) instanceof Quantity.Parameter found) {
            return found.index();
        }
        throw new IllegalStateException(parameter.toString());
    }
}
