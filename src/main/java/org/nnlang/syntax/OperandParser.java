package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.language.Words;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;
import org.nnlang.text.Span;

/** What operators join: numbers, names, calls, elements, matrices, and expressions in parentheses. */
final class OperandParser {
    /** The reserved words that name a quantity. */
    private static final List<String> QUANTITIES = List.of("input", "target", "data", "loss", "weights");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    OperandParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expr operand() {
        Expr operand = switch (tokens.current().kind()) {
            case NUMBER -> number();
            case WORD -> named();
            case OPEN_PAREN -> parenthesised();
            case OPEN_BRACKET -> matrix();
            case CLOSE_PAREN, CLOSE_BRACKET -> throw unopened();
            case ASSIGN -> throw tokens.error(tokens.current(), new Problem.AssignmentInExpression());
            default -> throw tokens.expected("a value");
        };
        refuseBracket();
        return operand;
    }

    private SyntaxError unopened() {
        return tokens.openBrackets() > 0
                ? tokens.expected("a value")
                : tokens.error(tokens.current(), new Problem.Unopened(tokens.text(tokens.current())));
    }

    /** Behind an operand a bracket joins nothing. */
    private void refuseBracket() {
        boolean bracket = tokens.at(Kind.OPEN_PAREN) || tokens.at(Kind.OPEN_BRACKET);
        if (bracket && !tokens.current().newLine()) {
            throw tokens.error(
                    tokens.current(), new Problem.StrayBracket(tokens.current().kind() == Kind.OPEN_PAREN ? "(" : "["));
        }
    }

    /** The n of {@code Q @ n}. */
    Expr step() {
        return switch (tokens.current().kind()) {
            case NUMBER -> number();
            case OPEN_PAREN -> parenthesised();
            case WORD -> stepName();
            default -> throw notAStep();
        };
    }

    private Expr stepName() {
        if (!isFree(tokens.word())) {
            throw notAStep();
        }
        Token token = tokens.advance();
        return new Expr.Name(tokens.text(token), tokens.span(token));
    }

    private SyntaxError notAStep() {
        return tokens.expected("a step (a number, a name, or an expression in parentheses)");
    }

    private Expr number() {
        Token token = tokens.advance();
        double value = NumberText.value(tokens.source().text(), token.start(), token.end());
        return new Expr.Number(value, tokens.span(token));
    }

    private Expr parenthesised() {
        tokens.open();
        Expr inner = expressions.expression();
        tokens.close(Kind.CLOSE_PAREN, "`)` or an operator");
        return inner;
    }

    private Expr named() {
        Token token = tokens.current();
        String word = tokens.text(token);
        if (word.equals("if")) {
            return choice(token);
        }
        if (!isValue(word)) {
            return ofParameter(token, word);
        }
        tokens.advance();
        Expr.Name name = new Expr.Name(word, tokens.span(token));
        if (Words.isParameter(word)) {
            return name;
        }
        return switch (tokens.current().kind()) {
            case OPEN_PAREN -> call(name);
            case OPEN_BRACKET -> index(name);
            default -> name;
        };
    }

    /** {@code if(condition, a, b)}; a statement that begins on a new line is none. */
    private Expr choice(Token word) {
        boolean function = tokens.following().kind() == Kind.OPEN_PAREN;
        if (word.newLine() && tokens.openBrackets() == 0 && !tokens.isChoice()) {
            throw tokens.expected("a value");
        }
        if (!function) {
            throw tokens.error(word, new Problem.ChoiceForm());
        }
        tokens.advance();
        tokens.open();
        Expr condition = expressions.expression();
        choiceGoesOn(word, Kind.COMMA);
        tokens.advance();
        Expr then = expressions.expression();
        choiceGoesOn(word, Kind.COMMA);
        tokens.advance();
        Expr otherwise = expressions.expression();
        choiceGoesOn(word, Kind.CLOSE_PAREN);
        tokens.close(Kind.CLOSE_PAREN, "`)` or an operator");
        return new Expr.If(condition, then, otherwise, tokens.from(word.start()));
    }

    /** Fails unless the next token is of that kind: {@code if} has a condition and two values. */
    private void choiceGoesOn(Token word, Kind kind) {
        if (!tokens.at(kind)) {
            boolean miscounted = tokens.at(Kind.COMMA) || tokens.at(Kind.CLOSE_PAREN);
            Span all = tokens.span(word).to(tokens.span(tokens.current()));
            throw miscounted
                    ? new SyntaxError(all, new Problem.ChoiceForm())
                    : tokens.expected(kind == Kind.COMMA ? "`,` or an operator" : "`)` or an operator");
        }
    }

    /** {@code w(h1, y1)} or {@code bias(h1)}; the other reserved words have no value. */
    private Expr ofParameter(Token token, String word) {
        int arguments = word.equals("w") ? 2 : word.equals("bias") ? 1 : 0;
        if (arguments == 0 || tokens.following().kind() != Kind.OPEN_PAREN) {
            throw notAValue(word);
        }
        tokens.advance();
        Expr.Call call = call(new Expr.Name(word, tokens.span(token)));
        int found = call.arguments().size();
        if (found != arguments) {
            String form = arguments == 2 ? "`w(from, to)`" : "`bias(neuron)`";
            throw new SyntaxError(call.span(), new Problem.WrongArgumentCount(word, form, found));
        }
        return call;
    }

    private SyntaxError notAValue(String word) {
        Token token = tokens.current();
        boolean operator = word.equals("and") || word.equals("or");
        boolean elsewhere = token.newLine() && Words.beginsStatement(word);
        return operator || elsewhere ? tokens.expected("a value") : tokens.error(token, new Problem.WordForValue(word));
    }

    private Expr.Call call(Expr.Name name) {
        tokens.open();
        List<Expr> arguments = expressions.row();
        tokens.close(Kind.CLOSE_PAREN, "`,` or `)`");
        return new Expr.Call(
                name.name(), name.span(), arguments, tokens.from(name.span().start()));
    }

    /** {@code h[1]} or {@code m[1, 2]}. */
    private Expr index(Expr.Name name) {
        tokens.open();
        List<Expr> indices = new ArrayList<>(List.of(expressions.expression()));
        if (tokens.accept(Kind.COMMA)) {
            indices.add(expressions.expression());
        }
        tokens.close(Kind.CLOSE_BRACKET, "`]`");
        return new Expr.Index(name, indices, tokens.from(name.span().start()));
    }

    /** {@code [a, b; c, d]}. */
    private Expr matrix() {
        int start = tokens.current().start();
        NumberBlock block = NumberBlock.at(tokens.source().text(), start, tokens.end());
        if (block != null) {
            tokens.jump(block.end());
            Span span = new Span(tokens.source(), start, block.end());
            return new Expr.Numbers(block.values(), block.rowEnds(), block.isMatrix(), span);
        }
        Token open = tokens.open();
        if (tokens.at(Kind.CLOSE_BRACKET)) {
            Span both = tokens.span(open).to(tokens.span(tokens.current()));
            throw new SyntaxError(both, new Problem.EmptyBrackets());
        }
        List<List<Expr>> rows = new ArrayList<>();
        boolean closed;
        do {
            rows.add(expressions.row());
            closed = tokens.accept(Kind.SEMICOLON);
        } while (closed && !tokens.at(Kind.CLOSE_BRACKET));
        tokens.close(Kind.CLOSE_BRACKET, "`,`, `;` or `]`");
        return new Expr.Matrix(rows, closed, tokens.from(start));
    }

    /** Whether a word can stand for a value: names, and the reserved words that name a quantity. */
    static boolean isValue(String word) {
        return !Words.RESERVED.contains(word) || QUANTITIES.contains(word);
    }

    /** Whether a word is no word of the language, so that it can be declared. */
    static boolean isFree(String word) {
        return !word.isEmpty() && !Words.RESERVED.contains(word) && !Words.isParameter(word);
    }
}
