package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nnlang.language.Expr;
import org.nnlang.language.NumberText;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Makes the records of expressions, names and texts from the trees that the grammar's rules make of them. */
class ExpressionBuilder {
    final Tokens tokens;
    final Source source;

    ExpressionBuilder(Tokens tokens) {
        this.tokens = tokens;
        this.source = tokens.source();
    }

    /** The expression of a node of any expression rule. */
    Expr expression(ParserRuleContext of) {
        ParserRuleContext node = of;
        while (true) {
            if (((Node) node).value instanceof Expr made) {
                return made;
            }
            if (node.getChildCount() > 1 || node.getRuleIndex() == RULE_operand) {
                break;
            }
            node = (ParserRuleContext) node.getChild(0);
        }
        return switch (node.getRuleIndex()) {
            case RULE_expression -> new Expr.Junction(false, below(node), span(node));
            case RULE_conjunction -> new Expr.Junction(true, below(node), span(node));
            case RULE_condition -> condition((ConditionContext) node);
            case RULE_sum, RULE_product -> chain(node);
            case RULE_factor -> factor((FactorContext) node);
            default -> operand((OperandContext) node);
        };
    }

    /** The expressions directly below a node. */
    private List<Expr> below(ParserRuleContext node) {
        List<Expr> expressions = new ArrayList<>();
        for (ParseTree child : node.children) {
            if (child instanceof ParserRuleContext operand) {
                expressions.add(expression(operand));
            }
        }
        return expressions;
    }

    List<Expr> row(RowContext c) {
        return below(c);
    }

    private Expr condition(ConditionContext c) {
        if (c.NOT() != null) {
            return new Expr.Not(expression(c.condition()), span(c));
        }
        Expr.Relation relation = switch (token((TerminalNode) c.getChild(1)).getType()) {
            case BELOW -> Expr.Relation.LESS;
            case AT_MOST -> Expr.Relation.AT_MOST;
            case ABOVE -> Expr.Relation.GREATER;
            case AT_LEAST -> Expr.Relation.AT_LEAST;
            case EQUAL -> Expr.Relation.EQUAL;
            default -> Expr.Relation.NOT_EQUAL;
        };
        return new Expr.Comparison(relation, expression(c.sum(0)), expression(c.sum(1)), span(c));
    }

    private Expr chain(ParserRuleContext c) {
        List<Expr.Link> rest = new ArrayList<>();
        Expr.Operator operator = null;
        for (int i = 1; i < c.getChildCount(); i++) {
            if (c.getChild(i) instanceof ParserRuleContext operand) {
                rest.add(new Expr.Link(operator, expression(operand)));
            } else {
                operator = switch (token((TerminalNode) c.getChild(i)).getType()) {
                    case PLUS -> Expr.Operator.PLUS;
                    case MINUS -> Expr.Operator.MINUS;
                    case TIMES -> Expr.Operator.TIMES;
                    case OVER -> Expr.Operator.OVER;
                    default -> operator; // a line end
                };
            }
        }
        return new Expr.Chain(expression((ParserRuleContext) c.getChild(0)), rest, span(c));
    }

    private Expr factor(FactorContext c) {
        if (c.MINUS() != null) {
            return new Expr.Negation(expression(c.factor()), span(c));
        }
        Expr value = expression(c.operand());
        StepContext step = c.step();
        if (step != null) {
            value = new Expr.At(
                    value, step(step), tokens.span((ParserToken) c.start).to(span(step)));
        }
        return c.factor() == null ? value : new Expr.Power(value, expression(c.factor()), span(c));
    }

    private Expr step(StepContext c) {
        if (c.expression() != null) {
            return expression(c.expression());
        }
        return c.NUMBER() == null ? name(c.name()) : number(token(c.NUMBER()));
    }

    Expr.Number number(ParserToken token) {
        return new Expr.Number(NumberText.value(source.text(), token.start(), token.end()), tokens.span(token));
    }

    private Expr operand(OperandContext c) {
        ParserToken first = (ParserToken) c.start;
        return switch (first.getType()) {
            case NUMBER -> number(first);
            case LEFT_PAREN -> expression(c.expression(0));
            case LEFT_BRACKET -> new Expr.Matrix(c.row().stream().map(this::row).toList(), c.LAST() != null, span(c));
            case NUMBERS -> first.numbers.expression();
            case IF -> {
                List<Expr> parts = below(c);
                yield new Expr.If(parts.get(0), parts.get(1), parts.get(2), span(c));
            }
            case PARAMETER, W, BIAS -> parameter(c.parameter());
            default -> named(c, name(first));
        };
    }

    Expr parameter(ParameterContext c) {
        Expr.Name name = name((ParserToken) c.start);
        return c.PARAMETER() == null ? new Expr.Call(name.name(), name.span(), below(c), span(c)) : name;
    }

    private Expr named(OperandContext c, Expr.Name name) {
        if (c.LEFT_PAREN() != null) {
            return new Expr.Call(name.name(), name.span(), row(c.row(0)), span(c));
        }
        if (c.LEFT_BRACKET() == null) {
            return name;
        }
        List<Expr> indices = c.expression().stream().map(this::expression).toList();
        return new Expr.Index(name, indices, span(c));
    }

    Expr.Name name(NameContext c) {
        return name((ParserToken) c.start);
    }

    Expr.Name name(ParserToken token) {
        Span span = tokens.span(token);
        return new Expr.Name(span.text(), span);
    }

    // ----------------------------------------------------------------------------------------------------------- texts

    /** The text between quotes. */
    Expr.Text text(ParserToken token) {
        StringBuilder text = new StringBuilder();
        for (int at = token.start() + 1; at < token.end() - 1; ) {
            at = character(at, token.end() - 1, text);
        }
        return new Expr.Text(text.toString(), tokens.span(token));
    }

    /** The contents of {@code print}'s quotes: texts and the expressions in braces, in turn. */
    List<Expr> template(ParserToken token) {
        Span inside = new Span(source, token.start() + 1, token.end() - 1);
        List<Expr> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int at = inside.start(); at < inside.end(); ) {
            switch (source.text().charAt(at)) {
                case '{' -> {
                    int close = source.text().indexOf('}', at);
                    if (close < 0 || close >= inside.end()) {
                        throw brace(at);
                    }
                    flush(text, inside, parts);
                    parts.add(new ScriptParser(new Tokens(source, at + 1, close, tokens.depth())).alone());
                    at = close + 1;
                }
                case '}' -> throw brace(at);
                default -> at = character(at, inside.end(), text);
            }
        }
        flush(text, inside, parts);
        return parts;
    }

    private static void flush(StringBuilder text, Span inside, List<Expr> parts) {
        if (!text.isEmpty()) {
            parts.add(new Expr.Text(text.toString(), inside));
            text.setLength(0);
        }
    }

    private SyntaxError brace(int at) {
        Span brace = new Span(source, at, at + 1);
        return new SyntaxError(
                brace, brace.text().equals("{") ? Problem.UNCLOSED_VALUE_IN_TEXT : Problem.UNOPENED_VALUE_IN_TEXT);
    }

    /** Adds the character at an offset to the text, and returns the offset of the next. */
    private int character(int at, int end, StringBuilder text) {
        String script = source.text();
        if (script.charAt(at) != '\\') {
            text.append(script.charAt(at));
            return at + 1;
        }
        char escaped = script.charAt(at + 1);
        switch (escaped) {
            case '"', '\\', '{', '}' -> text.append(escaped);
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            default -> {
                Span span = new Span(source, at, Math.min(end, script.offsetByCodePoints(at, 2)));
                throw new SyntaxError(span, Problem.BAD_ESCAPE, span.text());
            }
        }
        return at + 2;
    }

    // ---------------------------------------------------------------------------------------------------------- places

    Span span(ParserRuleContext node) {
        return new Span(source, node.start.getStartIndex(), ((ParserToken) node.stop).end());
    }

    static ParserToken token(TerminalNode leaf) {
        return (ParserToken) leaf.getSymbol();
    }
}
