package org.nnlang.syntax;

import org.antlr.v4.runtime.CommonToken;

/** A token as the grammar sees it: of one of its types, and sometimes longer than the {@code token} that a message would show. */
final class ParserToken extends CommonToken {
    private static final long serialVersionUID = 1;

    private final transient Token token;
    private final transient NumberBlock numbers;
    private final transient SyntaxError error;

    private ParserToken(int type, Token token, int end, NumberBlock numbers, SyntaxError error) {
        super(type);
        this.token = token;
        this.numbers = numbers;
        this.error = error;
        setStartIndex(token.start());
        setStopIndex(end - 1);
    }

    ParserToken(int type, Token token, int end) {
        this(type, token, end, null, null);
    }

    /** A bracket of plain numbers. */
    ParserToken(Token bracket, NumberBlock numbers) {
        this(NnParser.NUMBERS, bracket, numbers.end(), numbers, null);
    }

    /** What can't be read, and why. */
    ParserToken(SyntaxError error, int start, int end) {
        this(NnParser.STRAY, new Token(Token.Kind.UNREADABLE, start, end, false), end, null, error);
    }

    Token token() {
        return token;
    }

    Token.Kind kind() {
        return token.kind();
    }

    int start() {
        return token.start();
    }

    /** The offset after it. */
    int end() {
        return getStopIndex() + 1;
    }

    boolean newLine() {
        return token.newLine();
    }

    /** The numbers of a bracket that holds nothing else. */
    NumberBlock numbers() {
        return numbers;
    }

    /** Why it can't be read, or null. */
    SyntaxError error() {
        return error;
    }
}
