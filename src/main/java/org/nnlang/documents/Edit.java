package org.nnlang.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nnlang.text.Span;

/** A range of a page, and its replacement. */
public record Edit(Span old, String text) {
    /** The edits in order, without those within others: what a value or a formula encloses is part of it. */
    static List<Edit> apart(List<Edit> edits) {
        List<Edit> apart = new ArrayList<>();
        int end = 0;
        for (Edit edit : edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.old().start()))
                .toList()) {
            if (edit.old().start() >= end) {
                apart.add(edit);
                end = edit.old().end();
            }
        }
        return apart;
    }

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
