package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;

/**
 * A Markdown page or a LaTeX document with the blocks and values to run.
 *
 * @param source its text
 * @param fences all its fenced blocks
 * @param parts blocks and values, in reading order
 * @param problems what is wrong with their syntax
 */
record Page(Source source, List<Fence> fences, List<PageItem> parts, List<Diagnostic> problems) {}
