package org.nnlang.engine;

/**
 * Which kernel an engine chose, and why.
 *
 * @param kernel its name
 * @param reason a few words
 */
public record Choice(String kernel, String reason) {}
