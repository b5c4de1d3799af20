package org.nnlang.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.syntax.LL1Parser.SyntaxError;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Message;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * The tokens of the grammar, as NnLexer.g4 describes them, and the parser's place in them. It knows by the token before whether
 * {@code [} opens a bracket of plain numbers, and makes one token of it.
 */
final class Tokens extends UnbufferedTokenStream<ParserToken> {
    /** Brackets, blocks and operators nested deeper than this are refused: a level takes up to 2 KB of the stack. */
    static final int DEEPEST = 200;

    private final Source source;
    private final Lexer lexer;
    /** The open brackets before the current token. */
    private final Deque<ParserToken> brackets = new ArrayDeque<>();
    /** The number of open brackets, and the type of the last token, at the position from which the stream reads ahead. */
    private int openRead;

    private int lastRead;
    /** The offset of a token that must not be joined with the tokens after it. */
    private int apart = -1;

    private int lastEnd;
    private int depth;
    private int blocks;

    /** The tokens of a whole source. */
    Tokens(Source source) {
        this(source, 0, source.text().length(), 0);
    }

    /** The tokens of a part of a source, at a depth in it. */
    Tokens(Source source, int start, int end, int depth) {
        super(null, 8);
        this.source = source;
        this.lexer = new Lexer(source, start, end);
        this.lastEnd = start;
        this.depth = depth;
    }

    // ------------------------------------------------------------------------------------------------------ reading

    @Override
    protected int fill(int count) {
        for (int i = 0; lexer != null && i < count; i++) { // null while the stream is constructed
            if (n > 0 && tokens[n - 1].getType() == EOF) {
                return i;
            }
            add(read());
        }
        return count;
    }

    private ParserToken read() {
        ParserToken token = typed();
        lastRead = token.getType();
        switch (lastRead) {
            case NnParser.LEFT_PAREN, NnParser.LEFT_BRACKET -> openRead++;
            case NnParser.RIGHT_PAREN, NnParser.RIGHT_BRACKET, NnParser.LAST -> openRead = Math.max(0, openRead - 1);
            default -> {}
        }
        return token;
    }

    private ParserToken typed() {
        Token token = lexer.next();
        while (openRead > 0 && token.kind() == Kind.LINE_END) {
            token = lexer.next();
        }
        return switch (token.kind()) {
            case WORD -> word(token);
            case OPEN_BRACKET -> bracket(token);
            case LINE_END -> lineEnd(token);
            case SEMICOLON -> openRead > 0 ? semicolon(token) : plain(NnParser.SEMICOLON, token);
            case UNREADABLE -> {
                Span span = new Span(source, token.start(), token.end());
                SyntaxError error = new SyntaxError(span, lexer.problem());
                yield new ParserToken(NnParser.STRAY, token, token.end(), null, error);
            }
            default -> plain(Keywords.type(token.kind(), openRead > 0), token);
        };
    }

    private static ParserToken plain(int type, Token token) {
        return new ParserToken(type, token, token.end(), null, null);
    }

    private ParserToken joined(int type, Token token, int end) {
        lexer.goTo(end);
        return new ParserToken(type, token, end, null, null);
    }

    private ParserToken word(Token word) {
        String text = source.text().substring(word.start(), word.end());
        if (openRead > 0) {
            int colon = lexer.gapEnd(word.end());
            boolean label = word.start() != apart && lexer.is(colon, ":") && !lexer.is(colon, ":=");
            return label ? joined(NnParser.LABEL, word, colon + 1) : plain(Keywords.type(text, true), word);
        }
        return text.equals("else") ? otherwise(word) : plain(Keywords.type(text, false), word);
    }

    /** Joins {@code else} with the symbol or word that must follow it. */
    private ParserToken otherwise(Token word) {
        int next = lexer.blanksEnd(word.end());
        if (lexer.is(next, "{")) {
            return joined(NnParser.OTHERWISE, word, next + 1);
        }
        return next > word.end() && lexer.isWord(next, "if")
                ? joined(NnParser.ELSE_IF, word, next + 2)
                : plain(NnParser.ELSE, word);
    }

    /** Reads a line end, which is skipped between a block and {@code else}. */
    private ParserToken lineEnd(Token lineEnd) {
        int next = lastRead == NnParser.CLOSE ? lexer.gapEnd(lineEnd.end()) : -1;
        if (next < 0 || !lexer.isWord(next, "else")) {
            return plain(NnParser.NEWLINE, lineEnd);
        }
        lexer.goTo(next + 4);
        return otherwise(new Token(Kind.WORD, next, next + 4, true));
    }

    private ParserToken semicolon(Token semicolon) {
        int next = lexer.gapEnd(semicolon.end());
        return lexer.is(next, "]") ? joined(NnParser.LAST, semicolon, next + 1) : plain(NnParser.SEMICOLON, semicolon);
    }

    private ParserToken bracket(Token bracket) {
        if (!Keywords.isQuantity(lastRead) && bracket.start() != apart) {
            NumberBlock numbers = NumberBlock.at(source, bracket.start(), lexer.end());
            if (numbers != null) {
                lexer.goTo(numbers.end());
                return new ParserToken(NnParser.NUMBERS, bracket, numbers.end(), numbers, null);
            }
        }
        return plain(NnParser.LEFT_BRACKET, bracket);
    }

    /** Splits the current token into the tokens from which it was joined. */
    void split() {
        int before = lastEnd;
        int start = current().start();
        jump(start);
        apart = start;
        lastEnd = before;
    }

    // ------------------------------------------------------------------------------------------------------- passing

    @Override
    public void consume() {
        ParserToken token = current();
        switch (token.getType()) {
            case NnParser.LEFT_PAREN, NnParser.LEFT_BRACKET -> brackets.push(token);
            case NnParser.RIGHT_PAREN, NnParser.RIGHT_BRACKET, NnParser.LAST -> brackets.poll();
            default -> {}
        }
        lastEnd = token.getType() == NnParser.NEWLINE ? lastEnd : token.end();
        super.consume();
    }

    ParserToken current() {
        return (ParserToken) LT(1);
    }

    /** The token after the current one. */
    ParserToken following() {
        return (ParserToken) LT(2);
    }

    ParserToken advance() {
        ParserToken passed = current();
        consume();
        return passed;
    }

    /** Reads on from {@code offset}. */
    void jump(int offset) {
        lexer.goTo(offset);
        lastEnd = offset;
        p = 0;
        n = 0;
        lastRead = 0;
        apart = -1;
        openRead = brackets.size();
    }

    /** The offset of the current token, or after it if it can't be read. */
    int position() {
        return current().error == null ? current().start() : current().end();
    }

    /** The offset at which the tokens end. */
    int end() {
        return lexer.end();
    }

    boolean at(int type) {
        return LA(1) == type;
    }

    /** Whether the current token can only come after a statement. */
    boolean atEndOfStatement() {
        return switch (LA(1)) {
            case NnParser.NEWLINE, NnParser.SEMICOLON, NnParser.CLOSE, EOF -> true;
            default -> false;
        };
    }

    /** The current token's text, if it is a word. */
    String word() {
        return current().kind() == Kind.WORD ? text(current()) : "";
    }

    String text(ParserToken token) {
        return source.text().substring(token.start(), token.shownEnd());
    }

    // -------------------------------------------------------------------------------------------------- looking ahead

    /** Whether the current word {@code if} is the function: a comma is directly in the parentheses after it. */
    boolean isChoice() {
        return LA(2) == NnParser.LEFT_PAREN && ahead(NnParser.COMMA).at(NnParser.COMMA);
    }

    /** Whether {@code =} follows the current name, or weight or bias in words. */
    boolean isSet() {
        return switch (LA(1)) {
            case NnParser.W, NnParser.BIAS ->
                LA(2) == NnParser.LEFT_PAREN
                        && ahead(NnParser.RIGHT_PAREN).following().kind() == Kind.ASSIGN;
            default -> LA(2) == NnParser.SET && (Keywords.isFree(LA(1)) || LA(1) == NnParser.PARAMETER);
        };
    }

    /** Looks ahead to the first token of a type directly in the parentheses after the current word, or to their end. */
    private Tokens ahead(int type) {
        Tokens ahead = new Tokens(source, following().start(), end(), 0);
        do {
            ahead.consume();
            switch (ahead.current().kind()) {
                case OPEN_BRACE, CLOSE_BRACE, UNREADABLE, END -> {
                    return ahead; // reported when the parser meets it
                }
                default -> {}
            }
        } while (!ahead.brackets.isEmpty() && (ahead.brackets.size() > 1 || !ahead.at(type)));
        return ahead;
    }

    /** Whether the current word or text is alone, so that it is a column's name. */
    boolean isColumn() {
        if (current().kind() == Kind.TEXT) {
            return true;
        }
        return current().kind() == Kind.WORD
                && switch (LA(2)) {
                    case NnParser.COMMA, NnParser.RIGHT_PAREN, NnParser.RIGHT_BRACKET -> true;
                    default -> false;
                };
    }

    /** Whether the current bracket has only words and texts, at least one of which isn't an expression. */
    boolean isListOfColumns() {
        if (!at(NnParser.LEFT_BRACKET)) {
            return false;
        }
        Tokens ahead = new Tokens(source, current().start(), end(), 0);
        boolean special = false;
        do {
            ahead.consume();
            if (ahead.current().error != null) {
                throw ahead.current().error;
            }
            if (!ahead.isColumn()) {
                if (ahead.following().error != null) {
                    throw ahead.following().error;
                }
                return false;
            }
            int type = ahead.LA(1);
            special |= !Keywords.isQuantity(type) && type != NnParser.PARAMETER;
            ahead.advance();
        } while (ahead.at(NnParser.COMMA));
        return special && ahead.at(NnParser.RIGHT_BRACKET);
    }

    // --------------------------------------------------------------------------------------------- brackets and blocks

    /** Goes one level deeper, up to a limit; {@link #leave} ends it. */
    void enter() {
        if (depth == DEEPEST) {
            throw error(current(), Problem.TOO_DEEP.with(DEEPEST));
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Enters a block after its opening brace. */
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

    /** The innermost open bracket, or null. */
    ParserToken lastOpen() {
        return brackets.peek();
    }

    /** Leaves all brackets, and goes to a depth. */
    void restore(int toDepth) {
        brackets.clear();
        depth = toDepth;
    }

    // --------------------------------------------------------------------------------------------------------- places

    Source source() {
        return source;
    }

    /** The offset after the previous token. */
    int lastEnd() {
        return lastEnd;
    }

    Span span(ParserToken token) {
        return new Span(source, token.start(), token.shownEnd());
    }

    /** The span from {@code start} to the end of the previous token. */
    Span from(int start) {
        return new Span(source, start, Math.max(start, lastEnd));
    }

    SyntaxError error(ParserToken at, Message message) {
        return new SyntaxError(span(at), message);
    }
}
