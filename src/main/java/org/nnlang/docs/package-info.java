/**
 * Documents with scripts in them: checked against what the scripts print, brought up to date, and put into a web page.
 *
 * <p>{@link org.nnlang.docs.PageReader} finds the blocks of a Markdown page, {@link org.nnlang.docs.PageRunner} runs them
 * in one session, and {@link org.nnlang.docs.Documents} does so with files and folders.
 */
package org.nnlang.docs;
