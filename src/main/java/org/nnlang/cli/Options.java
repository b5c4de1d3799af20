package org.nnlang.cli;

/**
 * How results and diagnostics are written.
 *
 * @param json results as lines of JSON
 * @param quiet no results at all
 */
record Options(boolean json, boolean quiet, Color color) {
    /** When diagnostics are coloured. */
    enum Color {
        auto,
        always,
        never
    }
}
