package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Span;

/** A range of a page, and its replacement. */
public record Edit(Span old, String text) {
    /** Applies edits to a text; they must be in order and must not overlap. */
    static String apply(String text, List<Edit> edits) {
        StringBuilder edited = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            edited.append(text, at, edit.old.start()).append(edit.text);
            at = edit.old.end();
        }
        return edited.append(text.substring(at)).toString();
    }
}
