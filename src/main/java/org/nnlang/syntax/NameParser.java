package org.nnlang.syntax;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Expr;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.syntax.Token.Kind;
import org.nnlang.text.Problem;

/** The names that declarations give, and those of layers. */
final class NameParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    NameParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A new name; {@code what} says of what. */
    Expr.Name declared(String what) {
        Token token = tokens.expect(Kind.WORD, what);
        String name = tokens.text(token);
        if (!OperandParser.isFree(name)) {
            throw tokens.error(token, new Problem.ReservedName(name));
        }
        return new Expr.Name(name, tokens.span(token));
    }

    /** The name of a layer that there is. */
    Expr.Name layer() {
        if (!OperandParser.isFree(tokens.word())) {
            throw tokens.expected("the name of a layer");
        }
        Token token = tokens.advance();
        return new Expr.Name(tokens.text(token), tokens.span(token));
    }

    /** {@code h[2]} or {@code y(cat, dog)}. */
    NeuronsSpec neurons() {
        Expr.Name name = declared("a name");
        int start = name.span().start();
        return switch (tokens.current().kind()) {
            case OPEN_BRACKET -> {
                Expr size = size();
                yield new NeuronsSpec.Sized(name, size, tokens.from(start));
            }
            case OPEN_PAREN -> {
                List<Expr.Name> neurons = neuronNames();
                yield new NeuronsSpec.Named(name, neurons, tokens.from(start));
            }
            default -> throw tokens.expected("the number of neurons (like `[2]`) or their names (like `(cat, dog)`)");
        };
    }

    private Expr size() {
        tokens.open();
        Expr size = expressions.expression();
        tokens.close(Kind.CLOSE_BRACKET, Kind.CLOSE_BRACKET.text());
        return size;
    }

    private List<Expr.Name> neuronNames() {
        tokens.open();
        List<Expr.Name> neurons = new ArrayList<>();
        do {
            neurons.add(declared(
                    tokens.at(Kind.NUMBER) ? "the name of a neuron (how many there are stands in `[ ]`)" : "a name"));
        } while (tokens.accept(Kind.COMMA));
        tokens.close(Kind.CLOSE_PAREN, "`,` or `)`");
        return neurons;
    }
}
