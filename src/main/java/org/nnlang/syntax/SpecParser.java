package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.Spec;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Span;

/** Names with arguments that may be named: {@code relu}, {@code adam(beta1: 0.8)}, {@code csv("iris.csv", test: 20%)}. */
final class SpecParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    SpecParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** An activation, a loss or an optimizer; {@code what} says which. */
    Spec method(String what) {
        if (!OperandParser.isFree(tokens.word())) {
            throw tokens.expected(what);
        }
        return spec(false);
    }

    /** {@code csv(…)}, whose arguments can also be texts, any words, and lists of both: the columns of a file. */
    Spec csv() {
        return spec(true);
    }

    private Spec spec(boolean columns) {
        Token name = tokens.advance();
        List<Spec.Argument> arguments = new ArrayList<>();
        if (tokens.at(Kind.OPEN_PAREN)) {
            tokens.open();
            if (!tokens.at(Kind.CLOSE_PAREN)) {
                do {
                    arguments.add(argument(columns));
                } while (tokens.accept(Kind.COMMA));
            }
            tokens.close(Kind.CLOSE_PAREN, "`,` or `)`");
        }
        return new Spec(tokens.text(name), tokens.span(name), arguments, tokens.from(name.start()));
    }

    private Spec.Argument argument(boolean columns) {
        int start = tokens.current().start();
        String name = null;
        if (tokens.at(Kind.WORD) && tokens.following().kind() == Kind.COLON) {
            name = tokens.text(tokens.advance());
            tokens.advance();
        }
        Expr value = columns ? columns() : expressions.expression();
        return new Spec.Argument(name, value, tokens.from(start));
    }

    private Expr columns() {
        if (isColumn()) {
            return column();
        }
        return tokens.at(Kind.OPEN_BRACKET) && isListOfColumns() ? list() : expressions.expression();
    }

    /** Whether the current token is a word or a text that stands by itself. */
    private boolean isColumn() {
        return tokens.at(Kind.TEXT)
                || tokens.at(Kind.WORD)
                        && switch (tokens.following().kind()) {
                            case COMMA, CLOSE_PAREN, CLOSE_BRACKET -> true;
                            default -> false;
                        };
    }

    private Expr column() {
        return tokens.at(Kind.TEXT) ? text() : word();
    }

    private Expr word() {
        Token token = tokens.advance();
        return new Expr.Name(tokens.text(token), tokens.span(token));
    }

    /** {@code "text"}. */
    Expr.Text text() {
        Token token = tokens.expect(Kind.TEXT, Kind.TEXT.text());
        return new Expr.Text(TextReader.plain(tokens, token), tokens.span(token));
    }

    /** Whether the bracket holds nothing but words and texts, one of them no expression. */
    private boolean isListOfColumns() {
        int start = tokens.current().start();
        Tokens ahead = new Tokens(tokens.source(), start, tokens.end(), 0);
        ahead.open();
        boolean special = false;
        do {
            if (!ahead.at(Kind.TEXT) && !ahead.at(Kind.WORD)) {
                return false;
            }
            special |= ahead.at(Kind.TEXT) || !OperandParser.isValue(ahead.word());
            ahead.advance();
        } while (ahead.accept(Kind.COMMA));
        return special && ahead.at(Kind.CLOSE_BRACKET);
    }

    private Expr list() {
        Token open = tokens.open();
        List<Expr> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (tokens.accept(Kind.COMMA));
        tokens.close(Kind.CLOSE_BRACKET, "`,` or `]`");
        Span span = tokens.from(open.start());
        return new Expr.Matrix(List.of(columns), false, span);
    }
}
