package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/**
 * Something in a document that is not as it should be.
 *
 * @param document the document's name
 * @param line the line that it is about, from 1; 0 for the whole document
 * @param part the number of the block or value that it is about, from 1; 0 where it is about none
 * @param diagnostic what is wrong, placed in the document where it is about a place
 * @param edits what would put it right; empty where only the author can
 */
public record Finding(String document, int line, int part, Diagnostic diagnostic, List<Edit> edits) {
    /** One about a document as a whole. */
    static Finding ofDocument(Span nowhere, Problem problem) {
        return new Finding(nowhere.source().name(), 0, 0, Diagnostic.error(nowhere, problem), List.of());
    }
}
