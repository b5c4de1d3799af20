package org.nnlang.documents;

import org.nnlang.text.Span;

/**
 * The expression behind a value in a sentence.
 *
 * @param expression the expression, in one line; null if there isn't exactly one
 * @param digits the number of significant digits, or 0 for the session's
 */
record InlineValue(String expression, int digits) {
    private static final int MOST_DIGITS = 17;
    private static final InlineValue NOTHING = new InlineValue(null, 0);

    static InlineValue of(Span asked) {
        String text = asked.text().replace('\n', ' ').replace('\r', ' ');
        int comma = -1;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '#' || c == '{' || c == ';' && depth <= 0 || c == ',' && depth <= 0 && comma >= 0) {
                return NOTHING;
            }
            comma = c == ',' && depth <= 0 ? i : comma;
        }
        return comma < 0 ? whole(text) : withDigits(text, comma);
    }

    private static InlineValue whole(String text) {
        return text.isBlank() ? NOTHING : new InlineValue(text, 0);
    }

    private static InlineValue withDigits(String text, int comma) {
        try {
            int digits = Integer.parseInt(text.substring(comma + 1).strip());
            boolean fine = digits >= 1 && digits <= MOST_DIGITS && comma > 0;
            return fine ? new InlineValue(text.substring(0, comma), digits) : NOTHING;
        } catch (NumberFormatException other) {
            return NOTHING;
        }
    }
}
