package org.nnlang.cli;

import org.nnlang.prompt.Pictures;

/**
 * How to write results and diagnostics.
 *
 * @param json results as lines of JSON
 * @param quiet no results at all
 */
record Options(boolean json, boolean quiet, Color color, Pictures.Mode pictures) {
    /** When to colour diagnostics. */
    enum Color {
        auto,
        always,
        never
    }
}
