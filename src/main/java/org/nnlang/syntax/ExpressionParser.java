package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.ast.Expr;
import org.nnlang.ast.NumberText;
import org.nnlang.ast.Spec;
import org.nnlang.source.Problem;
import org.nnlang.source.Span;
import org.nnlang.syntax.Token.Kind;

/**
 * Expressions, from the loosest binding to the tightest: {@code or}; {@code and}; {@code not}; comparisons;
 * {@code + -}; {@code * /}; unary {@code -}; {@code ^}; {@code @} and {@code [ ]}.
 */
final class ExpressionParser {
    private final Tokens tokens;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expr expression() {
        tokens.enter();
        Expr expression = junction(false);
        tokens.leave();
        return expression;
    }

    private Expr junction(boolean and) {
        int start = tokens.current().start();
        Expr first = and ? not() : junction(true);
        if (!tokens.atWord(and ? "and" : "or")) {
            return first;
        }
        List<Expr> operands = new ArrayList<>(List.of(first));
        while (tokens.acceptWord(and ? "and" : "or")) {
            tokens.skipLineEnds();
            operands.add(and ? not() : junction(true));
        }
        return new Expr.Junction(and, operands, tokens.from(start));
    }

    private Expr not() {
        if (!tokens.atWord("not")) {
            return comparison();
        }
        int start = tokens.advance().start();
        tokens.enter();
        tokens.skipLineEnds();
        Expr operand = not();
        tokens.leave();
        return new Expr.Not(operand, tokens.from(start));
    }

    private Expr comparison() {
        int start = tokens.current().start();
        Expr left = sum();
        Expr.Relation relation = relation();
        if (relation == null) {
            return left;
        }
        tokens.advance();
        tokens.skipLineEnds();
        Expr right = sum();
        if (relation() != null) {
            throw tokens.error(tokens.span(tokens.current()), new Problem.ComparisonChain());
        }
        return new Expr.Comparison(relation, left, right, tokens.from(start));
    }

    private Expr.Relation relation() {
        return switch (tokens.current().kind()) {
            case LESS -> Expr.Relation.LESS;
            case AT_MOST -> Expr.Relation.AT_MOST;
            case GREATER -> Expr.Relation.GREATER;
            case AT_LEAST -> Expr.Relation.AT_LEAST;
            case EQUAL -> Expr.Relation.EQUAL;
            case NOT_EQUAL -> Expr.Relation.NOT_EQUAL;
            default -> null;
        };
    }

    /** A sum: also what stands on either side of {@code ~}. */
    Expr sum() {
        int start = tokens.current().start();
        Expr first = product();
        if (additive() == null) {
            return first;
        }
        List<Expr.Link> rest = new ArrayList<>();
        for (Expr.Operator sign = additive(); sign != null; sign = additive()) {
            tokens.advance();
            tokens.skipLineEnds();
            rest.add(new Expr.Link(sign, product()));
        }
        return new Expr.Chain(first, rest, tokens.from(start));
    }

    private Expr.Operator additive() {
        return tokens.at(Kind.PLUS) ? Expr.Operator.PLUS : tokens.at(Kind.MINUS) ? Expr.Operator.MINUS : null;
    }

    private Expr product() {
        int start = tokens.current().start();
        Expr first = negation();
        if (multiplicative() == null) {
            return first;
        }
        List<Expr.Link> rest = new ArrayList<>();
        for (Expr.Operator sign = multiplicative(); sign != null; sign = multiplicative()) {
            tokens.advance();
            tokens.skipLineEnds();
            rest.add(new Expr.Link(sign, negation()));
        }
        return new Expr.Chain(first, rest, tokens.from(start));
    }

    private Expr.Operator multiplicative() {
        return tokens.at(Kind.TIMES) ? Expr.Operator.TIMES : tokens.at(Kind.OVER) ? Expr.Operator.OVER : null;
    }

    private Expr negation() {
        if (!tokens.at(Kind.MINUS)) {
            return power();
        }
        int start = tokens.advance().start();
        tokens.enter();
        tokens.skipLineEnds();
        Expr operand = negation();
        tokens.leave();
        return new Expr.Negation(operand, tokens.from(start));
    }

    private Expr power() {
        int start = tokens.current().start();
        Expr base = postfix();
        if (!tokens.accept(Kind.CARET)) {
            return base;
        }
        tokens.enter();
        tokens.skipLineEnds();
        Expr exponent = negation();
        tokens.leave();
        return new Expr.Power(base, exponent, tokens.from(start));
    }

    /** {@code Q @ n}; n is a number, a name or in parentheses. */
    private Expr postfix() {
        int start = tokens.current().start();
        Expr expression = primary();
        if (!tokens.accept(Kind.AT)) {
            return expression;
        }
        tokens.skipLineEnds();
        Expr step = primary();
        return new Expr.At(expression, step, tokens.from(start));
    }

    private Expr primary() {
        return switch (tokens.current().kind()) {
            case NUMBER -> number();
            case WORD -> named();
            case OPEN_PAREN -> parenthesised();
            case OPEN_BRACKET -> matrix();
            case ASSIGN -> throw tokens.error(tokens.span(tokens.current()), new Problem.AssignmentInExpression());
            default -> throw tokens.expected("a value");
        };
    }

    private Expr number() {
        Token token = tokens.advance();
        double value = NumberText.value(tokens.source().text(), token.start(), token.end());
        return new Expr.Number(value, tokens.span(token));
    }

    Expr.Text text() {
        Token token = tokens.expect(Kind.TEXT, Kind.TEXT.text());
        return new Expr.Text(new TextReader(tokens.source(), token.start(), token.end()).plain(), tokens.span(token));
    }

    private Expr parenthesised() {
        Token open = tokens.open();
        Expr inner = expression();
        tokens.close(open, Kind.CLOSE_PAREN, "`)` or an operator");
        return inner;
    }

    private Expr named() {
        if (tokens.atWord("and") || tokens.atWord("or")) {
            throw tokens.expected("a value");
        }
        Token token = tokens.advance();
        Expr.Name name = new Expr.Name(tokens.text(token), tokens.span(token));
        if (tokens.at(Kind.OPEN_PAREN)) {
            return call(name);
        }
        return tokens.at(Kind.OPEN_BRACKET) ? index(name) : name;
    }

    private Expr call(Expr.Name name) {
        Token open = tokens.open();
        List<Expr> arguments = new ArrayList<>();
        if (!tokens.at(Kind.CLOSE_PAREN)) {
            do {
                arguments.add(expression());
            } while (tokens.accept(Kind.COMMA));
        }
        tokens.close(open, Kind.CLOSE_PAREN, "`,` or `)`");
        return new Expr.Call(
                name.name(), name.span(), arguments, tokens.from(name.span().start()));
    }

    private Expr index(Expr.Name name) {
        Token open = tokens.open();
        List<Expr> indices = new ArrayList<>();
        do {
            indices.add(expression());
        } while (tokens.accept(Kind.COMMA));
        tokens.close(open, Kind.CLOSE_BRACKET, "`]`");
        return new Expr.Index(name, indices, tokens.from(name.span().start()));
    }

    /** {@code [a, b; c, d]}. */
    private Expr matrix() {
        int start = tokens.current().start();
        NumberBlock block = NumberBlock.at(tokens.source().text(), start);
        if (block != null) {
            tokens.jump(block.end());
            Span span = new Span(tokens.source(), start, block.end());
            return new Expr.Numbers(block.values(), block.rowEnds(), span);
        }
        Token open = tokens.open();
        if (tokens.at(Kind.CLOSE_BRACKET)) {
            throw tokens.error(tokens.span(open).to(tokens.span(tokens.current())), new Problem.EmptyBrackets());
        }
        tokens.enter();
        List<List<Expr>> rows = new ArrayList<>();
        do {
            rows.add(row());
        } while (tokens.accept(Kind.SEMICOLON));
        tokens.leave();
        tokens.close(open, Kind.CLOSE_BRACKET, "`,`, `;` or `]`");
        return new Expr.Matrix(rows, tokens.from(start));
    }

    /** {@code a, b, c}, inside brackets. */
    List<Expr> row() {
        List<Expr> row = new ArrayList<>();
        do {
            row.add(expression());
        } while (tokens.accept(Kind.COMMA));
        return row;
    }

    /** {@code adam(beta1: 0.8)}; {@code what} says what the name is of. */
    Spec spec(String what) {
        Token token = tokens.expect(Kind.WORD, what);
        List<Spec.Argument> arguments = new ArrayList<>();
        if (tokens.at(Kind.OPEN_PAREN)) {
            Token open = tokens.open();
            if (!tokens.at(Kind.CLOSE_PAREN)) {
                do {
                    arguments.add(argument());
                } while (tokens.accept(Kind.COMMA));
            }
            tokens.close(open, Kind.CLOSE_PAREN, "`,` or `)`");
        }
        return new Spec(tokens.text(token), tokens.span(token), arguments, tokens.from(token.start()));
    }

    private Spec.Argument argument() {
        int start = tokens.current().start();
        String name = null;
        if (tokens.at(Kind.WORD) && tokens.following().kind() == Kind.COLON) {
            name = tokens.text(tokens.advance());
            tokens.advance();
        }
        Expr value = tokens.at(Kind.TEXT) ? text() : expression();
        return new Spec.Argument(name, value, tokens.from(start));
    }
}
