package org.nnlang.documents;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the anchors of headings in GitHub's way. */
final class Headings {
    private final Map<String, Integer> used = new HashMap<>();

    /** The anchor of the next heading. */
    String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                anchor.appendCodePoint(c);
            } else if (c == ' ') {
                anchor.append('-');
            }
        });
        int before = used.merge(anchor.toString(), 1, Integer::sum) - 1;
        return before == 0 ? anchor.toString() : anchor + "-" + before;
    }
}
