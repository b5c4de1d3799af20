/**
 * Text in, events out: the one door for files, documents, tests, and Java programs that embed nn.
 *
 * <p>{@link org.nnlang.session.Session} runs scripts; {@link org.nnlang.session.TextPrinter} and
 * {@link org.nnlang.session.JsonPrinter} put what they show into words.
 */
package org.nnlang.session;
