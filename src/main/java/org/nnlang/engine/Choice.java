package org.nnlang.engine;

/**
 * Which kernel an engine chose, and why.
 *
 * @param kernel its name
 * @param reason in a few words, as it is shown
 */
public record Choice(String kernel, String reason) {}
