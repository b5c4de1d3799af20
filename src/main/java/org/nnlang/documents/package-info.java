/**
 * Documents with scripts in them: checked against what the scripts print, brought up to date, and put into a web page.
 *
 * <p>{@link org.nnlang.documents.PageReader} finds the blocks of a Markdown page, {@link org.nnlang.documents.PageRunner} runs them
 * in one session, and {@link org.nnlang.documents.Documents} does so with files and folders.
 */
package org.nnlang.documents;
