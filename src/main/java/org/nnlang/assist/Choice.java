package org.nnlang.assist;

/**
 * A word that fits a position.
 *
 * @param meaning its meaning on one line
 * @param goesOn whether more follows without a space
 */
public record Choice(String text, String meaning, boolean goesOn) {}
