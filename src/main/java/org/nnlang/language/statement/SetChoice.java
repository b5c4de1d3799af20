package org.nnlang.language.statement;

import java.util.List;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/** {@code shuffle = on}, {@code engine = exact}, {@code batch = all} and the like. */
public record SetChoice(ChoiceSetting setting, Choice choice, Span span) implements Statement {
    /** The settings that are one of a few words. */
    public enum ChoiceSetting {
        BATCH("batch", Choice.ALL),
        SHUFFLE("shuffle", Choice.ON, Choice.OFF),
        ENGINE("engine", Choice.AUTO, Choice.EXACT),
        PRECISION("precision", Choice.DOUBLE, Choice.SINGLE),
        ORDER("order", Choice.SIMULTANEOUS, Choice.SEQUENTIAL),
        ROUND("round", Choice.OFF);

        private final String text;
        private final List<Choice> choices;

        ChoiceSetting(String text, Choice... choices) {
            this.text = text;
            this.choices = List.of(choices);
        }

        /** How it is written. */
        public String text() {
            return text;
        }

        /** What it may be. */
        public List<Choice> choices() {
            return choices;
        }
    }

    /** The words that a setting can have. */
    public enum Choice {
        ALL("all"),
        ON("on"),
        OFF("off"),
        AUTO("auto"),
        EXACT("exact"),
        DOUBLE("double"),
        SINGLE("single"),
        SIMULTANEOUS("simultaneous"),
        SEQUENTIAL("sequential");

        private final String text;

        Choice(String text) {
            this.text = text;
        }

        /** How it is written. */
        public String text() {
            return text;
        }
    }
}
