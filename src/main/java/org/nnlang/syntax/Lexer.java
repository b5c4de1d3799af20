package org.nnlang.syntax;

import org.nnlang.language.NumberText;
import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Source;

/**
 * Cuts a text into tokens, one at a time.
 *
 * <p>It knows nothing of brackets: every line end is a token, and the parser passes over those that mean nothing.
 */
final class Lexer {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int LONGEST_QUOTE = 40;

    private final String text;
    private final int end;
    private int at;
    private boolean newLine = true;

    /** A lexer for the part of a source from {@code start} to {@code end}. */
    Lexer(Source source, int start, int end) {
        this.text = source.text();
        this.at = start;
        this.end = end;
        if (start == 0) {
            skipBlanks();
            at += charAt(at) == BYTE_ORDER_MARK ? 1 : 0;
        }
    }

    /** Goes to an offset; tokens are read from there. */
    void goTo(int offset) {
        at = offset;
        newLine = false;
    }

    /** The offset at which the tokens end. */
    int end() {
        return end;
    }

    /** Reads the next token that isn't a comment. */
    ParserToken next() {
        ParserToken token = nextWithComments();
        while (token.kind == Kind.COMMENT) {
            token = nextWithComments();
        }
        return token;
    }

    /** Reads the next token; at the end of the text always {@code END}. */
    ParserToken nextWithComments() {
        skipBlanks();
        if (at >= end) {
            return token(Kind.END, end);
        }
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            ParserToken token = token(Kind.LINE_END, c == '\r' && charAt(at + 1) == '\n' ? at + 2 : at + 1);
            newLine = true;
            return token;
        }
        if (c == '#') {
            return token(Kind.COMMENT, lineEnd(text, at, end));
        }
        if (c == '"') {
            return text();
        }
        if (isDigit(c) || c == '.' && isDigit(charAt(at + 1))) {
            return number();
        }
        int point = text.codePointAt(at);
        return isNameStart(point) ? token(Kind.WORD, wordEnd(text, at, end)) : sign(c, charAt(at + 1));
    }

    private void skipBlanks() {
        at = blanksEnd(at);
    }

    private ParserToken token(Kind kind, int to) {
        return token(kind, to, newLine, null);
    }

    private ParserToken token(Kind kind, int to, boolean newLine, Message problem) {
        ParserToken token = new ParserToken(kind, at, to, newLine, problem);
        at = to;
        this.newLine = false;
        return token;
    }

    private char charAt(int i) {
        return i < end ? text.charAt(i) : 0;
    }

    private ParserToken text() {
        int i = at + 1;
        while (i < end && text.charAt(i) != '"' && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i += text.charAt(i) == '\\' && i + 1 < end && text.charAt(i + 1) >= ' ' ? 2 : 1;
        }
        if (charAt(i) != '"') {
            return unreadable(i, Problem.UNCLOSED_TEXT.with());
        }
        return token(Kind.TEXT, i + 1);
    }

    private ParserToken number() {
        int to = NumberText.end(text, at, end);
        boolean runsOn = to < 0 || charAt(to) == '.' || to < end && isNamePart(text.codePointAt(to));
        if (runsOn) {
            int past = Math.max(to, at + 1);
            while (past < end && (text.charAt(past) == '.' || isNamePart(text.codePointAt(past)))) {
                past = text.charAt(past) == '.' ? past + 1 : wordEnd(text, past, end);
            }
            return unreadable(past, SignWording.badNumber(quoted(text, at, past)));
        }
        return token(Kind.NUMBER, to);
    }

    private ParserToken sign(char c, char next) {
        return switch (c) {
            case '(' -> token(Kind.OPEN_PAREN, at + 1);
            case ')' -> token(Kind.CLOSE_PAREN, at + 1);
            case '[' -> token(Kind.OPEN_BRACKET, at + 1);
            case ']' -> token(Kind.CLOSE_BRACKET, at + 1);
            case '{' -> token(Kind.OPEN_BRACE, at + 1);
            case '}' -> token(Kind.CLOSE_BRACE, at + 1);
            case ',' -> token(Kind.COMMA, at + 1);
            case ';' -> token(Kind.SEMICOLON, at + 1);
            case ':' -> next == '=' ? unknown(2) : token(Kind.COLON, at + 1);
            case '+' -> token(Kind.PLUS, at + 1);
            case '-' -> next == '>' ? token(Kind.ARROW, at + 2) : token(Kind.MINUS, at + 1);
            case '\u2212' -> token(Kind.MINUS, at + 1);
            case '*' -> next == '*' ? unknown(2) : token(Kind.TIMES, at + 1);
            case '\u00b7', '\u00d7' -> token(Kind.TIMES, at + 1);
            case '/' -> next == '/' || next == '*' ? unknown(2) : token(Kind.OVER, at + 1);
            case '^' -> token(Kind.CARET, at + 1);
            case '@' -> token(Kind.AT, at + 1);
            case '~' -> token(Kind.ABOUT, at + 1);
            case '=' -> next == '<' || next == '>' ? unknown(2) : equals(next);
            case '<' -> next == '>' ? unknown(2) : compared(Kind.LESS, Kind.AT_MOST, next);
            case '>' -> compared(Kind.GREATER, Kind.AT_LEAST, next);
            case '!' -> next == '=' ? token(Kind.NOT_EQUAL, at + 2) : unknown(1);
            case '&', '|' -> unknown(next == c ? 2 : 1);
            default -> unknown(Character.charCount(text.codePointAt(at)));
        };
    }

    private ParserToken equals(char next) {
        return next == '=' && charAt(at + 2) == '=' ? unknown(3) : compared(Kind.ASSIGN, Kind.EQUAL, next);
    }

    /** Reads a symbol that may be followed by {@code =}. */
    private ParserToken compared(Kind alone, Kind withEquals, char next) {
        return next == '=' ? token(withEquals, at + 2) : token(alone, at + 1);
    }

    private ParserToken unknown(int length) {
        int to = Math.min(end, at + length);
        return unreadable(to, SignWording.unknown(text.substring(at, to)));
    }

    /** Makes a token of what can't be read, which ends at {@code to}. */
    private ParserToken unreadable(int to, Message why) {
        return token(Kind.UNREADABLE, to, false, why); // no statement begins with it
    }

    /** Quotes a piece of text for a message; cuts it if it is long. */
    static String quoted(String text, int from, int to) {
        if (to - from <= LONGEST_QUOTE) {
            return text.substring(from, to);
        }
        int cut = from + LONGEST_QUOTE - 1;
        return text.substring(from, Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut) + "…";
    }

    // ------------------------------------------------------------------------------------------------------ characters

    /** The offset after the spaces, line ends and comments that begin at {@code from}. */
    int gapEnd(int from) {
        return gapEnd(text, from, end);
    }

    static int gapEnd(String text, int from, int end) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '#') {
                i = lineEnd(text, i, end);
            } else if (isBlank(c) || c == '\n' || c == '\r') {
                i++;
            } else {
                return i;
            }
        }
        return end;
    }

    /** The offset after the spaces that begin at {@code from}, in the same line. */
    int blanksEnd(int from) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether {@code sign} is at an offset. */
    boolean is(int offset, String sign) {
        return offset + sign.length() <= end && text.startsWith(sign, offset);
    }

    /** Whether the word at an offset is {@code word}. */
    boolean isWord(int offset, String word) {
        return is(offset, word) && wordEnd(text, offset, end) == offset + word.length();
    }

    /** Whether a character is a space, a tab, or the no-break space of text from web pages. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a name can begin with this character: a letter of any script, or an underscore. */
    static boolean isNameStart(int c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' : Character.isLetter(c);
    }

    /** Whether this character can continue a name: even digits, and the marks that some scripts write on letters. */
    static boolean isNamePart(int c) {
        if (c < 128) {
            return isNameStart(c) || c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** The offset after the word that begins at {@code from}, at most {@code end}. */
    static int wordEnd(String text, int from, int end) {
        int i = from;
        while (i < end && isNamePart(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.min(i, end);
    }

    /** The offset of the end of the line that contains {@code from}, at most {@code end}. */
    static int lineEnd(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
