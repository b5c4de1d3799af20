package org.nnlang.slips;

/**
 * A wrong rule that is known from teaching.
 *
 * @param id names it for programs
 * @param name what it is, in a few words
 * @param why why people do so, and what is right instead
 */
public record Belief(String id, String name, String why) {}
