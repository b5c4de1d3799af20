package org.nnlang.docs;

import java.util.List;
import org.nnlang.source.Diagnostic;

/**
 * Something in a document that is not as it should be.
 *
 * @param document the document's name
 * @param line the line that it is about, from 1; 0 for the whole document
 * @param diagnostic what is wrong, placed in the document where it is about a place
 * @param edits what would put it right; empty where only the author can
 */
public record Finding(String document, int line, Diagnostic diagnostic, List<Edit> edits) {}
