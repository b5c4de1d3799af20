package org.nnlang.syntax;

import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.syntax.LL1Parser.SyntaxError;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Message;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/**
 * The tokens of the grammar, as NnLexer.g4 describes them, and the parser's place in them. It knows by the token before whether
 * {@code [} opens a bracket of plain numbers, and makes one token of it.
 */
final class Tokens extends UnbufferedTokenStream<ParserToken> {
    final Source source;
    private final Lexer lexer;
    private final ParserToken[] ahead = new ParserToken[3];
    private int count;
    private ParserToken last;
    /** Recently used words: a name that is used again shares its string. */
    private final String[] words;
    /** The innermost open bracket before the current token, or null. */
    private ParserToken open;
    /** The innermost open bracket, and the type of the last token, at the position from which the stream reads ahead. */
    private ParserToken openRead;

    private int lastRead;
    /** The offset of a token that must not be joined with the tokens after it. */
    private int apart = -1;

    /** The offset after the previous token. */
    private int lastEnd;

    /** The tokens of a whole source. */
    Tokens(Source source) {
        this(source, 0, source.text().length(), new String[128]);
    }

    /** The tokens of a part of a source. */
    Tokens(Tokens whole, int start, int end) {
        this(whole.source, start, end, whole.words);
    }

    private Tokens(Source source, int start, int end, String[] words) {
        super(null, 0);
        this.source = source;
        this.lexer = new Lexer(source, start, end);
        this.words = words;
        this.lastEnd = start;
    }

    // ------------------------------------------------------------------------------------------------------ reading

    /** Reads nothing yet, when the stream is constructed. */
    @Override
    protected int fill(int tokens) {
        return tokens;
    }

    @Override
    public ParserToken LT(int i) {
        if (i < 0) {
            return last;
        }
        while (count < i) {
            ahead[count++] = read();
        }
        return ahead[i - 1];
    }

    /** The type of a token; fails if the parser asks for the current one, and it can't be read. */
    @Override
    public int LA(int i) {
        ParserToken token = LT(i);
        if (i == 1 && token.kind == Kind.UNREADABLE) {
            throw error(token, token.problem());
        }
        return token.getType();
    }

    private ParserToken read() {
        ParserToken token = lexer.next();
        while (openRead != null && token.kind == Kind.LINE_END) {
            token = lexer.next();
        }
        token = typed(token);
        lastRead = token.getType();
        openRead = token.open(openRead);
        return token;
    }

    private ParserToken typed(ParserToken token) {
        switch (token.kind) {
            case WORD -> {
                return word(token);
            }
            case LINE_END -> {
                return lineEnd(token);
            }
            case OPEN_BRACKET -> {
                if (!Keywords.isQuantity(lastRead) && token.start() != apart) {
                    NumberBlock numbers = NumberBlock.at(source, token.start(), lexer.end());
                    if (numbers != null) {
                        lexer.goTo(numbers.end());
                        return token.as(numbers);
                    }
                }
            }
            case SEMICOLON -> {
                int next = openRead != null ? lexer.gapEnd(token.end()) : -1;
                if (next >= 0 && lexer.is(next, "]")) {
                    return joined(NnParser.LAST, token, next + 1);
                }
            }
            default -> {}
        }
        return token.as(Keywords.type(token.kind, openRead != null), token.end());
    }

    private ParserToken joined(int type, ParserToken token, int end) {
        lexer.goTo(end);
        return token.as(type, end);
    }

    private ParserToken word(ParserToken word) {
        String text = text(word.start(), word.end());
        word.setText(text);
        int type = Keywords.type(text, openRead != null);
        return type == NnParser.ELSE ? otherwise(word) : word.as(type, word.end());
    }

    /** The text of a word; words that were used before share their strings. */
    private String text(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + source.text().charAt(i);
        }
        String known = words[hash & words.length - 1];
        if (known == null || known.length() != end - start || !source.text().startsWith(known, start)) {
            known = source.text().substring(start, end);
            words[hash & words.length - 1] = known;
        }
        return known;
    }

    /** Joins {@code else} with the symbol or word that must follow it. */
    private ParserToken otherwise(ParserToken word) {
        int next = lexer.blanksEnd(word.end());
        if (lexer.is(next, "{")) {
            return joined(NnParser.OTHERWISE, word, next + 1);
        }
        return next > word.end() && lexer.isWord(next, "if")
                ? joined(NnParser.ELSE_IF, word, next + 2)
                : word.as(NnParser.ELSE, word.end());
    }

    /** Reads a line end, which is skipped between a block and {@code else}. */
    private ParserToken lineEnd(ParserToken lineEnd) {
        int next = lastRead == NnParser.CLOSE ? lexer.gapEnd(lineEnd.end()) : -1;
        if (next < 0 || !lexer.isWord(next, "else")) {
            return lineEnd.as(NnParser.NEWLINE, lineEnd.end());
        }
        ParserToken word = lexer.next();
        while (word.kind == Kind.LINE_END) {
            word = lexer.next();
        }
        return word(word);
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
        last = current();
        open = last.open(open);
        lastEnd = last.getType() == NnParser.NEWLINE ? lastEnd : last.end();
        count--;
        ahead[0] = ahead[1];
        ahead[1] = ahead[2];
    }

    ParserToken current() {
        return LT(1);
    }

    /** The token after the current one. */
    ParserToken following() {
        return LT(2);
    }

    ParserToken advance() {
        ParserToken passed = current();
        consume();
        return passed;
    }

    /** Reads on from an offset, outside of brackets. */
    void restart(int offset) {
        open = null;
        jump(offset);
    }

    /** Reads on from an offset. */
    void jump(int offset) {
        lexer.goTo(offset);
        lastEnd = offset;
        count = 0;
        lastRead = 0;
        apart = -1;
        openRead = open;
    }

    /** The offset of the current token, or after it if it can't be read. */
    int position() {
        return current().kind == Kind.UNREADABLE ? current().end() : current().start();
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
        return current().kind == Kind.WORD ? current().getText() : "";
    }

    String text(ParserToken token) {
        return token.kind == Kind.WORD ? token.getText() : span(token).text();
    }

    // -------------------------------------------------------------------------------------------------- looking ahead

    /** Whether the current word {@code if} is the function: a comma is directly in the parentheses after it. */
    boolean isChoice() {
        if (LA(2) != NnParser.LEFT_PAREN) {
            return false;
        }
        Tokens ahead = new Tokens(this, following().start(), end());
        do {
            ahead.consume();
            switch (ahead.current().kind) {
                case OPEN_BRACE, CLOSE_BRACE, UNREADABLE, END -> {
                    return false; // reported when the parser meets it
                }
                default -> {}
            }
        } while (ahead.open != null && (ahead.open.outer() != null || !ahead.at(NnParser.COMMA)));
        return ahead.at(NnParser.COMMA);
    }

    /** Whether the current word or text is alone, so that it is a column's name. */
    boolean isColumn() {
        if (current().kind == Kind.TEXT) {
            return true;
        }
        return current().kind == Kind.WORD
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
        Tokens ahead = new Tokens(this, current().start(), end());
        boolean special = false;
        do {
            ahead.consume();
            special |= !Keywords.isQuantity(ahead.LA(1)) && !ahead.at(NnParser.PARAMETER);
            boolean column = ahead.isColumn();
            ahead.consume();
            if (!column) {
                return ahead.LA(1) == NnParser.STRAY; // fails if that can't be read
            }
        } while (ahead.at(NnParser.COMMA));
        return special && ahead.at(NnParser.RIGHT_BRACKET);
    }

    // --------------------------------------------------------------------------------------------------------- places

    /** The innermost open bracket before the current token, or null. */
    ParserToken lastOpen() {
        return open;
    }

    /** The offset after the previous token. */
    int lastEnd() {
        return lastEnd;
    }

    Span span(ParserToken token) {
        return new Span(source, token.start(), token.shownEnd);
    }

    /** The span from {@code start} to the end of the previous token. */
    Span from(int start) {
        return new Span(source, start, Math.max(start, lastEnd));
    }

    SyntaxError error(ParserToken at, Message message) {
        return new SyntaxError(span(at), message);
    }
}
