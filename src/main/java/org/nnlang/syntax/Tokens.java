package org.nnlang.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Diagnostic;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** The parser's place in the tokens: the current one, and the next when it is asked for. */
final class Tokens {
    /** Brackets, blocks and operators nested deeper than this are refused: a level takes up to 2 KB of the stack. */
    static final int DEEPEST = 200;

    private final Source source;
    private final Lexer lexer;
    private final Deque<Token> brackets = new ArrayDeque<>();
    private Token current;
    private Token following;
    private int lastEnd;
    private int depth;
    private int blocks;

    /** The tokens of a whole source. */
    Tokens(Source source) {
        this(source, 0, source.text().length(), 0);
    }

    /** The tokens of a part of a source, which stands so deep in it. */
    Tokens(Source source, int start, int end, int depth) {
        this.source = source;
        this.lexer = new Lexer(source, start, end);
        this.lastEnd = start;
        this.depth = depth;
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
        while (token.kind() == Kind.LINE_END && !brackets.isEmpty()) {
            token = lexer.next();
        }
        return token;
    }

    /** Whether the current word {@code if} is the function: a comma stands directly in the parentheses behind it. */
    boolean isChoice() {
        if (following().kind() != Kind.OPEN_PAREN) {
            return false;
        }
        Lexer ahead = new Lexer(source, following.end(), lexer.end());
        try {
            for (int open = 1; open > 0; ) {
                switch (ahead.next().kind()) {
                    case OPEN_PAREN, OPEN_BRACKET -> open++;
                    case CLOSE_PAREN, CLOSE_BRACKET -> open--;
                    case COMMA -> {
                        if (open == 1) {
                            return true;
                        }
                    }
                    case OPEN_BRACE, CLOSE_BRACE, END -> open = 0;
                    default -> {}
                }
            }
        } catch (SyntaxError unreadable) {
            return false; // reported when the parser meets it
        }
        return false;
    }

    /** The token after the current one. */
    Token following() {
        current();
        if (following == null) {
            following = read();
        }
        return following;
    }

    Token advance() {
        Token passed = current();
        lastEnd = passed.end();
        current = following;
        following = null;
        return passed;
    }

    /** Reads on from {@code offset}. */
    void jump(int offset) {
        lexer.goTo(offset);
        lastEnd = offset;
        current = null;
        following = null;
    }

    /** The offset of the first token that was not passed, or after what is none. */
    int position() {
        return current == null ? lexer.position() : current.start();
    }

    /** Whether the first token that was not passed is the first on its line. */
    boolean onNewLine() {
        return current != null && current.newLine();
    }

    /** The offset at which the tokens end. */
    int end() {
        return lexer.end();
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

    /** Whether the current token can only stand behind a statement. */
    boolean atEndOfStatement() {
        return switch (current().kind()) {
            case LINE_END, SEMICOLON, END, CLOSE_BRACE -> true;
            default -> false;
        };
    }

    String text(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    /** The current token's text, if it is a word. */
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

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw expectedWord(List.of(word));
        }
    }

    /** Passes over {@code =}; what comes after it may stand on a later line. */
    void expectAssign() {
        expect(Kind.ASSIGN, Kind.ASSIGN.text());
        skipLineEnds();
    }

    /** Passes over an opening bracket; up to its {@link #close} line ends mean nothing. */
    Token open() {
        Token open = current();
        brackets.push(open);
        jump(open.end());
        return open;
    }

    /** Passes over the closing bracket that belongs to the last {@link #open}. */
    void close(Kind kind, String what) {
        if (!at(kind)) {
            throw expected(what);
        }
        brackets.pop();
        advance();
    }

    /** Passes over line ends. */
    void skipLineEnds() {
        while (at(Kind.LINE_END)) {
            int before = lastEnd;
            advance();
            lastEnd = before;
        }
    }

    /** One level deeper, up to a limit; the end is {@link #leave}. */
    void enter() {
        if (depth == DEEPEST) {
            throw error(current(), new Problem.TooDeep(DEEPEST));
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Into a block, whose opening brace was passed. */
    void enterBlock() {
        blocks++;
    }

    void leaveBlock() {
        blocks--;
    }

    /** Whether a closing brace would close something. */
    boolean inBlock() {
        return blocks > 0;
    }

    int depth() {
        return depth;
    }

    /** How many brackets are open. */
    int openBrackets() {
        return brackets.size();
    }

    /** Outside all brackets again, at a depth. */
    void restore(int toDepth) {
        brackets.clear();
        depth = toDepth;
    }

    Span span(Token token) {
        return new Span(source, token.start(), token.end());
    }

    /** From {@code start} to the end of the last token that was passed. */
    Span from(int start) {
        return new Span(source, start, Math.max(start, lastEnd));
    }

    SyntaxError error(Token at, Problem problem) {
        return new SyntaxError(Diagnostic.error(span(at), problem));
    }

    /** Something else should stand here; or a bracket should have been closed before. */
    SyntaxError expected(String what) {
        return new Mistakes(this).expected(what);
    }

    /** One of a few words should stand here. */
    SyntaxError expectedWord(List<String> words) {
        return new Mistakes(this).expectedWord(words);
    }

    /** The bracket that was opened last of those that are open, or null. */
    Token lastOpen() {
        return brackets.peek();
    }

    /** The offset after the last token that was passed. */
    int lastEnd() {
        return lastEnd;
    }
}
