/**
 * Turns text into statements, or into problems.
 *
 * <p>{@code grammar/} defines the language, and the parser that ANTLR generates from it reads every script. This package gives it
 * tokens, makes the records of {@code language} from its trees, names mistakes in the reader's words, and goes on after them.
 * No other package knows ANTLR.
 */
package org.nnlang.syntax;
