package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Message;
import org.nnlang.text.Span;

/**
 * A problem found in a document.
 *
 * @param document the document's name
 * @param line the line, from 1; 0 for the whole document
 * @param part the number of the block or value, from 1; 0 for none
 * @param diagnostic what is wrong, with its position in the document if it has one
 * @param edits the edits that fix it; empty if only the author can, or if a picture is wrong
 * @param picture the picture to write instead of the one that is there; null if none is wrong
 */
public record Finding(
        String document, int line, int part, Diagnostic diagnostic, List<Edit> edits, PictureEdit picture) {
    /** A finding about the text. */
    Finding(String document, int line, int part, Diagnostic diagnostic, List<Edit> edits) {
        this(document, line, part, diagnostic, edits, null);
    }

    /** Whether nn can fix it. */
    boolean isFixable() {
        return !edits.isEmpty() || picture != null;
    }

    /** A finding about a place in no block. */
    static Finding of(Span place, Message problem) {
        return new Finding(place.source().name(), place.line(), 0, Diagnostic.error(place, problem), List.of());
    }

    /** A finding about a whole document. */
    static Finding ofDocument(Span nowhere, Message problem) {
        return new Finding(nowhere.source().name(), 0, 0, Diagnostic.error(nowhere, problem), List.of());
    }
}
