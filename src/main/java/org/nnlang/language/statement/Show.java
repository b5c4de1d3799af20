package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.explain.NamedFormula;
import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Event;
import org.nnlang.language.Expr;
import org.nnlang.language.MethodKind;
import org.nnlang.language.Methods;
import org.nnlang.language.Running;
import org.nnlang.language.Statement;
import org.nnlang.language.Texts;
import org.nnlang.language.figure.Confusion;
import org.nnlang.text.Span;

/**
 * {@code show w5, error}, {@code show network}; an expression alone shows its value too. The name of an activation or a
 * loss shows its formulas, {@code show columns} what nn understood of a data file.
 */
public record Show(List<Item> items, Span span) implements Statement {
    /** What {@code show} shows. */
    public sealed interface Item {
        /** A value. */
        record Value(Expr value) implements Item {}

        /** A table. */
        record Overview(Table table, Span span) implements Item {}
    }

    /** The tables. */
    public enum Table {
        WEIGHTS("weights"),
        BIASES("biases"),
        NETWORK("network"),
        DATA("data"),
        SETTINGS("settings");

        private final String text;

        Table(String text) {
            this.text = text;
        }

        /** Its name in a script. */
        public String text() {
            return text;
        }
    }

    @Override
    public boolean asksForLoss() {
        return Texts.mentionsLoss(span);
    }

    @Override
    public void check(Checking c) {
        items.forEach(item -> c.attempt(() -> check(item, c)));
    }

    private void check(Item item, Checking c) {
        switch (item) {
            case Item.Value value -> {
                Expr expression = value.value();
                if (confusion(expression, c) != null) {
                    confusion(expression, c).check(c);
                } else if (DataColumns.areMeant(expression, c)) {
                    c.needs(expression.span()).file("`show columns`");
                } else if (formulas(expression, c) == null) {
                    c.shape(expression);
                }
            }
            case Item.Overview overview -> {
                if (overview.table() != Table.SETTINGS) {
                    c.network(overview.span());
                }
                checkNeeds(overview, c);
            }
        }
    }

    /** The confusion matrix that an expression asks for; null for other expressions. */
    private static Confusion confusion(Expr expression, Context c) {
        Expr subject = expression instanceof Expr.At at ? at.quantity() : expression;
        return Methods.isWord(subject, "confusion", c) ? new Confusion(subject) : null;
    }

    /** The formulas of what an expression names; an optimizer's name alone on a line is more likely meant to choose it. */
    private List<NamedFormula> formulas(Expr expression, Context c) {
        boolean alone = expression.span().start() == span.start();
        boolean chooses = expression instanceof Expr.Name name && MethodKind.of(name.name()) == MethodKind.OPTIMIZER;
        return alone && chooses ? null : Methods.statements(c.declarations(), expression);
    }

    private static void checkNeeds(Item.Overview overview, Context c) {
        if (overview.table() == Table.DATA) {
            c.needs(overview.span()).sample("`show data`");
        }
    }

    @Override
    public void run(Running r) {
        for (Item item : items) {
            switch (item) {
                case Item.Value value -> show(value.value(), r);
                case Item.Overview overview -> {
                    checkNeeds(overview, r);
                    new Tables(r, overview.span()).show(overview.table());
                }
            }
        }
    }

    private void show(Expr expression, Running r) {
        Confusion confusion = confusion(expression, r);
        if (confusion != null) {
            boolean past = expression instanceof Expr.At;
            long step = past ? r.step((Expr.At) expression) : r.workspace().step();
            confusion.table(r, step, past ? " @ " + step : "").forEach(r::tell);
            return;
        }
        if (DataColumns.areMeant(expression, r)) {
            r.needs(expression.span()).file("`show columns`");
            DataColumns.of(r.workspace().samples().file(), expression.span(), r.digits())
                    .forEach(r::tell);
            return;
        }
        List<NamedFormula> formulas = formulas(expression, r);
        if (formulas == null) {
            r.show(expression);
        } else {
            r.tell(new Event.Stated(expression.span(), formulas, r.digits()));
        }
    }
}
