package org.nnlang.syntax;

/**
 * A word, number, text or sign of a script.
 *
 * @param start the offset of its first character
 * @param end the offset after its last
 * @param newLine whether it is the first on its line
 */
public record Token(Kind kind, int start, int end, boolean newLine) {
    /** The kinds of tokens; the signs with how they are written. */
    public enum Kind {
        WORD("a name"),
        NUMBER("a number"),
        TEXT("a string in quotes"),
        OPEN_PAREN("`(`"),
        CLOSE_PAREN("`)`"),
        OPEN_BRACKET("`[`"),
        CLOSE_BRACKET("`]`"),
        OPEN_BRACE("`{`"),
        CLOSE_BRACE("`}`"),
        COMMA("`,`"),
        SEMICOLON("`;`"),
        COLON("`:`"),
        PLUS("`+`"),
        MINUS("`-`"),
        TIMES("`*`"),
        OVER("`/`"),
        CARET("`^`"),
        AT("`@`"),
        ARROW("`->`"),
        ABOUT("`~`"),
        ASSIGN("`=`"),
        EQUAL("`==`"),
        NOT_EQUAL("`!=`"),
        LESS("`<`"),
        AT_MOST("`<=`"),
        GREATER("`>`"),
        AT_LEAST("`>=`"),
        LINE_END("the end of the line"),
        COMMENT("a comment"),
        UNREADABLE("what can't be read"),
        END("the end of the script");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What it is called in a message. */
        public String text() {
            return text;
        }
    }
}
