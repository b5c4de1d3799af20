package org.nnlang.render;

import java.util.List;
import java.util.function.UnaryOperator;
import org.nnlang.explain.Derivation;
import org.nnlang.language.Event;
import org.nnlang.network.Network;
import org.nnlang.text.TextLines;

/** A piece of a narration or an answer, which each format sets in its own way. Its words have code between backticks. */
sealed interface Passage {
    /** What a sentence is for. */
    enum Role {
        /** It has a line to itself, however long. */
        SHORT(0),
        USUAL(2),
        /** It says what letters mean. */
        NOTE(1),
        /** It is a text of its own. */
        PARAGRAPH(0);

        private final int hang;

        Role(int hang) {
            this.hang = hang;
        }

        /** The columns by which a sentence's other lines are set in, compared with its first. */
        int hang() {
            return hang;
        }
    }

    /** A sentence; {@code level} says how far it is set in. */
    record Sentence(Role role, int level, String text) implements Passage {}

    /** Several possibilities: sentences, of which those after an item's first say the same in other words. */
    record Choices(List<List<String>> items) implements Passage {
        public Choices {
            items = List.copyOf(items);
        }
    }

    /**
     * A table whose first row is its header.
     *
     * @param numbers whether all columns but the first contain numbers
     * @param marked the row with a mark after it, 0 for none
     */
    record Table(List<List<String>> rows, boolean numbers, int marked, String mark) implements Passage {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** Lines of mathematics below a title. */
    record Mathematics(int level, String title, List<Derivation> lines, Network network, int digits)
            implements Passage {
        public Mathematics {
            lines = List.copyOf(lines);
        }
    }

    /** Separates what comes before from what comes after. */
    record Gap() implements Passage {}

    /** The passages of a narration or an answer; none for other events. */
    static List<Passage> of(Event event) {
        return switch (event) {
            case Event.Narrated e -> List.of(new Mathematics(0, e.title(), e.lines(), e.network(), e.digits()));
            case Event.Answered e -> new AnswerPassages(e.digits()).of(e.answer());
            default -> List.of();
        };
    }

    /** A sentence's words and code, each written in its own way. */
    static String written(String sentence, UnaryOperator<String> words, UnaryOperator<String> code) {
        StringBuilder text = new StringBuilder();
        boolean isCode = false;
        for (String part : TextLines.split(sentence, '`')) {
            text.append((isCode ? code : words).apply(part));
            isCode = !isCode;
        }
        return text.toString();
    }
}
