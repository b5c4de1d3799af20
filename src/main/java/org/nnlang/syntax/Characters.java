package org.nnlang.syntax;

/** What a character is to the language. */
public final class Characters {
    private Characters() {}

    /** Whether it is blank space within a line: a space, a tab, or the no-break space of text from web pages. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a name can begin with this character: a letter of any script, or an underscore. */
    public static boolean isNameStart(int c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' : Character.isLetter(c);
    }

    /** Whether a name can go on with this character: also digits, and the marks that some scripts write on letters. */
    public static boolean isNamePart(int c) {
        if (c < 128) {
            return isNameStart(c) || c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** Where the word that begins at {@code from} ends, at the latest at {@code end}. */
    static int wordEnd(String text, int from, int end) {
        int i = from;
        while (i < end && isNamePart(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.min(i, end);
    }

    /** Where the line that {@code from} stands in ends, at the latest at {@code end}. */
    static int lineEnd(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
