package org.nnlang.syntax;

import org.nnlang.ast.NumberText;
import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;
import org.nnlang.syntax.Token.Kind;

/**
 * Cuts a text into tokens, one at a time.
 *
 * <p>It knows nothing of brackets: every line end is a token, and the parser passes over those that mean nothing.
 */
public final class Lexer {
    private final Source source;
    private final String text;
    private final int end;
    private int at;
    private boolean newLine = true;

    /** A lexer for the part of a source from {@code start} to {@code end}. */
    public Lexer(Source source, int start, int end) {
        this.source = source;
        this.text = source.text();
        this.at = start;
        this.end = end;
    }

    /** Goes to an offset; tokens are read from there. */
    void goTo(int offset) {
        at = offset;
        newLine = false;
    }

    /** The next token but comments. */
    Token next() {
        Token token = nextWithComments();
        while (token.kind() == Kind.COMMENT) {
            token = nextWithComments();
        }
        return token;
    }

    /** The next token; at the end of the text {@code END}, again and again. */
    public Token nextWithComments() {
        skipBlanks();
        if (at >= end) {
            return token(Kind.END, end);
        }
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            Token token = token(Kind.LINE_END, c == '\r' && charAt(at + 1) == '\n' ? at + 2 : at + 1);
            newLine = true;
            return token;
        }
        if (c == '#') {
            return comment();
        }
        if (c == '"') {
            return text();
        }
        if (c >= '0' && c <= '9' || c == '.') {
            return number();
        }
        int point = text.codePointAt(at);
        return isNameStart(point) ? word() : sign(point);
    }

    private void skipBlanks() {
        while (at < end) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\t' && c != '\u00a0' && c != '\f' && c != '\ufeff') {
                return;
            }
            at++;
        }
    }

    private Token token(Kind kind, int to) {
        Token token = new Token(kind, at, to, newLine);
        at = to;
        newLine = false;
        return token;
    }

    private char charAt(int i) {
        return i < end ? text.charAt(i) : 0;
    }

    private Token comment() {
        int i = at;
        while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return token(Kind.COMMENT, i);
    }

    private Token text() {
        int i = at + 1;
        while (i < end && text.charAt(i) != '"' && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i += text.charAt(i) == '\\' && i + 1 < end && text.charAt(i + 1) >= ' ' ? 2 : 1;
        }
        if (i >= end || text.charAt(i) != '"') {
            throw error(at, i, new Problem.UnclosedText());
        }
        return token(Kind.TEXT, i + 1);
    }

    private Token number() {
        int to = NumberText.end(text.length() == end ? text : text.substring(0, end), at);
        if (to < 0 || to < end && isNamePart(text.codePointAt(to)) || charAt(to) == '.') {
            throw error(at, wordEnd(Math.max(to, at + 1)), new Problem.BadNumber(badNumber(to)));
        }
        if (Double.isInfinite(NumberText.value(text, at, to))) {
            throw error(at, to, new Problem.NumberTooLarge());
        }
        return token(Kind.NUMBER, to);
    }

    private String badNumber(int to) {
        return text.substring(at, wordEnd(Math.max(to, at + 1)));
    }

    private int wordEnd(int i) {
        while (i < end && (isNamePart(text.codePointAt(i)) || text.charAt(i) == '.')) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private Token word() {
        int i = at;
        while (i < end && isNamePart(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return token(Kind.WORD, i);
    }

    /** Whether a name can begin with this character: a letter of any script, or an underscore. */
    public static boolean isNameStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    /** Whether a name can go on with this character: also digits, and the marks that some scripts write on letters. */
    public static boolean isNamePart(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private Token sign(int c) {
        char next = charAt(at + 1);
        return switch (c) {
            case '(' -> token(Kind.OPEN_PAREN, at + 1);
            case ')' -> token(Kind.CLOSE_PAREN, at + 1);
            case '[' -> token(Kind.OPEN_BRACKET, at + 1);
            case ']' -> token(Kind.CLOSE_BRACKET, at + 1);
            case '{' -> token(Kind.OPEN_BRACE, at + 1);
            case '}' -> token(Kind.CLOSE_BRACE, at + 1);
            case ',' -> token(Kind.COMMA, at + 1);
            case ';' -> token(Kind.SEMICOLON, at + 1);
            case ':' -> token(Kind.COLON, at + 1);
            case '+' -> token(Kind.PLUS, at + 1);
            case '-' -> next == '>' ? token(Kind.ARROW, at + 2) : token(Kind.MINUS, at + 1);
            case '\u2212' -> token(Kind.MINUS, at + 1);
            case '*', '\u00b7', '\u00d7' -> token(Kind.TIMES, at + 1);
            case '/' -> token(Kind.OVER, at + 1);
            case '^' -> token(Kind.CARET, at + 1);
            case '@' -> token(Kind.AT, at + 1);
            case '~' -> token(Kind.ABOUT, at + 1);
            case '=' -> next == '=' ? token(Kind.EQUAL, at + 2) : token(Kind.ASSIGN, at + 1);
            case '<' -> next == '=' ? token(Kind.AT_MOST, at + 2) : token(Kind.LESS, at + 1);
            case '>' -> next == '=' ? token(Kind.AT_LEAST, at + 2) : token(Kind.GREATER, at + 1);
            case '!' -> {
                if (next == '=') {
                    yield token(Kind.NOT_EQUAL, at + 2);
                }
                throw error(at, at + 1, new Problem.UnknownCharacter("!"));
            }
            default ->
                throw error(at, at + Character.charCount(c), new Problem.UnknownCharacter(Character.toString(c)));
        };
    }

    private SyntaxError error(int from, int to, Problem problem) {
        at = to;
        return new SyntaxError(Diagnostic.error(new Span(source, from, Math.max(from, to)), problem));
    }
}
