package org.nnlang.documents;

import java.util.List;
import org.nnlang.text.Span;

/** A stretch of a page, and what is to stand there. */
public record Edit(Span old, String text) {
    /** A text with all edits made; they are in order, and none overlaps another. */
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
