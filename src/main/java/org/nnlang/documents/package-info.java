/**
 * Checks and updates Markdown documents that contain scripts, and renders them as web pages.
 *
 * <p>{@link org.nnlang.documents.PageReader} finds the blocks of a Markdown page, {@link org.nnlang.documents.PageRunner} runs them
 * in one session, and {@link org.nnlang.documents.Documents} does so with files and folders.
 */
package org.nnlang.documents;
