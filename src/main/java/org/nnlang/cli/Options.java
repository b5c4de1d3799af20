package org.nnlang.cli;

/**
 * How to write results and diagnostics.
 *
 * @param json results as lines of JSON
 * @param quiet no results at all
 */
record Options(boolean json, boolean quiet, Color color) {
    /** When to colour diagnostics. */
    enum Color {
        auto,
        always,
        never
    }
}
