package org.nnlang.syntax;

import org.nnlang.syntax.LL1Parser.ParserToken;
import org.nnlang.syntax.Syntax.Token.Kind;
import org.nnlang.text.Source;

/**
 * Finds the position to continue at after a syntax error: the end of the statement's line, or of the line in which its
 * brackets close.
 *
 * <p>A line that begins as only a statement can is a statement, even if a bracket is still open: a forgotten bracket must
 * not hide the errors after it.
 */
final class Recovery {
    private static final int FARTHEST = 100_000;

    private final Source source;
    private final Lexer lexer;
    private final int statementStart;
    private final boolean inBlock;
    private int brackets;
    private int braces;
    private ParserToken following;
    private ParserToken last;

    /** Looks ahead from the parser's position, in a statement that began at {@code statementStart}. */
    Recovery(Tokens tokens, int statementStart, boolean inBlock) {
        this.source = tokens.source;
        this.statementStart = statementStart;
        this.inBlock = inBlock;
        for (ParserToken open = tokens.lastOpen(); open != null; open = open.outer()) {
            brackets++;
        }
        this.lexer = new Lexer(source, tokens.position(), tokens.end());
        lexer.goTo(tokens.position());
        ParserToken first = lexer.next();
        following = new ParserToken(first.kind, first.start(), first.end(), tokens.current().newLine, null);
    }

    /**
     * The offset at which the parser continues.
     *
     * @param intoBlocks whether to stop before a block, so that its statements are read; else skips blocks
     */
    int next(boolean intoBlocks) {
        while (true) {
            ParserToken token = take();
            if (isNext(token, intoBlocks)) {
                return token.start();
            }
            count(token.kind);
            last = token.kind == Kind.LINE_END ? last : token;
        }
    }

    /** Whether the next line that is not empty begins with {@code else}, and so continues the statement. */
    boolean elseFollows() {
        while (peek().kind == Kind.LINE_END) {
            take();
        }
        return is(peek(), "else");
    }

    /** Whether the statement continues after a line end: with {@code else}, a block that opens too late, or an operand. */
    private boolean isContinued() {
        return elseFollows() || peek().kind == Kind.OPEN_BRACE || last != null && asksForMore(last);
    }

    private boolean asksForMore(ParserToken token) {
        return switch (token.kind) {
            case COMMA, PLUS, MINUS, TIMES, OVER, CARET, AT, ABOUT, ASSIGN -> true;
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
            case WORD -> is(token, "and") || is(token, "or");
            default -> false;
        };
    }

    private boolean isNext(ParserToken token, boolean intoBlocks) {
        if (braces > 0) {
            return token.kind == Kind.END;
        }
        return switch (token.kind) {
            case END -> true;
            case CLOSE_BRACE -> inBlock || brackets == 0;
            case OPEN_BRACE -> brackets == 0 && intoBlocks;
            case LINE_END -> brackets == 0 && !isContinued();
            case SEMICOLON -> brackets == 0 && canBegin(peek().kind);
            default -> token.start() > statementStart && beginsStatement(token);
        };
    }

    /** Whether a statement can begin with this token; numbers after {@code ;} are more likely a matrix row. */
    private static boolean canBegin(Kind kind) {
        return switch (kind) {
            case WORD, LINE_END, CLOSE_BRACE, END -> true;
            default -> false;
        };
    }

    private void count(Kind kind) {
        switch (kind) {
            case OPEN_PAREN, OPEN_BRACKET -> brackets++;
            case CLOSE_PAREN, CLOSE_BRACKET -> brackets = Math.max(0, brackets - 1);
            case OPEN_BRACE -> braces++;
            case CLOSE_BRACE -> braces = Math.max(0, braces - 1);
            default -> {}
        }
    }

    /** Whether the open brackets are closed before the next statement, within the range searched. */
    boolean closes() {
        for (int i = 0; i < FARTHEST; i++) {
            ParserToken token = take();
            switch (token.kind) {
                case END, OPEN_BRACE -> {
                    return false;
                }
                default -> count(token.kind);
            }
            if (brackets == 0) {
                return true;
            }
            if (beginsStatement(token)) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsStatement(ParserToken token) {
        if (!token.newLine || token.kind != Kind.WORD) {
            return false;
        }
        String word = source.text().substring(token.start(), token.end());
        int type = Keywords.type(word, false);
        boolean value = Keywords.isQuantity(type) || type == NnParser.BIAS;
        return switch (peek().kind) {
            case ASSIGN -> true;
            case WORD -> Keywords.beginsStatement(word) && !(value && (is(peek(), "and") || is(peek(), "or")));
            case NUMBER, TEXT -> Keywords.beginsStatement(word);
            case OPEN_PAREN, OPEN_BRACKET, LINE_END, SEMICOLON -> Keywords.beginsStatement(word) && !value;
            default -> false;
        };
    }

    private boolean is(ParserToken token, String word) {
        return token.end() - token.start() == word.length() && source.text().startsWith(word, token.start());
    }

    private ParserToken peek() {
        if (following == null) {
            following = lexer.next();
        }
        return following;
    }

    private ParserToken take() {
        ParserToken token = peek();
        following = null;
        return token;
    }
}
