package org.nnlang.language;

/** What is known of a value before it is computed, or of one that is. */
sealed interface Known permits Value, Resolved, Typer.Known {
    /** Its shape, as far as it is known. */
    Shape shape();

    /** The number that it certainly is, else NaN. */
    double number();
}
