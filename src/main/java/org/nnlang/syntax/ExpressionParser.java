package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;

/**
 * Expressions, from the loosest binding to the tightest: {@code or}; {@code and}; {@code not}; comparisons;
 * {@code + -}; {@code * /}; unary {@code -}; {@code ^}; {@code @}. {@link OperandParser} reads what they join.
 */
final class ExpressionParser {
    private final Tokens tokens;
    private final OperandParser operands;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    Expr expression() {
        tokens.enter();
        Expr expression = junction(false);
        tokens.leave();
        return expression;
    }

    /** {@code a, b, c}, inside brackets. */
    List<Expr> row() {
        List<Expr> row = new ArrayList<>();
        do {
            row.add(expression());
        } while (tokens.accept(Kind.COMMA));
        return row;
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
        if (atComparison()) {
            throw tokens.error(tokens.current(), new Problem.ComparisonChain());
        }
        return new Expr.Comparison(relation, left, right, tokens.from(start));
    }

    boolean atComparison() {
        return relation() != null;
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
        Expr operand = negation();
        tokens.leave();
        return new Expr.Negation(operand, tokens.from(start));
    }

    private Expr power() {
        int start = tokens.current().start();
        Expr base = moment();
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
    private Expr moment() {
        int start = tokens.current().start();
        Expr quantity = operands.operand();
        if (!tokens.accept(Kind.AT)) {
            return quantity;
        }
        tokens.skipLineEnds();
        return new Expr.At(quantity, operands.step(), tokens.from(start));
    }
}
