package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Source;

/**
 * A Markdown page with what is to be run in it.
 *
 * @param source its text
 * @param fences all its fenced blocks
 * @param parts blocks and values, as they are read
 * @param problems what is wrong with how they are written
 */
record Page(Source source, List<Fence> fences, List<PageItem> parts, List<Diagnostic> problems) {}
