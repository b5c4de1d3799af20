/**
 * Text in, events out: the one entry point for files, documents, tests, and Java programs that embed nn.
 *
 * <p>{@link org.nnlang.session.Session} runs scripts.
 */
package org.nnlang.session;
