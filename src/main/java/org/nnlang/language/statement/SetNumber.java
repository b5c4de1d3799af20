package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code learning rate = 0.5}, {@code seed = 7} and the like. */
public record SetNumber(NumberSetting setting, Expr value, Span span) implements Statement {
    /** The settings that are a number. */
    public enum NumberSetting {
        LEARNING_RATE("learning rate"),
        BATCH("batch"),
        DECAY("decay"),
        SEED("seed"),
        DIGITS("digits"),
        ROUND("round");

        private final String text;

        NumberSetting(String text) {
            this.text = text;
        }

        /** How it is written. */
        public String text() {
            return text;
        }
    }
}
