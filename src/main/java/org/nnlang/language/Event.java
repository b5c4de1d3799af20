package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.explain.Derivation;
import org.nnlang.explain.NamedFormula;
import org.nnlang.network.Network;
import org.nnlang.picture.Figure;
import org.nnlang.slips.Answer;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Digits;
import org.nnlang.text.Span;

/** Something that a script outputs or nn reports about it. */
public sealed interface Event {
    /** The part of the script that it comes from. */
    Span span();

    /**
     * A value with its name.
     *
     * @param exact what the value would be if no number had been rounded to decimals; null if it is the same
     * @param brief whether a long table is shortened in texts for people
     */
    record Shown(Span span, String name, Value value, Value exact, int digits, boolean brief) implements Event {
        /** A value without any rounding to decimals. */
        public Shown(Span span, String name, Value value, int digits, boolean brief) {
            this(span, name, value, null, digits, brief);
        }
    }

    /**
     * A table.
     *
     * @param header a title for each column, including the column of names; empty for none
     * @param digits the number of significant digits to show
     */
    record Listed(Span span, String title, List<String> header, List<Row> rows, int digits) implements Event {
        /** A table of words; the first word of a row is its name. */
        public static Listed words(Span span, String title, List<String> header, List<List<String>> rows) {
            List<Row> named = new ArrayList<>();
            for (List<String> row : rows) {
                List<Cell> cells = new ArrayList<>();
                for (String words : row.subList(1, row.size())) {
                    cells.add(new Words(words));
                }
                named.add(new Row(row.getFirst(), cells));
            }
            return new Listed(span, title, header, named, 0);
        }
    }

    /** A row of a table. */
    record Row(String name, List<Cell> cells) {}

    /** A cell of a table. */
    sealed interface Cell {
        /** The cell's text; numbers have {@code digits} significant digits. */
        String text(int digits);
    }

    /** A cell of words; empty for none. */
    record Words(String text) implements Cell {
        @Override
        public String text(int digits) {
            return text;
        }
    }

    /** A cell with a number. */
    record Number(double value) implements Cell {
        @Override
        public String text(int digits) {
            return Digits.format(value, digits);
        }
    }

    /** A cell for a number that doesn't exist. */
    record None() implements Cell {
        @Override
        public String text(int digits) {
            return "–";
        }
    }

    /** A derivation of one quantity, and the format to write it in. */
    record Derived(Span span, String name, Derivation derivation, Network network, int digits, DerivationFormat format)
            implements Event {}

    /** The answer to {@code why}. */
    record Answered(Span span, Answer answer, int digits) implements Event {}

    /** A pass or an update, line by line. */
    record Narrated(Span span, String title, List<Derivation> lines, Network network, int digits) implements Event {}

    /** Formulas with their names: {@code mish(z)} and {@code mish′(z)}. */
    record Stated(Span span, List<NamedFormula> statements, int digits) implements Event {}

    /** A picture that the script doesn't write into a file. */
    record Pictured(Span span, Figure figure, int digits) implements Event {}

    /** A string that the script prints. */
    record Printed(Span span, String text) implements Event {}

    /** An error, with advice, or a notice. */
    record Reported(Diagnostic diagnostic) implements Event {
        public Reported {
            diagnostic = Advice.advised(diagnostic);
        }

        @Override
        public Span span() {
            return diagnostic.span();
        }
    }
}
