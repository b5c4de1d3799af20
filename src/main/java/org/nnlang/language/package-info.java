/**
 * Runs a syntax tree: checks what can be known before, then walks it statement by statement.
 *
 * <p>{@link org.nnlang.language.Workspace} owns what a script builds up; {@code Checker} and {@code Interpreter} walk
 * the same tree, the one with shapes, the other with values. What is shown leaves as {@code Event}s; files come and go
 * through a {@code Host}.
 */
package org.nnlang.language;
