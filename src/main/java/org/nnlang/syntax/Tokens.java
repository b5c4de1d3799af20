package org.nnlang.syntax;

import org.nnlang.source.Diagnostic;
import org.nnlang.source.Problem;
import org.nnlang.source.Source;
import org.nnlang.source.Span;
import org.nnlang.syntax.Token.Kind;

/** The parser's place in the tokens: the current one, and the next when it is asked for. */
final class Tokens {
    /** Brackets, blocks and operators nested deeper than this are refused. */
    static final int DEEPEST = 250;

    private final Source source;
    private final Lexer lexer;
    private Token current;
    private Token following;
    private int lastEnd;
    private int depth;
    private int brackets;

    Tokens(Source source, int start, int end) {
        this.source = source;
        this.lexer = new Lexer(source, start, end);
        this.lastEnd = start;
    }

    Source source() {
        return source;
    }

    Token current() {
        if (current == null) {
            current = read();
        }
        return current;
    }

    private Token read() {
        Token token = lexer.next();
        while (brackets > 0 && token.kind() == Kind.LINE_END) {
            token = lexer.next();
        }
        return token;
    }

    /** The token after the current one, on the same line. */
    Token following() {
        current();
        if (following == null) {
            following = lexer.next();
        }
        return following;
    }

    Token advance() {
        Token passed = current();
        lastEnd = passed.end();
        current = following;
        following = null;
        if (current != null && brackets > 0 && current.kind() == Kind.LINE_END) {
            current = null;
        }
        return passed;
    }

    /** Passes over the current token and reads on from {@code offset}. */
    void jump(int offset) {
        lexer.goTo(offset);
        lastEnd = offset;
        current = null;
        following = null;
    }

    boolean at(Kind kind) {
        return current().kind() == kind;
    }

    boolean atWord(String word) {
        return at(Kind.WORD) && is(current(), word);
    }

    boolean is(Token token, String word) {
        return token.end() - token.start() == word.length() && source.text().startsWith(word, token.start());
    }

    String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    String word() {
        return at(Kind.WORD) ? text(current()) : "";
    }

    boolean accept(Kind kind) {
        if (at(kind)) {
            advance();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) {
        if (atWord(word)) {
            advance();
            return true;
        }
        return false;
    }

    Token expect(Kind kind, String what) {
        if (!at(kind)) {
            throw expected(what);
        }
        return advance();
    }

    /** Passes over an opening bracket; up to its {@link #close} line ends mean nothing. */
    Token open() {
        brackets++;
        following = null;
        Token open = current;
        lexer.goTo(open.end());
        lastEnd = open.end();
        current = null;
        return open;
    }

    /** Passes over the closing bracket that belongs to {@code open}. */
    void close(Token open, Kind kind, String what) {
        if (!at(kind)) {
            boolean lost = at(Kind.END) || at(Kind.CLOSE_BRACE) || current().newLine() && !at(Kind.NUMBER);
            throw lost ? error(span(open), new Problem.Unclosed(text(open), kind.text())) : expected(what);
        }
        brackets--;
        advance();
    }

    /** Passes over line ends. */
    void skipLineEnds() {
        while (at(Kind.LINE_END)) {
            advance();
        }
    }

    /** One level deeper, up to a limit; the end is {@link #leave}. */
    void enter() {
        if (++depth > DEEPEST) {
            throw error(span(current()), new Problem.TooDeep(DEEPEST));
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Outside all brackets again, at a depth. */
    void restore(int toDepth) {
        brackets = 0;
        depth = toDepth;
    }

    Span span(Token token) {
        return new Span(source, token.start(), token.end());
    }

    /** From {@code start} to the end of the last token that was passed. */
    Span from(int start) {
        return new Span(source, start, Math.max(start, lastEnd));
    }

    SyntaxError expected(String what) {
        return error(span(current()), new Problem.Expected(what, found()));
    }

    private String found() {
        Token token = current();
        return switch (token.kind()) {
            case WORD, NUMBER, TEXT -> "`" + abbreviated(text(token)) + "`";
            default -> token.kind().text();
        };
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    SyntaxError error(Span span, Problem problem) {
        return new SyntaxError(Diagnostic.error(span, problem));
    }
}
