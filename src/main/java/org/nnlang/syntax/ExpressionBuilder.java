package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Makes the records of expressions, names and texts from the parts of their rules. */
class ExpressionBuilder {
    final Tokens tokens;
    final Source source;

    ExpressionBuilder(Tokens tokens) {
        this.tokens = tokens;
        this.source = tokens.source;
    }

    /** The expression of a node whose rule is between {@code expression} and {@code operand}. */
    Expr expression(Node n) {
        if (n.count() == 1 && n.part(0) instanceof Expr only) {
            return only;
        }
        return switch (n.rule) {
            case RULE_expression -> new Expr.Junction(false, n.all(Expr.class, 0), span(n));
            case RULE_conjunction -> new Expr.Junction(true, n.all(Expr.class, 0), span(n));
            case RULE_condition ->
                n.has(NOT)
                        ? new Expr.Not(n.after(NOT), span(n))
                        : new Expr.Comparison(relation(n.part(1)), n.part(0), n.part(2), span(n));
            case RULE_sum, RULE_product -> chain(n);
            case RULE_factor -> factor(n);
            default -> operand(n);
        };
    }

    private static Expr.Relation relation(ParserToken sign) {
        return switch (sign.getType()) {
            case BELOW -> Expr.Relation.LESS;
            case AT_MOST -> Expr.Relation.AT_MOST;
            case ABOVE -> Expr.Relation.GREATER;
            case AT_LEAST -> Expr.Relation.AT_LEAST;
            case EQUAL -> Expr.Relation.EQUAL;
            default -> Expr.Relation.NOT_EQUAL;
        };
    }

    private Expr chain(Node n) {
        Expr.Link[] rest = new Expr.Link[n.count() / 2];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = new Expr.Link(operator(n.part(2 * i + 1)), n.part(2 * i + 2));
        }
        return new Expr.Chain(n.part(0), List.of(rest), span(n));
    }

    private static Expr.Operator operator(ParserToken sign) {
        return switch (sign.getType()) {
            case PLUS -> Expr.Operator.PLUS;
            case MINUS -> Expr.Operator.MINUS;
            case TIMES -> Expr.Operator.TIMES;
            default -> Expr.Operator.OVER;
        };
    }

    private Expr factor(Node n) {
        if (n.has(MINUS)) {
            return new Expr.Negation(n.after(MINUS), span(n));
        }
        Expr value = n.has(AT) ? n.after(AT) : n.part(0);
        return n.has(POWER) ? new Expr.Power(value, n.after(POWER), span(n)) : value;
    }

    /** The quantity before {@code @}, after the step that a node has. */
    Expr at(Node n, Node factor) {
        return new Expr.At(factor.part(0), step(n), span(factor));
    }

    Expr step(Node n) {
        Expr only = n.part(0) instanceof Expr name ? name : n.part(1);
        return n.first().getType() == NUMBER ? number(n.first()) : only;
    }

    Expr.Number number(ParserToken token) {
        return new Expr.Number(NumberText.value(source.text(), token.start(), token.end()), tokens.span(token));
    }

    private Expr operand(Node n) {
        return switch (n.first().getType()) {
            case NUMBER -> number(n.first());
            case LEFT_PAREN -> n.part(1);
            case LEFT_BRACKET -> new Expr.Matrix(n.all(List.class, 0), n.has(LAST), span(n));
            case NUMBERS -> n.first().numbers().expression();
            case IF -> new Expr.If(n.part(2), n.part(3), n.part(4), span(n));
            default -> named(n, n.part(0) instanceof Expr.Name name ? name : name(n.first()));
        };
    }

    private Expr named(Node n, Expr.Name name) {
        if (n.has(LEFT_PAREN)) {
            return new Expr.Call(name.name(), name.span(), n.part(2), span(n));
        }
        return n.has(LEFT_BRACKET) ? new Expr.Index(name, n.all(Expr.class, 2), span(n)) : name;
    }

    Expr.Name name(ParserToken token) {
        return new Expr.Name(token.getText(), tokens.span(token));
    }

    // ----------------------------------------------------------------------------------------------------------- texts

    /** The text between quotes. */
    Expr.Text text(ParserToken token) {
        return new Expr.Text(unescaped(token.start() + 1, token.end() - 1), tokens.span(token));
    }

    /** The contents of {@code print}'s quotes: texts and the expressions in braces, in turn. */
    List<Expr> template(ParserToken token, int depth) {
        String script = source.text();
        Span inside = new Span(source, token.start() + 1, token.end() - 1);
        List<Expr> parts = new ArrayList<>();
        for (int at = inside.start(); at < inside.end(); ) {
            int brace = at;
            while (brace < inside.end() && script.charAt(brace) != '{' && script.charAt(brace) != '}') {
                brace += script.charAt(brace) == '\\' ? 2 : 1;
            }
            if (brace > at) {
                parts.add(new Expr.Text(unescaped(at, brace), inside));
            }
            at = brace;
            if (brace < inside.end()) {
                int close = script.indexOf('}', brace);
                boolean opens = script.charAt(brace) == '{';
                if (!opens || close < 0 || close >= inside.end()) {
                    Problem problem = opens ? Problem.UNCLOSED_VALUE_IN_TEXT : Problem.UNOPENED_VALUE_IN_TEXT;
                    throw new SyntaxError(new Span(source, brace, brace + 1), problem);
                }
                parts.add(new ScriptParser(new Tokens(tokens, brace + 1, close), depth).alone());
                at = close + 1;
            }
        }
        return parts;
    }

    private String unescaped(int start, int end) {
        String script = source.text();
        StringBuilder text = new StringBuilder();
        for (int at = start; at < end; at++) {
            char c = script.charAt(at);
            if (c == '\\') {
                char escaped = script.charAt(++at);
                c = switch (escaped) {
                    case '"', '\\', '{', '}' -> escaped;
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    default -> {
                        Span span = new Span(source, at - 1, Math.min(end, script.offsetByCodePoints(at, 1)));
                        throw new SyntaxError(span, Problem.BAD_ESCAPE, span.text());
                    }
                };
            }
            text.append(c);
        }
        return text.toString();
    }

    // ---------------------------------------------------------------------------------------------------------- places

    /** The span from the beginning of a node to the end of the previous token. */
    Span span(Node node) {
        return tokens.from(node.first().start());
    }
}
