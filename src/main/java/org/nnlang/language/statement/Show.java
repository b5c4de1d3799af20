package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code show w5, error}; also a bare expression. */
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

        /** How it is written. */
        public String text() {
            return text;
        }
    }
}
