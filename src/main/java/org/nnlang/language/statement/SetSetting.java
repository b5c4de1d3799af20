package org.nnlang.language.statement;

import org.nnlang.language.Checking;
import org.nnlang.language.Context;
import org.nnlang.language.Expr;
import org.nnlang.language.Running;
import org.nnlang.language.Setting;
import org.nnlang.language.Settings;
import org.nnlang.language.Statement;
import org.nnlang.network.LearningRate;
import org.nnlang.text.Span;

/**
 * {@code learning rate = 0.5}, {@code shuffle = on} and the like.
 *
 * @param clause the word after a number, such as {@code weights}; empty for none
 * @param value a number, a name that is one of the setting's words, or a schedule of the learning rate
 */
public record SetSetting(Setting<?> setting, Expr value, String clause, Span span) implements Statement {
    @Override
    public void check(Checking c) {
        c.declare(c.declarations().with(changed(setting, c)));
    }

    @Override
    public void run(Running r) {
        r.workspace().set(changed(setting, r), span);
    }

    /** The settings with this one changed, null if a check can't know its value. */
    private <T> Settings changed(Setting<T> one, Context c) {
        LearningRate schedule = one == Setting.LEARNING_RATE ? c.schedule(value) : null;
        if (schedule != null) {
            return c.declarations().settings().with(Setting.LEARNING_RATE, schedule);
        }
        T word = one.word(value);
        double number = word == null ? c.number(value) : Double.NaN;
        T changed = Double.isNaN(number) ? word : one.number(number, clause, value.span());
        return c.declarations().settings().with(one, changed);
    }
}
