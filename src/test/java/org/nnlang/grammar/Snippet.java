package org.nnlang.grammar;

import java.util.stream.Stream;

/** A piece of script, and whether it is one. */
record Snippet(String script, boolean accepted) {

    /** One snippet a row; ⏎ stands for a line feed, ␍ for a carriage return. */
    static Stream<Snippet> rows(boolean accepted, String rows) {
        return rows.lines()
                .filter(row -> !row.isBlank())
                .map(row -> new Snippet(row.replace('⏎', '\n').replace('␍', '\r'), accepted));
    }

    @Override
    public String toString() {
        return (accepted ? "accepts " : "rejects ") + script.replace('\n', '⏎').replace('\r', '␍');
    }
}
