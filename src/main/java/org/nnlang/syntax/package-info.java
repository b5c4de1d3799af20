/**
 * Text to syntax tree, or to diagnostics.
 *
 * <p>The lexer and the recursive-descent parser are written by hand: a matrix of a million numbers is read without a
 * token or a node for each, nesting is bounded, and every mistake is named in the reader's words. The grammar in
 * {@code grammar/} states the same language; the tests hold the two against each other.
 */
package org.nnlang.syntax;
