/**
 * Parses text into statements, or reports its syntax errors.
 *
 * <p>{@code grammar/} defines the language, and the parser that ANTLR generates from it reads every script. This package
 * gives it tokens, makes the records of {@code language} from the parts of its rules, words syntax errors for readers, and continues after
 * them. No other package knows ANTLR.
 */
package org.nnlang.syntax;
