/**
 * Text in, events out: the one entry point for files, documents, tests, and Java programs that embed nn.
 *
 * <p>{@link org.nnlang.session.Session} runs scripts; {@link org.nnlang.session.TextPrinter} and
 * {@link org.nnlang.session.JsonPrinter} print their results.
 */
package org.nnlang.session;
